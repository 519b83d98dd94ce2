import StoreModel
import TaskSync
import Terminal
import Testing
import Workspace

@Suite struct HistoryTests {
  static func worked() -> AppState {
    var state = SampleShift.started()
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
    #expect(state.shows("What you did since you signed in"))
    let lines = state.rows.filter { $0.contains("Receive the dairy delivery") }
    #expect(lines.count == 2)
    #expect(lines[0].contains("09:41 ~ you"))
    #expect(lines[1].contains("09:41   you"))
    #expect(state.rows[3].hasSuffix("~ not sent"))
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
    #expect(state.shows("09:51   Omar Reyes"))
    #expect(state.shows("status: Complete"))
    GoldenScreen.expect("history-80x24", state)
  }
}
