public import StoreModel

/// What an administrator may know of a session afterwards: who, when, what was cleared. No name, no task, no token.
public enum AuditEvent: Hashable, Sendable {
  case signedIn(PersonID)
  case locked(LockReason, PersonID)
  /// The locked session was opened with its PIN.
  case openedByPIN(PersonID)
  /// Somebody else signed in at a locked terminal.
  case handedOver(from: PersonID, to: PersonID)
  case signedOut(PersonID)
  /// What the end of a session cleared, as read back.
  case cleared(PersonID, Cleared)
  /// Somebody who may proved who they are, so that one command of somebody else could be done; its permanent name.
  case overrideGranted(PersonID, by: PersonID, act: String)
  /// Somebody signed in for that who may not.
  case overrideDenied(PersonID, by: PersonID, act: String)
  /// What the sign-in for an override left, as read back.
  case overrideCleared(PersonID, tokens: Int, tokensLeft: Int)
  /// The command was done: so many changes were made.
  case overrideUsed(PersonID, by: PersonID, act: String, changes: Int)
  /// A worker gave up changes of their own that were not sent.
  case discarded(PersonID, changes: Int)
  /// The program runs as a kiosk.
  case kioskStarted
  /// Something that should protect tokens and tasks is not in force; its name as `doctor` has it.
  case protectionMissing(String)

  /// Counts of a clearing.
  public struct Cleared: Hashable, Sendable {
    /// Tokens wiped, and found afterwards.
    public var tokens: Int, tokensLeft: Int
    /// Tasks destroyed, and found afterwards.
    public var tasks: Int, tasksLeft: Int
    /// Unsent changes kept for their owner.
    public var unsent: Int
    /// Unsent changes that are lost.
    public var lost = 0
    /// Whether the local copy could not be looked at.
    public var isCopyUnread = false

    /// Counts as read back.
    public init(tokens: Int, tokensLeft: Int, tasks: Int, tasksLeft: Int, unsent: Int) {
      self.tokens = tokens
      self.tokensLeft = tokensLeft
      self.tasks = tasks
      self.tasksLeft = tasksLeft
      self.unsent = unsent
    }
  }

  /// Whether somebody should look at it.
  public var isWarning: Bool {
    switch self {
    case .protectionMissing: true
    case .cleared(_, let cleared):
      cleared.tokensLeft > 0 || cleared.tasksLeft > 0 || cleared.lost > 0 || cleared.isCopyUnread
    case .overrideDenied: true
    case .overrideCleared(_, tokens: _, let left): left > 0
    case .signedIn, .locked, .handedOver, .signedOut, .openedByPIN, .overrideGranted, .overrideUsed, .discarded,
      .kioskStarted:
      false
    }
  }

  /// The event in one line of `key=value`, for the system log; ids are all it says of people.
  public var line: String {
    switch self {
    case .signedIn(let person): "signed-in account=\(person.audited)"
    case .locked(let reason, let person): "locked account=\(person.audited) reason=\(reason.audited)"
    case .openedByPIN(let person): "opened-by-pin account=\(person.audited)"
    case .handedOver(let from, let to): "handed-over from=\(from.audited) to=\(to.audited)"
    case .signedOut(let person): "signed-out account=\(person.audited)"
    case .cleared(let person, let cleared):
      "cleared account=\(person.audited) tokens=\(cleared.tokens) tokens-left=\(cleared.tokensLeft)"
        + " tasks=\(cleared.tasks) tasks-left=\(cleared.tasksLeft) unsent=\(cleared.unsent)"
        + (cleared.lost > 0 ? " unsent-lost=\(cleared.lost)" : "") + (cleared.isCopyUnread ? " copy=unread" : "")
    case .overrideGranted(let worker, let by, let act):
      "override-granted account=\(worker.audited) by=\(by.audited) act=\(act)"
    case .overrideDenied(let worker, let by, let act):
      "override-denied account=\(worker.audited) by=\(by.audited) act=\(act)"
    case .overrideCleared(let person, let tokens, let left):
      "override-cleared account=\(person.audited) tokens=\(tokens) tokens-left=\(left)"
    case .overrideUsed(let worker, let by, let act, let changes):
      "override-used account=\(worker.audited) by=\(by.audited) act=\(act) changes=\(changes)"
    case .discarded(let person, let changes): "discarded account=\(person.audited) changes=\(changes)"
    case .kioskStarted: "kiosk-started"
    case .protectionMissing(let name): "protection-missing name=\(name)"
    }
  }
}

extension PersonID {
  /// Tenant and object id; a provider that sends something else than ids gets no line of its own into the log.
  fileprivate var audited: String { plain(tenant) + "/" + plain(object) }

  private func plain(_ text: String) -> String {
    String(
      text.unicodeScalars.prefix(64).map { scalar in
        let isPlain = scalar == "-" || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
        return isPlain || ("A"..."Z").contains(scalar) ? Character(scalar) : "?"
      })
  }
}

extension LockReason {
  fileprivate var audited: String {
    switch self {
    case .worker: "worker"
    case .idle: "idle"
    case .absoluteLimit: "absolute-limit"
    case .resumed: "resumed"
    case .clockMoved: "clock-moved"
    case .outside: "outside"
    }
  }
}
