import PracticeCloud
import StoreModel
import Tape
import Terminal

@testable import Workspace

/// Chooses what somebody does next who is confused, tired or hostile, and what goes wrong beside them; all from one seed.
struct WalkDice {
  private var random: SeededRandom
  /// Whether the pending sign-in was approved, which the terminal finds out when it asks next.
  private var isApproved = false

  /// Whether the program speaks line by line.
  private var isPlain = false

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// How the program starts.
  mutating func start() -> [TapeStep] {
    let scenario = pick(["contoso-retail", "contoso-retail", "contoso-retail", "hostile-text", "wide-scripts"])
    var steps: [TapeStep] = [.world(TapeText(scenario)), .set(.seed(number(1...999)))]
    let (width, height) = pick([(80, 24), (80, 24), (120, 40), (200, 60), (100, 30), (81, 25), (250, 70)])
    steps += [.set(.width(width)), .set(.height(height))]
    if isOneIn(2) { steps.append(.set(.language(TapeText(pick(["de", "es", "en-US"]))))) }
    if isOneIn(6) { steps.append(.set(.ascii(true))) }
    if isOneIn(6) { steps.append(.set(.kiosk(true))) }
    if isOneIn(4) { steps.append(.set(.pin(pick([.off, .required])))) }
    if isOneIn(6) { steps.append(.set(.signIn(pick([.code, .browser])))) }
    if isOneIn(6) { steps.append(.set(.hours(number(1...3)))) }
    if isOneIn(5) { steps.append(.set(.poll(pick([0, 5, 600])))) }
    if isOneIn(8) { steps.append(.set(.real(true))) }
    isPlain = isOneIn(10)
    if isPlain { steps.append(.set(.plain(pick([.yes, .yes, .paper])))) }
    if isOneIn(3) {
      steps.append(.set(.clock(pick(WalkDice.moments))))
    }
    return steps
  }

  /// Shortly before midnight, before the clocks change, before a year ends, on a leap day.
  private static let moments = [
    "2026-03-28T23:58:00Z", "2026-12-31T23:55:00Z", "2028-02-29T12:00:00Z", "2026-10-25T00:30:00Z",
  ]
  .compactMap { Timestamp(iso8601: $0) }

  /// The next step on what is shown.
  mutating func next(_ state: AppState) -> TapeStep {
    switch state.overlay {
    case .quit where isPlain && !isOneIn(5): return .type(":back\n")
    case .quit where !isOneIn(5): return .press(Key(.escape), times: 1)
    case .signOut where isOneIn(2): return .press(Key(.escape), times: 1)
    default: break
    }
    if !state.size.holdsPages, !isOneIn(3) { return .resize(size(state)) }
    if case .pin = state.overlay, !isOneIn(4) {
      return isOneIn(2) ? .type("1234") : .press(Key(.enter), times: 1)
    }
    switch state.page {
    case .start, .locked, .code: if !isOneIn(4) { return wayIn(state) }
    case .leaving: return .advance(.seconds(number(1...5)))
    case .receipt where isPlain: return .type("\n")
    case .receipt: return .press(Key(.enter), times: 1)
    default: break
    }
    return isPlain && !isOneIn(4) ? .type(TapeText(line(state) + "\n")) : anything(state)
  }

  /// Most walks are about work, so that somebody soon signs in again: whoever was here before more often than others.
  private mutating func wayIn(_ state: AppState) -> TapeStep {
    if case .code(let code) = state.page {
      if case .refused = code.step { return .press(Key(.escape), times: 1) }
      if case .yourPage = code.step {
        return .press(state.phone == nil ? Key(.function(8)) : Key(.enter), times: 1)
      }
      if isApproved {
        isApproved = false
        return .advance(.seconds(6))
      }
      if isOneIn(12) { return pick([.decline, .expire]) }
    }
    if isOneIn(5) { return .fault(CloudTrouble(.none)) }
    if isOneIn(8) { return .machine(.trouble(.fine)) }
    isApproved = true
    if case .locked(let locked) = state.page, !isOneIn(3) { return .approve(TapeText(locked.username)) }
    return .approve(TapeText(account()))
  }

