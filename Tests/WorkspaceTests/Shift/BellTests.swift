import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

/// The bell: asked for or silent, once for a sync, and only for what is the worker's matter.
@Suite struct BellTests {
  static let new = SampleShift.task("n1", "Answer the recall", hours: 30)

  static func working(asksForBell: Bool = true) -> AppState {
    var state = SampleShift.signedIn()
    state.ringsBell = asksForBell
    state.sync(
      .lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []), .outbox([]),
      .standing(SampleShift.online))
    return state
  }

  /// How often it rings while these are heard.
  static func rings(_ state: inout AppState, _ events: SyncEvent...) -> Int {
    events.reduce(0) { count, event in
      count + update(&state, .sync(event)).count { $0 == .bell }
    }
  }

  @Test func nobodyWhoDidNotAskHearsIt() {
    var state = Self.working(asksForBell: false)
    #expect(Self.rings(&state, .tasks(changed: [Self.new], removed: [])) == 0)
  }

  @Test func whatIsThereAtSignInRingsForNobody() {
    var state = SampleShift.signedIn()
    state.ringsBell = true
    let stopped = SampleShift.change(1, .needsDecision)
    let heard = Self.rings(
      &state, .lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []), .outbox([stopped]),
      .standing(SampleShift.online), .tasks(changed: SampleShift.tasks, removed: []), .outbox([stopped]))
    #expect(heard == 0)
  }

  @Test func anAssignedTaskRingsOnceForASync() {
    var state = Self.working()
    let second = SampleShift.task("n2", "Answer the second recall", hours: 30)
    let tasks = [Self.new].map { SyncEvent.tasks(changed: [$0], removed: []) }
    #expect(Self.rings(&state, tasks[0], .tasks(changed: [second], removed: []), .outbox([])) == 1)
    let (now, minute) = (AppState.morning, Duration.seconds(60))
    let moment = Now(instant: now.instant.advanced(by: minute), wall: now.wall.advanced(by: minute))
    let later = SyncStanding(connection: .online, lastSync: moment)
    #expect(Self.rings(&state, .standing(later), .tasks(changed: [second], removed: [])) == 0)
    #expect(Self.rings(&state, .outbox([SampleShift.change(1, .needsDecision)])) == 1)
  }

  @Test func othersTasksAndOtherNewsAreSilent() {
    var state = Self.working()
    let theirs = SampleShift.task("n2", "Order till rolls", hours: 3, who: ["omar"])
    let changed = SampleShift.task("t4", "Replace price labels, aisle 5", hours: 3) { $0.linkCount = 1 }
    #expect(Self.rings(&state, .tasks(changed: [theirs, changed], removed: [])) == 0)
  }

  @Test func whatBecomesLateRings() {
    var state = Self.working()
    var rung: [Int] = []
    // The dairy delivery is due after sixty minutes.
    for minute in 1...65 {
      state.work("F12")
      let (now, step) = (state.now, Duration.seconds(60))
      let later = Now(instant: now.instant.advanced(by: step), wall: now.wall.advanced(by: step))
      if update(&state, .clock(later)).contains(.bell) { rung.append(minute) }
    }
    #expect(rung == [61])
  }

  /// A date the worker sets into the past is no news to them; the same from a colleague is.
  @Test func ownLateDatesAreSilent() {
    var state = Self.working()
    var late = SampleShift.task("t4", "Replace price labels, aisle 4", hours: -1) { $0.linkCount = 1 }
    late.pending = .notSent
    #expect(Self.rings(&state, .tasks(changed: [late], removed: [])) == 0)
    late.pending = nil
    #expect(Self.rings(&state, .tasks(changed: [late], removed: [])) == 0)
    let theirs = SampleShift.task("t5", "Inventory of seasonal goods", hours: -1, list: "l3")
    #expect(Self.rings(&state, .tasks(changed: [theirs], removed: [])) == 1)
  }

  @Test func aLockedTerminalIsSilent() {
    var state = Self.working()
    state.work("F9")
    #expect(Self.rings(&state, .tasks(changed: [Self.new], removed: [])) == 0)
  }
}
