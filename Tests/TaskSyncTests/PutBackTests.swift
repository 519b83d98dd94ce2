import StoreModel
import Testing

@testable import TaskSync

/// An edit was done, nobody heard of it, and somebody put back what it changed: it is not done once more unasked.
@Suite struct PutBackTests {
  let task = EditKindTests.task

  struct Case: Sendable, CustomTestStringConvertible {
    var mine: TaskEdit
    var back: TaskWrite
    var testDescription: String { "\(mine)" }
  }

  static let cases = [
    Case(mine: .setNote("first line"), back: .note("")),
    Case(mine: .setTitle("mine"), back: .title("Task L0T0")),
    Case(mine: .setDue(EditKindTests.moment), back: .due(nil)),
    Case(mine: .setPriority(1), back: .priority(5)),
    Case(mine: .setStatus(.inProgress), back: .percentComplete(0)),
    Case(mine: .assign(EditKindTests.colleague), back: .assigned(EditKindTests.colleague, false)),
    Case(mine: .check(item: "a", isChecked: true), back: .ticked(item: "a", false)),
    Case(mine: .renameItem(id: "a", title: "mine"), back: .itemTitle(item: "a", "item a")),
    Case(
      mine: .removeItem(id: "a"), back: .newItem("a", title: "item a", isChecked: false, orderHint: "a !")),
  ]

  /// The power goes while the edit is on its way; much later the server may have forgotten the version it names.
  @Test(arguments: cases, [false, true])
  func behindAPowerCut(_ edit: Case, _ isVersionForgotten: Bool) throws {
    var stand = EditKindTests.ready()
    stand.give(.edit(edit.mine, task))
    while !stand.asks.contains(where: \.request.isWrite) { stand.commits.isEmpty ? stand.answer() : stand.write() }
    let write = stand.asks.first { $0.request.isWrite }
    _ = stand.planner.answer(try #require(write?.request))
    stand.planner.write(task, edit.back, by: EditKindTests.colleague)
    let putBack = stand.planner.entries[task]?.version
    var next = SyncStand(planner: stand.planner)
    next.disk = stand.disk
    next.now = stand.now
    next.begin()
    while isVersionForgotten, next.asks.first?.request.isWrite != true, !next.asks.isEmpty || !next.commits.isEmpty {
      next.commits.isEmpty ? next.answer() : next.write()
    }
    if isVersionForgotten, next.asks.first?.request.isWrite == true { next.answer(.stale) }
    next.settle()
    next.wait(rounds: 2)
    #expect(next.outbox.map(\.state) == [.needsDecision])
    #expect(next.planner.entries[task]?.version == putBack)
    next.give(.decide(1, .mine))
    next.settle()
    #expect(next.outbox.isEmpty && next.disk.outbox.isEmpty)
    #expect(next.planner.entries[task]?.version == putBack.map { $0 + 1 })
  }

  /// That it may have left is on the disk before it leaves, and not before that.
  @Test func thatAnEditMayHaveLeftIsOnTheDiskFirst() throws {
    var stand = EditKindTests.ready()
    stand.give(.syncNow)
    stand.answer(.failed(.offline))
    stand.give(.edit(.setTitle("mine"), task))
    stand.settle()
    #expect(stand.disk.outbox.map(\.attempt) == [nil])
    stand.now.advance(to: try #require(stand.wake))
    stand.give(.timer)
    while !stand.asks.contains(where: \.request.isWrite) { stand.commits.isEmpty ? stand.answer() : stand.write() }
    #expect(stand.disk.outbox.map(\.attempt) == [.left])
  }
}
