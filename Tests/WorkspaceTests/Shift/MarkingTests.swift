import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

@Suite struct MarkingTests {
  @Test func aCommandMeansAllThatAreMarkedAndIsUndoneAtOnce() {
    var state = SampleShift.started()
    state.work("v", "v")
    #expect(state.shows("2 tasks marked"))
    #expect(state.rows.contains { $0.hasPrefix(" ! #○ Check") })
    let effects = state.work("Space")
    #expect(
      effects == ["t1", "t2"].map { .sync(.edit(.setStatus(.complete), TaskID(rawValue: $0))) })
    #expect(!state.shows("marked") && !state.shows("changed"), "nothing is on the disk yet")
    state.write("t1", .complete)
    #expect(!state.shows("changed"))
    state.write("t2", .complete)
    #expect(state.shows("2 tasks changed. u takes it back."))
    #expect(
      state.work("u") == [
        .sync(.edit(.setStatus(.inProgress), TaskID(rawValue: "t2"), seen: .percentComplete(100))),
        .sync(.edit(.setStatus(.notStarted), TaskID(rawValue: "t1"), seen: .percentComplete(100))),
      ])
    #expect(state.shows("Taken back (status: Complete): 2 tasks"))
  }

  @Test func othersTasksAreLeftOutAndSaid() {
    var state = SampleShift.started()
    state.work("3", "V", "s")
    #expect(state.shows("Status of 8 tasks"))
    let effects = state.work("3")
    #expect(effects.count == 7)
    for case .sync(.edit(_, let id, _)) in effects { state.write(id.rawValue, .complete) }
    #expect(state.shows("7 of 8 changed. The other one is assigned to somebody else;"))
  }

  @Test func nothingIsWaitedForWhereNothingOfOnesOwnChanges() {
    var state = SampleShift.started()
    state.write("t7", .complete)
    state.work("3", "v", "j", "j", "v", "s")
    #expect(state.work("1").isEmpty, "one is not started yet, the other is somebody else's")
    #expect(state.shows("0 of 2 changed."))
  }

  @Test func whatTheDiskRefusesIsNotSaidToBeChanged() {
    var state = SampleShift.started()
    state.work("v", "v", "Space")
    state.write("t1", .complete)
    state.sync(.editRefused(TaskID(rawValue: "t2"), .setStatus(.complete), .diskFull))
    state.write("t2", .complete)
    #expect(!state.shows("2 tasks changed"))
  }

  /// Rows that never left go when their task is set back to what the server has; nothing else tells of it.
  @Test func whatIsSetBackBeforeItLeftIsSaid() {
    var state = SampleShift.started()
    let ids = ["t1", "t2"].map(TaskID.init(rawValue:))
    func row(_ id: Int64, _ state: PendingState) -> PendingChange {
      PendingChange(
        id: id, task: ids[Int(id) - 1], title: "", edit: .setPriority(1), before: .number(5),
        made: AppState.morning.wall, state: state)
    }
    state.sync(.outboxChanged([row(1, .notSent), row(2, .notSent)], removed: []))
    state.work("v", "v", "s", "3")
    state.sync(.outboxChanged([], removed: [2]))
    #expect(!state.shows("2 tasks changed"))
    state.sync(.outboxChanged([], removed: [1]))
    #expect(state.shows("2 tasks changed. u takes it back."))
  }

  /// An earlier change of the task that the server confirms meanwhile is not the one that is waited for.
  @Test func whatIsConfirmedMeanwhileSaysNothing() {
    var state = SampleShift.started()
    state.sync(.outboxChanged([SampleShift.change(1, .sending, edit: .setPriority(1))], removed: []))
    state.work("3", "V", "s", "3")
    state.sync(.outboxChanged([], removed: [1]))
    #expect(state.shift?.announcement?.unwritten.contains(TaskID(rawValue: "t3")) == true)
  }

  @Test func onlyWhatChangesIsCountedAndUndone() {
    var state = SampleShift.started()
    #expect(state.work("v", "v", "s", "2").count == 1, "one of them is in progress already")
    state.write("t1", .inProgress)
    #expect(state.shows("1 task changed. u takes it back."))
    #expect(state.work("g", "v", "v", "s", "2").isEmpty)
    #expect(state.shows("Nothing changes: all of them are like that already."))
    #expect(state.work("u").count == 1)
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

  @Test func noteAndFieldsAreThoseOfTheRow() {
    var state = SampleShift.started(SampleShift.manager)
    state.work("3", "Home", "v", "v")
    #expect(state.shows("2 tasks marked: the next command is for all, c and e for row >."))
    #expect(state.pointed?.contains("Receive the dairy delivery") == true)
    state.work("e")
    #expect(state.shows("Change Receive the dairy delivery"))
    state.work("Escape", "c")
    state.sync(.details(SampleShift.details))
    #expect(state.shows("Note of Receive the dairy delivery"))
  }

  /// A bucket is one of one list: tasks of several lists are not moved together.
  @Test func tasksOfOneListAreMovedTogether() {
    var state = SampleShift.started(SampleShift.manager)
    let buckets = [TaskList.Bucket(id: "b2", name: "Early"), .init(id: "b3", name: "Late")]
    state.sync(
      .lists(
        [
          TaskList(id: ListID(rawValue: "l1"), etag: ETag(rawValue: "2"), title: "Opening", buckets: buckets)
        ] + SampleShift.lists.dropFirst()))
    state.work("3", "Home", "v", "v", "m")
    #expect(state.shows("Bucket of 2 tasks"))
    state.work("Escape", "v", "Up", "m")
    #expect(state.shows("Bucket of Receive the dairy delivery"))
  }

  @Test func aMarkedTaskThatIsGoneIsNotMeantAnyMore() {
    var state = SampleShift.started()
    state.work("v", "v")
    state.sync(.tasks(changed: [], removed: [TaskID(rawValue: "t1")]))
    #expect(state.shows("1 task marked"))
  }
}

extension AppState {
  /// A task's new status is on the disk, not sent yet.
  fileprivate mutating func write(_ id: String, _ status: TaskStatus) {
    guard var task = shift?.tasks[TaskID(rawValue: id)]?.task else { return }
    task.percentComplete = status.percentComplete
    sync(.tasks(changed: [VisibleTask(task: task, pending: .notSent)], removed: []))
  }
}
