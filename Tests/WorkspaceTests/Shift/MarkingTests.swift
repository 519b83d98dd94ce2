import StoreModel
import TaskSync
import Terminal
import Testing
import Workspace

@Suite struct MarkingTests {
  @Test func aCommandMeansAllThatAreMarkedAndIsUndoneAtOnce() {
    var state = SampleShift.started()
    state.work("v", "v")
    #expect(state.shows("2 tasks marked"))
    #expect(state.rows.contains { $0.hasPrefix(" ! #○ Check") })
    let effects = state.work("Space")
    #expect(
      effects == ["t1", "t2"].map { .sync(.edit(.setStatus(.complete), TaskID(rawValue: $0))) })
    #expect(!state.shows("marked") && state.shows("2 tasks changed. u takes it back."))
    #expect(
      state.work("u") == [
        .sync(.edit(.setStatus(.inProgress), TaskID(rawValue: "t2"))),
        .sync(.edit(.setStatus(.notStarted), TaskID(rawValue: "t1"))),
      ])
    #expect(state.shows("Taken back: 2 tasks"))
  }

  @Test func othersTasksAreLeftOutAndSaid() {
    var state = SampleShift.started()
    state.work("3", "V", "s")
    #expect(state.shows("Status of 8 tasks"))
    #expect(state.work("3").count == 7)
    #expect(state.shows("7 of 8 changed."))
  }

  @Test func escapeTakesTheMarksOffAndTabsForgetThem() {
    var state = SampleShift.started()
    state.work("v", "Escape")
    #expect(!state.shows("marked"))
    state.work("v", "2", "1")
    #expect(!state.shows("marked"))
    state.work("V", "V")
    #expect(!state.shows("marked"))
  }

  @Test func aMarkedTaskThatIsGoneIsNotMeantAnyMore() {
    var state = SampleShift.started()
    state.work("v", "v")
    state.sync(.tasks(changed: [], removed: [TaskID(rawValue: "t1")]))
    #expect(state.shows("1 task marked"))
  }
}
