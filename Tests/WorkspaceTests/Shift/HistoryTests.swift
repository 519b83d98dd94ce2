import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

@Suite struct HistoryTests {
  static func worked(_ state: AppState = SampleShift.started()) -> AppState {
    var state = state
    let change = SampleShift.change(1, .notSent)
    state.sync(.outbox([change]), .confirmed(change), .outbox([]))
    state.wait(.seconds(600))
    state.sync(
      .tasks(
        changed: [
          SampleShift.task("t1", "Check cold-store temperature", hours: -2, percent: 100) {
            $0.completed = AppState.morning.wall
            $0.completedBy = UserID(rawValue: "omar")
          }
        ], removed: []),
      .outbox([SampleShift.change(2, .notSent, edit: .setNote("Short."))]))
    return state
  }

  @Test func theDayListsWhatTheWorkerDidNewestFirst() throws {
    var state = Self.worked()
    state.work("H")
    #expect(state.shows("What you did"))
    #expect(state.shows("Today"))
    let lines = state.rows.filter { $0.contains("Receive the dairy delivery ›") }
    #expect(lines[0].contains("09:41 ~ Receive the dairy delivery › note"))
    #expect(lines[1].contains("09:41   Receive the dairy delivery › status: Complete"))
    #expect(state.rows[3].hasSuffix("~ not sent"))
    #expect(state.shows("Mon 2 Mar 2026, 09:41 · you, register 3"))
    GoldenScreen.expect("history-day-80x24", state)
    state.work("Escape")
    #expect(state.page == .tasks)
  }

  @Test func aTaskTellsWhoCompletedIt() {
    var state = Self.worked()
    state.work("x", "End", "Home", "Enter", "H")
    #expect(state.shows("History of"))
    state.work("Escape", "Escape", "x", "3", "x", "/")
    state.type("cold")
    state.work("Enter", "Enter", "F4")
    #expect(state.shows("completed today 09:41 by Omar Reyes"))
    #expect(state.shows("09:41   Omar Reyes"))
    #expect(state.shows("status: Complete"))
    GoldenScreen.expect("history-80x24", state)
  }

  /// What was confirmed, and what others did, is handed to be sealed; a change not sent yet is not.
  @Test func whatIsConfirmedIsKept() throws {
    var state = SampleShift.started()
    let change = SampleShift.change(1, .notSent)
    #expect(Self.kept(update(&state, .sync(.outbox([change])))).isEmpty)
    let own = try #require(Self.kept(update(&state, .sync(.confirmed(change)))).first)
    #expect(own.who == .worker && own.register == "3" && own.deed == .status(.complete) && own.at == change.made)
    let changed = SampleShift.task("t8", "Write the rota again", hours: 2, who: ["omar"])
    let others = Self.kept(update(&state, .sync(.tasks(changed: [changed], removed: []))))
    #expect(others.map(\.deed) == [.title("Write the rota again")])
    #expect(others.map(\.who) == [.unknown])
  }

  @Test func earlierSessionsComeBackAtTheNextSignIn() {
    let yesterday = HistoryRecord(
      at: AppState.morning.wall.advanced(by: .seconds(-86_400)), who: .worker, register: "7",
      task: TaskID(rawValue: "t3"),
      title: "Receive the dairy delivery", deed: .status(.complete))
    var state = SampleShift.signedIn(hasFound: false)
    let kept = [yesterday.bytes, [1, 2, 3]]
    _ = update(
      &state,
      .found(WaitingHere(worker: SampleShift.mei.id, place: nil, others: UnsentSummary(), history: kept)))
    state.work("H")
    #expect(state.shows("Yesterday"))
    #expect(state.shows("Receive the dairy delivery › status: Complete"))
    #expect(state.shows("you, register 7"))
  }

