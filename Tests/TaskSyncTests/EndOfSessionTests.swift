import StoreModel
import Testing

@testable import TaskSync

/// A lock or sign-out while the disk is writing: what was done before it, and what was noted about it, is there afterwards.
@Suite struct EndOfSessionTests {
  let task = TaskID(rawValue: "L0T0")
  let other = TaskID(rawValue: "L0T1")

  private func ready() -> SyncStand {
    var stand = SyncStand()
    stand.begin()
    stand.settle()
    return stand
  }

  /// The session ends, the disk writes what it was given, and the worker comes back.
  private func lockAndReturn(_ stand: inout SyncStand) {
    stand.give(.end)
    while !stand.commits.isEmpty { stand.write() }
    stand.asks = []
    stand.begin()
    stand.settle()
  }

  private func read(_ stand: inout SyncStand) {
    stand.give(.syncNow)
    while !stand.asks.isEmpty { stand.answer() }
  }

  private func percent(_ stand: SyncStand) -> Int? { stand.planner.entries[task]?.task.percentComplete }

  /// A colleague completes and reopens the task while the worker's completion is on its way to the disk, or behind another.
  @Test(arguments: [false, true])
  func aCompletionNotedOfARowBeingWrittenIsKnownAfterALock(_ isBehind: Bool) {
    var stand = ready()
    if isBehind { stand.give(.edit(.setPriority(1), other)) }
    stand.give(.edit(.setStatus(.complete), task))
    for percent in [100, 30] {
      stand.planner.set(task, percent: percent)
      read(&stand)
      stand.now.advance(to: stand.now.instant.advanced(by: .seconds(60)))
    }
    lockAndReturn(&stand)
    #expect(percent(stand) == 30)
    #expect(stand.outbox.map(\.state) == [.needsDecision])
  }

  /// The worker's completion is still sent when they lock; what a list says of the task that was asked for before counts.
  @Test func aCompletionToldAfterTheLastReadCounts() throws {
    var stand = ready()
    stand.give(.syncNow)
    while !stand.asks.contains(where: { $0.request == .tasks(ListID(rawValue: "L0")) }) { stand.answer() }
    let place = try #require(stand.asks.firstIndex { $0.request == .tasks(ListID(rawValue: "L0")) })
    let reading = stand.asks.remove(at: place)
    while !stand.asks.isEmpty { stand.answer() }
    stand.give(.edit(.setStatus(.complete), task))
    while !stand.commits.isEmpty { stand.write() }
    #expect(stand.asks.map(\.request.isWrite) == [true])
    stand.answer(.stale)
    stand.give(.flush)
    stand.planner.set(task, percent: 100)
    stand.give(.answered(reading.id, ServerReply(stand.planner.answer(reading.request))))
    stand.planner.set(task, percent: 30)
    stand.settle()
    #expect(percent(stand) == 30)
    #expect(stand.outbox.map(\.state) == [.needsDecision])
  }

  @Test func editsThatWaitForTheDiskAreWrittenAtALock() {
    var stand = ready()
    let local = TaskID.local("k1")
    stand.give(.edit(.setStatus(.inProgress), task))
    stand.give(.edit(.setStatus(.complete), task))
    stand.give(.edit(.setNote("by the door"), task))
    stand.give(.edit(.create(NewTask(list: ListID(rawValue: "L0"), title: "Sweep", note: "twice")), local))
    stand.give(.edit(.setTitle("Sweep up"), local))
    stand.give(.end)
    #expect(stand.disk.outbox.isEmpty && stand.asks.isEmpty)
    while !stand.commits.isEmpty { stand.write() }
    #expect(
      stand.disk.outbox.map(\.edit.field.kind) == [.status, .note, .whole, .note, .title])
    stand.begin()
    stand.settle()
    #expect(percent(stand) == 100 && stand.planner.entries[task]?.details.note == "by the door")
    #expect(stand.planner.entries.values.contains { $0.task.title == "Sweep up" && $0.details.note == "twice" })
    #expect(stand.outbox.isEmpty)
  }

  /// The task gets its id from the server while an edit of it, under its old one, is on its way to the disk.
  @Test func anEditOfATaskThatIsJustBeingMadeFindsItAfterALock() throws {
    var stand = ready()
    let local = TaskID.local("k1")
    stand.give(.edit(.create(NewTask(list: ListID(rawValue: "L0"), title: "Sweep")), local))
    while !stand.asks.contains(where: \.request.isWrite) { stand.commits.isEmpty ? stand.answer() : stand.write() }
    stand.give(.edit(.setPriority(1), local))
    stand.answer()
    lockAndReturn(&stand)
    let made = try #require(stand.planner.entries.values.first { $0.task.title == "Sweep" })
    #expect(made.task.priority == 1)
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
  }

  /// The server's answer to a note brings the details alone; the task that says so is read with the next round.
  @Test func whatTheLastWriteBroughtIsToldAtTheNextStart() {
    var stand = ready()
    stand.give(.edit(.setNote("by the door"), task))
    stand.settle()
    #expect(stand.outbox.isEmpty)
    stand.machine = SyncMachine(profile: nil)
    stand.begin()
    #expect(stand.screen[task]?.task.hasNote == false)
    #expect(stand.details.mapValues(\.note) == [task: "by the door"])
  }

  /// A colleague's completion is noted about a row while the edit that takes it back is on its way to the disk.
  @Test func whatWasTakenBackDoesNotComeBackAfterALock() throws {
    var stand = ready()
    stand.give(.syncNow)
    while stand.asks.count < 2 { stand.answer() }
    let place = try #require(stand.asks.firstIndex { if case .tasks = $0.request { true } else { false } })
    let reading = stand.asks.remove(at: place)
    stand.answer(.failed(.throttled(wait: .seconds(600))))
    while !stand.commits.isEmpty { stand.write() }
    stand.give(.edit(.setStatus(.inProgress), task))
    stand.write()
    #expect(stand.outbox.map(\.state) == [.notSent])
    stand.give(.edit(.setStatus(.notStarted), task))
    stand.planner.set(task, percent: 100)
    stand.give(.answered(reading.id, ServerReply(stand.planner.answer(reading.request))))
    stand.give(.end)
    while !stand.commits.isEmpty { stand.write() }
    #expect(stand.disk.outbox.isEmpty)
  }
}
