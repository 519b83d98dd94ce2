import StoreModel

extension StepReader {
  /// `offline`, `throttle "PATCH /v1.0/planner" 2 30s`, or `garbage huge`.
  mutating func trouble() throws(TapeFlaw) -> CloudTrouble {
    let kinds = Dictionary(uniqueKeysWithValues: CloudTrouble.Kind.allCases.map { ($0.rawValue, $0) })
    var trouble = CloudTrouble(try choice(.trouble, .trouble, kinds))
    guard trouble.kind != .none else { return trouble }
    if case .text? = next?.kind { trouble.match = try match() }
    if case .word(let word)? = next?.kind, Int(word) != nil { trouble.count = try number(.count, 1...1_000_000) }
    if case .word(let word)? = next?.kind, trouble.kind.forms.isEmpty || TapeDuration.read(word) != nil {
      trouble.duration = try time(of: trouble.kind)
    }
    if next != nil {
      let forms = Dictionary(uniqueKeysWithValues: trouble.kind.forms.map { ($0.rawValue, $0) })
      trouble.form = forms.isEmpty ? nil : try choice(.troubleForm, .troubleForm, forms)
    }
    return trouble
  }

  /// Which requests a trouble meets: method, beginning of the path or both.
  private mutating func match() throws(TapeFlaw) -> TapeText {
    let place = next
    let text = try text()
    guard text.names.isEmpty, let place else { return text }
    let match = text.resolved([:])
    let parts = match.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let isMethod = ["GET", "POST", "PATCH", "PUT", "DELETE", "*"].contains(parts[0].uppercased())
    let isPath = parts.last?.hasPrefix("/") == true
    guard parts.count == 1 ? isMethod || isPath : isMethod && isPath else { throw flaw(place, .badMatch(match)) }
    return text
  }

  private mutating func time(of kind: CloudTrouble.Kind) throws(TapeFlaw) -> Duration {
    let place = next
    let duration = try duration(.duration)
    guard let place else { return duration }
    guard kind.takesTime else { throw flaw(place, .timelessTrouble(kind)) }
    guard duration.components.attoseconds == 0, duration <= .seconds(86_400) else {
      throw flaw(place, .badTroubleTime(place.source))
    }
    return duration
  }

  /// The number of `AADSTS50105`, held against the list where the caller gave one.
  mutating func refusal() throws(TapeFlaw) -> Int {
    let place = next
    let number = try number(.number, 1...9_999_999)
    guard let place, !vocabulary.refusals.isEmpty, !vocabulary.refusals.contains("\(number)") else { return number }
    throw flaw(place, .unknownWord(.refusal, place.source, known: vocabulary.refusals))
  }

  /// `disable`, as in `Account disable jonas`.
  mutating func accountSwitch() throws(TapeFlaw) -> AccountSwitch {
    let words = Dictionary(uniqueKeysWithValues: AccountSwitch.allCases.map { ($0.rawValue, $0) })
    return try choice(.accountSwitch, .accountSwitch, words)
  }

  /// `unregister`, as in `App unregister`.
  mutating func appSwitch() throws(TapeFlaw) -> AppSwitch {
    let words = Dictionary(uniqueKeysWithValues: AppSwitch.allCases.map { ($0.rawValue, $0) })
    return try choice(.appSwitch, .appSwitch, words)
  }

  /// `active-tasks`, as in `Limit active-tasks 40`.
  mutating func bound() throws(TapeFlaw) -> PlannerBound {
    let words = Dictionary(uniqueKeysWithValues: PlannerBound.allCases.map { ($0.rawValue, $0) })
    return try choice(.bound, .bound, words)
  }

  /// `disk-full`, or `stopped 10m`.
  mutating func machineEvent() throws(TapeFlaw) -> MachineEvent {
    let words = Dictionary(uniqueKeysWithValues: MachineEvent.words.map { ($0, $0) })
    let word = try choice(.machineEvent, .machineEvent, words)
    if let trouble = MachineEvent.Trouble(rawValue: word) { return .trouble(trouble) }
    switch word {
    case "stopped": return .stopped(try duration(.duration))
    case "clock": return .clock(try duration(.duration))
    default: return .lock
    }
  }

  /// `"provision --store 041"`; checked where no name stands in it.
  mutating func order() throws(TapeFlaw) -> TapeText {
    let place = next
    let text = try text(.order)
    guard text.names.isEmpty, let place else { return text }
    do { _ = try HeadquartersOrder(line: text.resolved([:])) } catch { throw flaw(place, .badOrder(error)) }
    return text
  }

  /// `complete "title"`, or `rename "title" "other title"`.
  mutating func remoteEdit() throws(TapeFlaw) -> RemoteEdit {
    let word = try choice(
      .remoteEdit, .remoteEdit, Dictionary(uniqueKeysWithValues: RemoteEdit.words.map { ($0, $0) }))
    let task = try meantText()
    let change: RemoteEdit.Change =
      switch word {
      case "complete": .complete
      case "reopen": .reopen
      case "begin": .begin
      case "rename": .rename(try meantText())
      case "note": .note(try text())
      case "due": .due(try dueMoment())
      case "check": .check(try meantText())
      case "uncheck": .uncheck(try meantText())
      case "remove": .remove(try meantText())
      case "label": .label(try meantText())
      case "copy": .copy
      case "delete-list": .deleteList
      case "assign": .assign(try meantName(.person))
      case "unassign": .unassign(try meantName(.person))
      default: .delete
      }
    return RemoteEdit(change, task: task)
  }

  /// `as worker`, `as "anna@contoso.example"`.
  mutating func approver() throws(TapeFlaw) -> TapeText {
    guard next != nil else { _ = try token(.asWord); return "" }
    if !takes("as"), let token = next { throw flaw(token, .unexpected(token.source, wanted: .asWord)) }
    return try meantName(.approver)
  }

  private mutating func dueMoment() throws(TapeFlaw) -> TapeText {
    let place = next
    let text = try text()
    let moment = text.resolved([:])
    if text.names.isEmpty, let place, Timestamp(iso8601: moment) == nil { throw flaw(place, .badMoment(moment)) }
    return text
  }
}

extension CloudTrouble.Kind {
  /// Whether it keeps answers back, asks to wait or puts a clock ahead for so long.
  var takesTime: Bool {
    switch self {
    case .throttle, .unavailable, .latency, .skew: true
    default: false
    }
  }
}

extension RemoteEdit {
  /// The words after `Remote`, as tapes spell them.
  static let words = [
    "complete", "reopen", "begin", "rename", "note", "due", "check", "uncheck", "remove", "label", "copy", "assign",
    "unassign", "delete", "delete-list",
  ]

  /// Whether what stands behind the task is somebody, named as after `Approve as`.
  var isAboutPerson: Bool {
    switch change {
    case .assign, .unassign: true
    default: false
    }
  }

  /// The word after `Remote` and the text after the task.
  var spelling: (word: String, value: TapeText?) {
    switch change {
    case .complete: ("complete", nil)
    case .reopen: ("reopen", nil)
    case .begin: ("begin", nil)
    case .rename(let text): ("rename", text)
    case .note(let text): ("note", text)
    case .due(let text): ("due", text)
    case .check(let text): ("check", text)
    case .uncheck(let text): ("uncheck", text)
    case .remove(let text): ("remove", text)
    case .label(let text): ("label", text)
    case .copy: ("copy", nil)
    case .deleteList: ("delete-list", nil)
    case .assign(let text): ("assign", text)
    case .unassign(let text): ("unassign", text)
    case .delete: ("delete", nil)
    }
  }
}
