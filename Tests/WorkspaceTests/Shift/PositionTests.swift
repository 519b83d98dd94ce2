import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

@Suite struct PositionTests {
  @Test func theSelectionStaysOnItsTaskWhateverSyncBrings() {
    var state = SampleShift.started()
    state.work("Down", "Down", "Down")
    #expect(state.pointed?.contains("Replace price labels") == true)
    state.sync(.tasks(changed: [SampleShift.task("n1", "A new one first", hours: -9)], removed: []))
    #expect(state.pointed?.contains("Replace price labels") == true)
    state.sync(.tasks(changed: [], removed: [TaskID(rawValue: "t1")]))
    #expect(state.pointed?.contains("Replace price labels") == true)
    #expect(state.shows("1 new"))
  }

  @Test func aTaskGoneUnderTheCursorIsNamedAndItsNeighbourSelected() {
    var state = SampleShift.started()
    state.work("Down")
    state.sync(.tasks(changed: [], removed: [TaskID(rawValue: "t2")]))
    #expect(state.shows("\"Count the till float\" is gone: somebody deleted it."))
    #expect(state.pointed?.contains("Receive the dairy") == true)
  }

  @Test func anOpenTaskThatIsGoneLeadsBackToTheRows() {
    var state = SampleShift.started()
    #expect(state.work("Down", "Enter") == [.sync(.loadDetails(TaskID(rawValue: "t2")))])
    state.sync(.tasks(changed: [], removed: [TaskID(rawValue: "t2")]))
    #expect(state.page == .tasks)
    #expect(state.shows("is gone"))
  }

  @Test func bothEndsStopTheSelection() {
    var state = SampleShift.started()
    state.work("Up", "Up")
    #expect(state.pointed?.contains("Check cold-store") == true)
    state.work("G", "Down", "PageDown")
    #expect(state.pointed?.contains("Tidy the notice board") == true)
    state.work("g")
    #expect(state.pointed?.contains("Check cold-store") == true)
  }

  @Test func movingInAHundredThousandTasksMakesNoRowsAnew() {
    var state = SampleShift.signedIn()
    let many = (0..<100_000).map { SampleShift.task("m\($0)", "Task \($0)", hours: $0 + 1) }
    state.sync(.lists(SampleShift.lists), .tasks(changed: many, removed: []), .standing(SampleShift.online))
    let before = state.shift?.board.rebuilds
    state.work("Down", "PageDown", "End", "Up", "Home", "Down")
    var seen = many[700]
    seen.pending = .notSent
    state.sync(.tasks(changed: [seen], removed: []))
    state.wait(.seconds(1))
    #expect(state.shift?.board.rebuilds == before)
    #expect(state.shift?.board.agenda.count == 100_000)
  }

  @Test func aFewChangesLeaveTheRowsAsIfTheyWereMadeAnew() {
    var state = SampleShift.started()
    state.work("3")
    state.sync(
      .tasks(
        changed: [
          SampleShift.task("t1", "Check cold-store temperature", hours: 5),
          SampleShift.task("t4", "Zero", hours: -1), SampleShift.task("t5", "Done", hours: 1, percent: 100),
          SampleShift.task("n2", "New", hours: 200, who: []),
        ], removed: [TaskID(rawValue: "t6")]))
    let moved = state.shift?.board.agenda
    state.shift?.rebuild()
    #expect(moved == state.shift?.board.agenda)
    let counts = state.shift?.counts
    let tasks = state.shift?.tasks.values.map { $0 } ?? []
    let fresh = ShiftCounts(tasks, now: AppState.morning.wall) { $0.assignees.contains(UserID(rawValue: "mei")) }
    #expect(counts?.open == fresh.open)
    #expect(counts?.mine == fresh.mine)
    #expect(counts?.overdue == fresh.overdue)
    #expect(counts?.lists == fresh.lists)
  }
}
