import StoreModel
import Testing

@testable import TaskSync

@Suite struct SharedTaskTests {
  @Test func whatIsShownIsTheCopyItselfUntilAChangePartsThem() throws {
    var stand = SyncStand(planner: ModelPlanner(lists: 1, tasksPerList: 3))
    stand.begin()
    stand.settle()
    let id = TaskID(rawValue: "L0T1")
    let shown = try #require(stand.screen[id])
    let held = try #require(stand.machine.session?.replica.tasks.shared(id))
    #expect(shown.shared === held)
    stand.give(.edit(.setStatus(.complete), id))
    stand.settle()
    let edited = try #require(stand.screen[id])
    #expect(edited.task.status == .complete && shown.task.status == .notStarted)
  }

  @Test func aChangedCopyLeavesTheOtherAsItWas() {
    let task = StoreTask(
      id: TaskID(rawValue: "a"), etag: ETag(rawValue: "1"), list: ListID(rawValue: "l"), title: "Before")
    let first = VisibleTask(task: task)
    var second = first
    #expect(first == second && first.shared === second.shared)
    second.task.title = "After"
    #expect(first.task.title == "Before" && second.task.title == "After")
    #expect(first != second && Set([first, second]).count == 2)
  }
}
