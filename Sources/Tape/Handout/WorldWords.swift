/// What happens beside the person at the terminal, in a sentence for a handout.
enum WorldWords {
  /// The sentence; nil for a step that changes nothing in the world.
  static func sentence(_ step: TapeStep) -> String? {
    switch step {
    case .fault(let trouble): trouble.sentence
    case .remote(let edit): edit.sentence
    case .account(let change, let who): "An administrator: \(change.words) \(plain(who))."
    case .refuse(let number, let who): "The identity provider refuses \(plain(who)) with AADSTS\(number)."
    case .limit(let bound, let number): "Planner takes no more than \(number) \(bound.words)."
    case .reset: "The practice world is put back to its start."
    case .app(let change): "An administrator: \(change.words)."
    case .headquarters(let order): "Head office: \(plain(order))."
    case .machine(let event): event.sentence
    default: nil
    }
  }

  fileprivate static func plain(_ text: TapeText) -> String { text.resolved([:]) }
}

extension CloudTrouble {
  fileprivate var sentence: String {
    let words =
      switch kind {
      case .none: "The trouble is over"
      case .offline: "The network is gone"
      case .throttle: "The cloud asks to wait"
      case .unavailable: "The service is down"
      case .gateway: "The cloud does what it is asked and does not say so"
      case .timeout: "The cloud does not answer"
      case .truncate: "Answers of the cloud end in the middle"
      case .garbage: "What comes back is not from the cloud"
      case .latency: "The cloud answers late"
      case .conflict: "Somebody else was faster"
      case .challenge: "The session has to prove itself anew"
      case .skew: "The clock of the cloud is ahead"
      }
    return words + (count.map { $0 == 1 ? ", once" : ", \($0) times" } ?? "") + "."
  }
}

extension RemoteEdit {
  fileprivate var sentence: String {
    let task = WorldWords.plain(task)
    let value = spelling.value.map(WorldWords.plain) ?? ""
    let deed =
      switch change {
      case .complete: "completes “\(task)”"
      case .reopen: "reopens “\(task)”"
      case .begin: "begins “\(task)”"
      case .rename: "renames “\(task)” to “\(value)”"
      case .note: "writes the note of “\(task)”: “\(value)”"
      case .due: "makes “\(task)” due \(value)"
      case .check: "ticks “\(value)” of “\(task)”"
      case .uncheck: "unticks “\(value)” of “\(task)”"
      case .remove: "takes “\(value)” off the checklist of “\(task)”"
      case .label: "labels “\(task)” as “\(value)”"
      case .copy: "makes another “\(task)”"
      case .assign: "gives “\(task)” to \(value)"
      case .unassign: "takes “\(task)” from \(value)"
      case .delete: "deletes “\(task)”"
      case .deleteList: "deletes the list “\(task)”"
      }
    return "Somebody else \(deed)."
  }
}

extension AccountSwitch {
  fileprivate var words: String {
    switch self {
    case .revoke: "end every session of"
    case .disable: "switch off"
    case .enable: "let in again"
    case .block: "let a policy refuse"
    case .lock: "lock the account of"
    case .challenge: "challenge the sessions of"
    case .foreign: "give tokens of another company to"
    case .forge: "give ID tokens with a wrong signature to"
    case .swap: "give a colleague's tokens to"
    case .leaveTeam: "take out of every team"
    case .requireMFA: "ask for a second proof from"
    case .expirePassword: "let the password expire of"
    case .requireConsent: "take back the consent of"
    case .blockDeviceFlow: "refuse sign-in by code to"
    }
  }
}

extension AppSwitch {
  fileprivate var words: String {
    switch self {
    case .register: "register the app"
    case .unregister: "take the app out of the register"
    case .allowPublicClient: "allow public client flows"
    case .forbidPublicClient: "forbid public client flows"
    }
  }
}

extension PlannerBound {
  fileprivate var words: String {
    switch self {
    case .activeTasks: "open tasks in a list"
    case .tasks: "tasks in a list"
    case .assigned: "tasks assigned to somebody"
    case .created: "tasks made by somebody"
    case .assignees: "people on a task"
    case .items: "items on a checklist"
    case .links: "links on a task"
    }
  }
}

extension MachineEvent {
  fileprivate var sentence: String {
    switch self {
    case .stopped(let time): "The terminal is stopped for \(TapeDuration.spell(time))."
    case .clock(let time): "The clock of the terminal is set \(TapeDuration.spell(time)) ahead."
    case .lock: "Another program asks for the lock."
    case .trouble(let trouble): trouble.sentence
    }
  }
}

extension MachineEvent.Trouble {
  fileprivate var sentence: String {
    switch self {
    case .fine: "The machine is well again."
    case .diskFull: "The disk is full."
    case .diskFails: "The disk fails."
    case .copyStays: "A copy that is destroyed can still be read."
    case .tokenStays: "A token that is wiped can still be found."
    case .copyAltered: "Somebody changed the copy on the disk."
    case .changesAltered: "Somebody changed the kept changes on the disk."
    case .copyDamaged: "The copy on the disk is damaged."
    case .copyEmptied: "The copy on the disk is empty."
    case .keyChanged: "The key on the disk is another one."
    case .fileUnusable: "Files on the disk can be read by others."
    case .filesRemoved: "Files are removed from the disk while they are open."
    case .nameUnknown: "The name of the cloud is not known."
    case .notTrusted: "The certificate of the cloud is not trusted."
    case .proxyRefuses: "The proxy refuses."
    case .redirected: "The network leads elsewhere."
    case .cutOff: "The terminal is cut off."
    }
  }
}
