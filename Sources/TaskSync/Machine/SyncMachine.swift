public import StoreModel

/// Everything that must be right about sync under every interleaving, as a value: what was asked, what came back, what
/// is unsent, what is shown. It does nothing itself; whoever holds it carries out its actions in order.
///
/// Invariant: last known server state + outbox in order = what the events have shown.
public struct SyncMachine: Sendable {
  /// What the store's headquarters says; a session keeps the one it began with.
  var profile: StoreProfile?
  private let settings: SyncSettings
  private var source: SyncSession.Source
  private(set) var session: SyncSession?
  /// Transactions with an edit that the disk has not answered when its session ended, and whose they are.
  private var leftToDisk: [CommitID: PersonID] = [:]

  /// A machine for a terminal at which nobody is signed in.
  public init(
    profile: StoreProfile?, settings: SyncSettings = SyncSettings(),
    random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) {
    self.profile = profile
    self.settings = settings
    source = SyncSession.Source(random: random)
  }

  /// Takes in what happened and says what to do about it.
  public mutating func handle(_ input: SyncInput, now: Now) -> [SyncAction] {
    switch input {
    case .begin(let worker, let contents):
      let actions = end(now: now)
      var session = SyncSession(worker: worker, profile: profile, settings: settings, source: source)
      session.begin(contents, now: now)
      self.session = session
      return actions + takeActions(now: now)
    case .end:
      return end(now: now)
    case .edit(let edit, let task, _) where session == nil:
      return [.report(.editRefused(task, edit, .notSignedIn))]
    case .edit(let edit, let task, let seen): session?.edit(edit, task, seen: seen, now: now)
    case .decide(let row, let decision): session?.decide(row, decision)
    case .discard(let rows): session?.discard(rows)
    case .syncNow: session?.syncNow(now: now)
    case .loadDetails(let task): session?.loadDetails(task)
    case .flush: session?.flush()
    case .committed(let id, let fault):
      if let lost = leftToDisk.removeValue(forKey: id), let fault {
        return [.report(.editLost(lost, EditRefusal(fault)))]
      }
      session?.committed(id, fault, now: now)
    case .answered(let id, let reply): session?.answered(id, reply, now: now)
    case .renewed(let renewal): session?.renewed(renewal, now: now)
    case .timer: session?.wakeAsked = nil
    }
    return takeActions(now: now)
  }

  /// Edits accepted and not confirmed.
  public var unsentCount: Int { session?.outbox.count ?? 0 }

  /// Whether nothing more can be sent just now: all confirmed, stopped, or waiting for the network, a token or the owner.
  public var isDrained: Bool { session?.isDrained ?? true }

  /// What the worker sees of a task; nil when there is none.
  public func visible(_ task: TaskID) -> VisibleTask? { session?.visible(task) }

  /// The worker's changes not yet confirmed as they stand, oldest first: what all events together have told.
  public var pendingChanges: [PendingChange] { session?.outbox.shown ?? [] }

  private mutating func takeActions(now: Now) -> [SyncAction] {
    guard session != nil else { return [] }
    session?.pump(now: now)
    return session?.takeActions() ?? []
  }

  /// Forgets everything; what is not on disk yet is written on the way out.
  private mutating func end(now: Now) -> [SyncAction] {
    guard var session else { return [] }
    self.session = nil
    let actions = session.end(now: now)
    for id in session.leftToDisk { leftToDisk[id] = session.worker.id }
    source = session.source
    return actions
  }
}
