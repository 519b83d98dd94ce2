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

  enum Disk: CaseIterable {
    case writes, refuses
    /// The session ends before it has answered.
    case isLate
  }

  /// An edit is on its way to the disk, and another behind it, when the task they are about is given up.
  @Test(arguments: Disk.allCases)
  func whatIsBeingWrittenOfATaskThatNeverComesToBeGoesWithIt(_ way: Disk) {
    var stand = EditKindTests.ready(ModelPlanner())
    let new = TaskID.local("n1")
    stand.give(.edit(.create(NewTask(list: ListID(rawValue: "L0"), title: "Sweep")), new))
    stand.settleOffline()
    stand.give(.edit(.setPriority(1), new))
    stand.give(.edit(.setTitle("Sweep up"), new))
    stand.give(.discard(stand.outbox.map(\.id)))
    #expect(stand.outbox.isEmpty && stand.screen[new] == nil)
    stand.giveBack(way)
    for edit in [TaskEdit.setPriority(1), .setTitle("Sweep up")] {
      #expect(stand.events.contains(.editRefused(new, edit, .taskGone)))
    }
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
    #expect(!stand.planner.requests.contains { $0.isWrite })
  }

  /// What is given up was just being changed to something else.
  @Test(arguments: Disk.allCases)
  func whatIsBeingWrittenOfAChangeGivenUpGoesWithIt(_ way: Disk) {
    var stand = EditKindTests.ready(ModelPlanner())
    stand.give(.syncNow)
    stand.settleOffline()
    stand.give(.edit(.setPriority(1), task))
    stand.settleOffline()
    stand.give(.edit(.setPriority(9), task))
    stand.give(.discard(stand.outbox.map(\.id)))
    #expect(stand.outbox.isEmpty && stand.screen[task]?.task.priority == 5)
    stand.giveBack(way)
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
    #expect(!stand.planner.requests.contains { $0.isWrite })
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
  /// The disk gets on with what it was given, in one way or another, and then everything does.
  fileprivate mutating func giveBack(_ way: DiscardTests.Disk) {
    switch way {
    case .writes: break
    case .refuses:
      diskFault = .diskFull
      write()
      diskFault = nil
    case .isLate:
      give(.end)
      while !commits.isEmpty { write() }
      begin()
    }
    give(.syncNow)
    settle()
  }

  /// Everything is written, and nothing reaches the server.
  mutating func settleOffline() {
    while !asks.isEmpty || !commits.isEmpty {
      if commits.isEmpty { answer(.failed(.offline)) } else { write() }
    }
  }
}
