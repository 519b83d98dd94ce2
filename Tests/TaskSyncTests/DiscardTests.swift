import StoreModel
import Testing

@testable import TaskSync

/// Changes their owner gives up by name.
@Suite struct DiscardTests {
  let task = EditKindTests.task

  @Test func whatIsGivenUpIsNeverSentAndTheRestIs() {
    var stand = EditKindTests.ready(ModelPlanner())
    let before = stand.screen[task]?.task
    stand.give(.edit(.setStatus(.complete), task))
    stand.settleOffline()
    stand.give(.edit(.setPriority(1), task))
    stand.settleOffline()
    #expect(stand.outbox.count == 2)
    stand.give(.discard([stand.outbox[0].id]))
    stand.settleOffline()
    #expect(stand.outbox.map(\.edit) == [.setPriority(1)])
    #expect(stand.disk.outbox.map(\.edit) == [.setPriority(1)])
    #expect(stand.screen[task]?.task.percentComplete == before?.percentComplete)
    stand.give(.syncNow)
    stand.settle()
    #expect(stand.outbox.isEmpty)
    #expect(stand.planner.entries[task]?.task.percentComplete == before?.percentComplete)
    #expect(stand.planner.entries[task]?.task.priority == 1)
  }

  @Test func whatHangsOnATaskThatNeverComesToBeGoesWithIt() {
    var stand = EditKindTests.ready(ModelPlanner())
    let list = stand.screen[task]?.task.list ?? ListID(rawValue: "")
    let new = TaskID.local("n1")
    stand.give(.edit(.create(NewTask(list: list, title: "Sweep")), new))
    stand.settleOffline()
    stand.give(.edit(.setPriority(1), new))
    stand.settleOffline()
    stand.give(.discard(stand.outbox.map(\.id)))
    stand.settle()
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
    #expect(stand.screen[new] == nil)
  }

  @Test func whatIsOnItsWayCannotBeCalledBack() {
    var stand = EditKindTests.ready(ModelPlanner())
    stand.give(.edit(.setPriority(1), task))
    while !stand.commits.isEmpty { stand.write() }
    #expect(stand.outbox.map(\.state) == [.sending])
    stand.give(.discard(stand.outbox.map(\.id)))
    #expect(stand.outbox.count == 1)
    stand.settle()
    #expect(stand.outbox.isEmpty)
    #expect(stand.planner.entries[task]?.task.priority == 1)
  }

  @Test func anUnknownChangeIsNoTrouble() {
    var stand = EditKindTests.ready(ModelPlanner())
    stand.give(.discard([4711]))
    stand.settle()
    #expect(stand.outbox.isEmpty)
  }
}

extension SyncStand {
  /// Everything is written, and nothing reaches the server.
  fileprivate mutating func settleOffline() {
    while !asks.isEmpty || !commits.isEmpty {
      if commits.isEmpty { answer(.failed(.offline)) } else { write() }
    }
  }
}
