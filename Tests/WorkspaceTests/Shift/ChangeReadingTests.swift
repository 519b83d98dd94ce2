import StoreModel
import TaskSync
import Testing

@testable import Workspace

/// What is not sent, in words, whatever became of the task.
@Suite struct ChangeReadingTests {
  private static func change(_ edit: TaskEdit, before: EditBase.Value) -> PendingChange {
    PendingChange(
      id: edit == .delete ? 2 : 1, task: TaskID(rawValue: "t3"), title: "Receive the dairy delivery", edit: edit,
      before: before, made: AppState.morning.wall, state: .notSent)
  }

  private static func listed(_ changes: PendingChange..., deleted: Bool) -> AppState {
    var state = SampleShift.started()
    let task = TaskID(rawValue: "t3")
    var all = changes
    if deleted, let seen = state.shift?.tasks[task] { all.append(change(.delete, before: .task(seen.task))) }
    state.sync(.outbox(all))
    if deleted { state.sync(.tasks(changed: [], removed: [task])) }
    state.work("F2")
    return state
  }

  @Test func aChangeOfATaskThatIsDeletedHereNamesWhatItNamedBefore() throws {
    let list = try #require(SampleShift.lists.first { !$0.buckets.isEmpty })
    let bucket = try #require(list.buckets.first)
    let moved = Self.change(.moveToBucket(bucket.id), before: .bucket(nil))
    for deleted in [false, true] {
      let state = Self.listed(moved, deleted: deleted)
      #expect(state.shows("Receive the dairy delivery › bucket → \(bucket.name)"))
      #expect(!state.shows("bucket → bucket"))
    }
    #expect(Self.listed(moved, deleted: true).shows("Receive the dairy delivery → deleted"))
  }

  @Test func whatIsNotKnownAnyMoreIsCalledSo() {
    let moved = Self.listed(Self.change(.moveToBucket("gone"), before: .bucket(nil)), deleted: true)
    #expect(moved.shows("Receive the dairy delivery › bucket → another bucket"))
    let labelled = Self.listed(
      Self.change(.setCategory("category7", applies: true), before: .applies(false)), deleted: true)
    #expect(!labelled.shows("category7"))
  }

  @Test func aListWhoseAnswerIsGarbledIsNotSaidToAnswerWithANumber() {
    var state = SampleShift.started()
    var standing = SampleShift.online
    standing.listTrouble = [.init(title: "Closing", status: 0), .init(title: "Receiving", status: 503)]
    state.sync(.standing(standing))
    state.work("F2")
    #expect(state.shows("\"Closing\" could not be read (the server's answer makes no"))
    #expect(state.shows("\"Receiving\" could not be read (the server answered 503)"))
  }
}