  private mutating func anything(_ state: AppState) -> TapeStep {
    switch number(0..<100) {
    case 0..<22: return liveKey(state)
    case 22..<34: return deed(state)
    case 34..<44: return .press(key(), times: isOneIn(5) ? number(2...12) : 1)
    case 44..<54:
      return .press(Key(pick([.up, .down, .enter, .enter, .tab, .left, .right, .end])), times: number(1...4))
    case 54..<60: return .press(Key(.escape), times: number(1...2))
    case 60..<72:
      return state.isTyping || isOneIn(4) ? .type(TapeText(text(state))) : .press(Key(.enter), times: 1)
    case 72..<75: return .paste(TapeText(isOneIn(6) ? pasted(state) : text(state)))
    case 75..<77: return .scan(TapeText(state.session == nil ? pick(WalkTexts.accounts) : pick(WalkTexts.codes)))
    case 77..<81: return .resize(size(state))
    case 81..<87: return .advance(time())
    case 87..<91: return isOneIn(2) ? .fault(CloudTrouble(.none)) : .fault(trouble())
    case 91..<97: return remote(state) ?? .waitIdle
    case 97..<98: return isOneIn(2) ? .perform(TapeText(pick(CommandID.allCases).rawValue)) : deed(state)
    case 98..<99 where isOneIn(2):
      return .account(pick([.revoke, .enable, .challenge, .disable, .enable]), TapeText(account()))
    default: return .machine(machine())
    }
  }
}

