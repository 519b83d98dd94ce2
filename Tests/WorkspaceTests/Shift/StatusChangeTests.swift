import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing
import Workspace

@Suite struct StatusChangeTests {
  static let t1 = TaskID(rawValue: "t1")

  @Test func spaceAsksForTheChangeAndShowsNothingBeforeItIsWritten() {
    var state = SampleShift.started()
    #expect(state.work("Space") == [.sync(.edit(.setStatus(.complete), Self.t1))])
    #expect(state.shift?.tasks[Self.t1]?.task.status == .notStarted)
  }

  @Test func spaceOnACompletedTaskReopensIt() {
    var state = SampleShift.started()
    state.work("x", "End")
    #expect(state.work("Space") == [.sync(.edit(.setStatus(.notStarted), TaskID(rawValue: "t7")))])
  }

  @Test func theMenuOffersThreeStatuses() {
    var state = SampleShift.started()
    state.work("s")
    #expect(state.shows("Status of Check cold-store temperature"))
    #expect(state.work("2") == [.sync(.edit(.setStatus(.inProgress), Self.t1, seen: .percentComplete(0)))])
    #expect(state.overlay == nil)
    state.work("s", "Down", "Down")
    #expect(state.work("Enter") == [.sync(.edit(.setStatus(.complete), Self.t1, seen: .percentComplete(0)))])
  }

  @Test func undoAsksForTheOpposite() {
    var state = SampleShift.started()
    state.work("Space")
    #expect(state.work("u") == [.sync(.edit(.setStatus(.notStarted), Self.t1, seen: .percentComplete(100)))])
    #expect(state.shows("Taken back (status: Complete): Check cold-store temperature"))
    #expect(state.work("Ctrl+R") == [.sync(.edit(.setStatus(.complete), Self.t1, seen: .percentComplete(0)))])
    state.work("u")
    #expect(state.work("u") == [])
    #expect(state.shows("nothing to undo"))
  }

  @Test func anEditThatWasRefusedIsSaidAndNotUndone() {
    var state = SampleShift.started()
    state.work("Space")
    state.sync(.editRefused(Self.t1, .setStatus(.complete), .diskFull))
    #expect(state.shows("The disk is full"))
    #expect(state.work("u") == [])
  }

  @Test func aWorkerChangesTheirOwnAndNobodysTasks() {
    var state = SampleShift.started()
    state.work("3", "/")
    state.type("rota")
    state.work("Enter")
    #expect(state.work("Space") == [])
    #expect(state.shows("assigned to somebody else"))
    state.work("Escape", "Escape", "/")
    state.type("plants")
    state.work("Enter")
    #expect(state.work("Space") == [.sync(.edit(.setStatus(.complete), TaskID(rawValue: "t9")))])
  }

  @Test func aManagerChangesEveryTask() {
    var state = SampleShift.started(SampleShift.manager)
    state.work("3", "/")
    state.type("labels")
    state.work("Enter")
    #expect(state.work("Space") == [.sync(.edit(.setStatus(.complete), TaskID(rawValue: "t4")))])
  }

  @Test func aChecklistItemIsTickedOnTheTasksOwnPage() {
    var state = SampleShift.started()
    state.work("Down", "Down", "Enter")
    #expect(state.shows("Note and checklist are being read."))
    state.sync(.details(SampleShift.details))
    #expect(state.shows("Check the seal number"))
    state.work("Down", "Down")
    let edit = TaskEdit.check(item: "c2", isChecked: true)
    #expect(state.work("Space") == [.sync(.edit(edit, TaskID(rawValue: "t3")))])
    #expect(state.work("u") == [.sync(.edit(.check(item: "c2", isChecked: false), TaskID(rawValue: "t3")))])
    state.work("Escape")
    #expect(state.page == .tasks)
  }
}
