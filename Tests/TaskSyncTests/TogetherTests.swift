import StoreModel
import Testing

@testable import TaskSync

/// What is done to many tasks at once, while the disk is busy with the first of it.
@Suite struct TogetherTests {
  @Test func goesAsOneTransactionWhereNothingDependsOnAnother() {
    var (stand, tasks) = Self.busy()
    #expect(stand.commits.count == 1)
    let first = stand.commits[0].id
    stand.give(.committed(first, nil))
    #expect(stand.commits.count == 2)
    let rows = stand.commits[1].commit.rows
    #expect(rows.map(\.task) == [tasks[1], tasks[2], tasks[0]])
    #expect(rows.map(\.edit) == [.setPriority(1), .setPriority(1), .setTitle("Another")])
    #expect(stand.screen[tasks[1]]?.pending == nil, "not on the disk yet")
    stand.settleOffline()
    #expect(tasks.allSatisfy { stand.screen[$0]?.pending != nil })
    #expect(
      stand.disk.outbox.map(\.edit) == [
        .setPriority(1), .setPriority(1), .setPriority(1), .setTitle("Another"), .setStatus(.inProgress),
      ])
  }

  @Test func isRefusedAsAWholeByADiskThatTakesNothing() {
    var (stand, tasks) = Self.busy()
    stand.diskFault = .diskFull
    stand.settleOffline()
    let refused = stand.events.compactMap { event -> TaskID? in
      if case .editRefused(let task, _, .diskFull) = event { task } else { nil }
    }
    #expect(Set(refused) == Set(tasks))
    #expect(refused.count == 5)
    #expect(stand.outbox.isEmpty)
  }

  @Test func isAllWrittenOnTheWayOut() {
    var (stand, _) = Self.busy()
    stand.give(.end)
    stand.settleOffline()
    #expect(stand.disk.outbox.count == 5)
  }

  /// Five edits of three tasks; the first is on its way to the disk.
  private static func busy() -> (SyncStand, [TaskID]) {
    var stand = EditKindTests.ready(ModelPlanner())
    let tasks = Array(stand.screen.keys.sorted { $0.rawValue < $1.rawValue }.prefix(3))
    for task in tasks { stand.give(.edit(.setPriority(1), task)) }
    stand.give(.edit(.setTitle("Another"), tasks[0]))
    stand.give(.edit(.setStatus(.inProgress), tasks[0]))
    return (stand, tasks)
  }
}