  /// Done in one moment, or before what is heard of earlier: the rows stand in the same order after the next sign-in.
  @Test func theOrderIsTheSameInTheNextSession() {
    var state = SampleShift.started()
    var bytes: [[UInt8]] = []
    func hear(_ events: SyncEvent...) {
      for case .sync(.keepHistory(let records, _)) in events.flatMap({ update(&state, .sync($0)) }) { bytes += records }
    }
    let first = SampleShift.change(1, .notSent)
    let second = SampleShift.change(2, .notSent, edit: .setNote("Short."))
    let third = SampleShift.change(3, .notSent, edit: .setPriority(1))
    hear(.outbox([first, second, third]))
    hear(
      .tasks(
        changed: [
          SampleShift.task("t1", "Check cold-store temperature", hours: -2, percent: 100) {
            $0.completed = AppState.morning.wall.advanced(by: .seconds(-20))
          },
          SampleShift.task("t8", "Write the rota", hours: 3, who: ["omar"]),
        ], removed: []))
    hear(.confirmed(second), .outbox([first, third]), .confirmed(first), .outbox([third]))
    let deeds = state.shift?.history.records.map(\.deed)
    #expect(
      deeds == [
        .status(.complete), .status(.complete), .note, .priority(1),
        .due(AppState.morning.wall.advanced(by: .seconds(3 * 3600))),
      ])
    for isFoundFirst in [true, false] {
      var next = SampleShift.signedIn(hasFound: false)
      let found = WaitingHere(worker: SampleShift.mei.id, place: nil, others: UnsentSummary(), history: bytes)
      if isFoundFirst { _ = update(&next, .found(found)) }
      next.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []), .outbox([third]))
      if !isFoundFirst { _ = update(&next, .found(found)) }
      #expect(next.shift?.history.records.map(\.deed) == deeds)
    }
  }

  /// What was kept before records had a number is read as it was.
  @Test func recordsWithoutANumberAreRead() {
    let record = HistoryRecord(
      at: Timestamp(ticks: 17), who: .worker, task: TaskID(rawValue: "t"), title: "Zebra", deed: .note, number: 7)
    var old = Array(record.bytes.dropLast(8))
    old[0] = 1
    var expected = record
    expected.number = 0
    #expect(HistoryRecord(bytes: old) == expected)
  }

  /// A change that was taken back before it was sent was never done.
  @Test func whatWasTakenBackUnsentIsNoHistory() {
    var state = SampleShift.started()
    state.sync(.outbox([SampleShift.change(1, .notSent)]), .outbox([]))
    state.work("H")
    #expect(state.shows("Nothing yet."))
  }

  @Test func theTaskSaysAtWhichRegisterItWasCompleted() {
    var state = SampleShift.started()
    let change = SampleShift.change(1, .notSent)
    let done = SampleShift.task("t3", "Receive the dairy delivery", hours: 1, list: "l2", percent: 100) {
      $0.completed = AppState.morning.wall
      $0.completedBy = UserID(rawValue: "mei")
    }
    state.sync(.outbox([change]), .confirmed(change), .outbox([]), .tasks(changed: [done], removed: []))
    state.work("x", "/")
    state.type("dairy")
    state.work("Enter", "Enter")
    #expect(state.shows("completed today 09:41 by you, register 3"))
  }

  @Test(arguments: [
    Deed.status(.inProgress), .ticked(item: "a", isChecked: true), .itemAdded("ä"), .itemRenamed(""), .itemRemoved("x"),
    .itemMoved("y"), .note, .title("t"), .due(nil), .due(Timestamp(seconds: 5)), .start(nil),
    .start(Timestamp(seconds: -5)), .priority(9), .bucket(nil), .bucket("b"), .assigned("A"), .unassigned("B"),
    .label("l", applies: false), .created, .deleted, .people(""), .checklist(done: 3, all: 7), .other,
    .allowed("delete-task", by: "Omar\nReyes"),
  ]) func everyDeedIsReadAsItWasWritten(deed: Deed) {
    for who in [HistoryRecord.Doer.worker, .named("Omar ✓"), .unknown] {
      let record = HistoryRecord(
        at: Timestamp(ticks: 17), who: who, register: who == .worker ? "3" : nil, task: TaskID(rawValue: "t"),
        title: "Zebra", deed: deed)
      #expect(HistoryRecord(bytes: record.bytes) == record)
      for count in 0..<record.bytes.count { #expect(HistoryRecord(bytes: Array(record.bytes.prefix(count))) == nil) }
    }
  }

  private static func kept(_ effects: [Effect]) -> [HistoryRecord] {
    effects.flatMap { effect in
      guard case .sync(.keepHistory(let bytes, SampleShift.mei.id)) = effect else { return [HistoryRecord]() }
      return bytes.compactMap(HistoryRecord.init(bytes:))
    }
  }

  /// A long title gives way, what was done does not.
  @Test func whatWasDoneIsWhole() throws {
    var state = SampleShift.started()
    var change = SampleShift.change(1, .notSent)
    change.title = "Wash the trolleys at the entrance and those behind the loading dock"
    state.sync(.outbox([change]), .confirmed(change), .outbox([]))
    state.work("H")
    let row = try #require(state.rows.first { $0.hasPrefix(">") && $0.contains("09:41") })
    #expect(row.hasSuffix("… › status: Complete"), "\(row)")
  }
}