extension WalkDice {
  private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func isOneIn(_ count: Int) -> Bool { number(0..<count) == 0 }
  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0..<elements.count)] }

  private mutating func account() -> String {
    pick(["worker", "worker", "worker", "manager", "manager", "manager", "jonas", "mei", "nobody"])
  }

  private mutating func text(_ state: AppState) -> String {
    guard state.session != nil else { return pick(WalkTexts.accounts) }
    if case .pin = state.overlay { return pick(["1234", "1234", "12", "9999", "123456789012345"]) }
    return isOneIn(3) ? pick(WalkTexts.short) : pick(WalkTexts.work)
  }

  /// A line as somebody answers it who is spoken to.
  private mutating func line(_ state: AppState) -> String {
    switch number(0..<10) {
    case 0..<4: return "\(number(0...14))"
    case 4: return "\(number(1...6)) " + pick(["done", "note", "1", "x", "status"])
    case 5: return pick(["", "", "+", "-", "::", ":", ":x", "?", "q", ":703"])
    case 6..<8:
      let commands = Catalogue.live(in: state.area).filter { $0.id != .quit && $0.id != .cancel && $0.id != .signOut }
      return (state.isTyping ? ":" : "") + (commands.isEmpty ? "help" : pick(commands).id.rawValue)
    default: return text(state).filter { !$0.isNewline }
    }
  }

  private mutating func pasted(_ state: AppState) -> String {
    guard state.session != nil else { return String(repeating: "account", count: number(1...80)) }
    return WalkTexts.long(pick([3, 40, 900]))
  }

  /// A key that does something here, as a step: characters are typed.
  private mutating func liveKey(_ state: AppState) -> TapeStep {
    let keys = Catalogue.live(in: state.area).flatMap { state.keymap.keys(of: $0) }
    guard !keys.isEmpty else { return .waitIdle }
    let key = pick(keys)
    let leaves: Set<Key> = [
      Key(.character("q")), Key(.character("Q")), Key(.character("c"), .control), Key(.character("L")),
      Key(.function(9)), Key(.function(10)), Key(.character("l"), .control),
    ]
    if leaves.contains(key), !isOneIn(4) { return .press(Key(.down), times: 1) }
    if case .character(let character) = key.code, key.modifiers == [] { return .type(TapeText(String(character))) }
    return .press(key, times: 1)
  }

  /// What work is made of, so that much is done which can be lost.
  private mutating func deed(_ state: AppState) -> TapeStep {
    switch state.area {
    case .note:
      return isOneIn(2) ? .type(TapeText(pick(WalkTexts.work))) : .press(Key(.character("s"), .control), times: 1)
    case .entry: return isOneIn(2) ? .type(TapeText(text(state))) : .press(Key(.enter), times: 1)
    case .choice, .statusMenu, .question, .decision:
      return isOneIn(2) ? .type(TapeText("\(number(1...4))")) : .press(Key(.enter), times: 1)
    case .tasks, .task:
      return .type(TapeText(pick([" ", " ", "c", "c", "s", "n", "e", "d", "p", "u", "D", "3", "4", "1"])))
    default: return liveKey(state)
    }
  }

  private mutating func key() -> Key {
    switch number(0..<5) {
    case 0: Key(.function(number(1...12)), pick([[], [], .shift, .control]))
    case 1: Key(.character(pick(Array("abcdefghijklmnopqrstuvwxyz"))), pick([.control, .alt]))
    case 2: Key(.character(pick(Array("1234567890"))), .alt)
    case 3:
      Key(
        pick([.left, .right, .up, .down, .home, .end, .pageUp, .pageDown, .insert, .delete, .backspace, .tab]),
        pick([[], [], .shift, .control, .alt]))
    default: Key(pick([.backspace, .pageUp, .pageDown, .home, .end, .delete, .left, .right, .tab, .insert]))
    }
  }

  private mutating func size(_ state: AppState) -> Size {
    guard state.size.holdsPages else { return pick([.smallest, Size(columns: 120, rows: 40)]) }
    return isOneIn(4)
      ? Size(columns: number(20...250), rows: number(5...70))
      : Size(columns: number(80...250), rows: number(24...70))
  }

  private mutating func time() -> Duration {
    pick([
      .seconds(1), .seconds(3), .seconds(10), .seconds(61), .seconds(100), .seconds(280), .seconds(301),
      .seconds(3_700),
      .seconds(40_000), .seconds(86_400), .seconds(15 * 86_400),
    ])
  }

  private mutating func trouble() -> CloudTrouble {
    let kind = pick(CloudTrouble.Kind.allCases.filter { $0 != .none && $0 != .skew })
    let match = pick([nil, nil, "PATCH /v1.0/planner", "POST /v1.0/planner", "GET /v1.0", "DELETE /v1.0/planner"])
    return CloudTrouble(
      kind, match: match.map { TapeText($0) }, count: isOneIn(2) ? number(1...3) : nil,
      duration: kind == .latency || isOneIn(3) ? .seconds(number(1...20)) : nil)
  }

  private mutating func machine() -> MachineEvent {
    pick([
      .trouble(.diskFull), .trouble(.fine), .trouble(.fine), .trouble(.fine), .trouble(.fine), .trouble(.diskFails),
      .trouble(.cutOff), .trouble(.notTrusted), .stopped(.seconds(number(1...4_000))),
      .clock(.seconds(number(1...90_000))), .lock,
    ])
  }

  /// What a colleague does to one of the tasks, the one at hand more often than others.
  private mutating func remote(_ state: AppState) -> TapeStep? {
    guard let shift = state.shift, !shift.tasks.isEmpty else { return nil }
    let ids = shift.tasks.keys.filter { !$0.isLocal }.sorted { $0.rawValue < $1.rawValue }
    guard !ids.isEmpty else { return nil }
    var id = pick(ids)
    if let atHand = state.taskAtHand?.id, !atHand.isLocal, isOneIn(2) { id = atHand }
    let items = shift.details[id]?.checklist.map(\.title) ?? []
    let item = TapeText(items.isEmpty ? "no such item" : pick(items))
    let text = TapeText(pick(WalkTexts.work))
    let change: RemoteEdit.Change =
      switch number(0..<18) {
      case 0..<2: .complete
      case 2..<4: .reopen
      case 4: .begin
      case 5..<7: .rename(text)
      case 7..<9: .note(text)
      case 9: .due(TapeText(pick(["2026-11-26T10:00:00Z", "2031-01-01T00:00:00Z", "2020-02-29T12:00:00Z"])))
      case 10: .check(item)
      case 11: .remove(item)
      case 12: .copy
      case 13..<15: .unassign(TapeText(account()))
      case 15: .assign(TapeText(account()))
      default: .delete
      }
    return .remote(RemoteEdit(change, task: TapeText(id.rawValue)))
  }
}
