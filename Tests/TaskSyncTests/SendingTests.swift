import StoreModel
import Testing

@testable import TaskSync

@Suite struct SendingTests {
  let task = TaskID(rawValue: "L0T0")

  private func ready() -> SyncStand {
    var stand = SyncStand()
    stand.begin()
    stand.settle()
    return stand
  }

  @Test func anEditIsShownOnlyOnceItIsOnDisk() {
    var stand = ready()
    stand.give(.edit(.setStatus(.complete), task))
    #expect(stand.screen[task]?.pending == nil)
    #expect(stand.asks.isEmpty)
    stand.write()
    #expect(stand.screen[task]?.task.status == .complete)
    #expect(stand.screen[task]?.pending == .sending)
    #expect(stand.disk.outbox.count == 1)
    #expect(stand.asks.map(\.request) == [.write(task, .percentComplete(100), seen: ETag(rawValue: "1"))])
  }

  @Test func aConfirmedEditLeavesInTheTransactionThatKeepsItsResult() {
    var stand = ready()
    stand.give(.edit(.setStatus(.complete), task))
    stand.write()
    stand.answer()
    #expect(stand.commits.count == 1)
    #expect(stand.commits.first?.commit.removedRows == [1])
    #expect(stand.commits.first?.commit.tasks.map(\.task.percentComplete) == [100])
    stand.settle()
    #expect(stand.screen[task]?.task == stand.planner.entries[task]?.task)
    #expect(stand.screen[task]?.pending == nil)
    #expect(stand.disk.outbox.isEmpty && stand.outbox.isEmpty)
  }

  @Test func aFullDiskRefusesTheEditAndKeepsTheRest() {
    var stand = ready()
    stand.diskFault = .diskFull
    stand.give(.edit(.setStatus(.complete), task))
    stand.settle()
    #expect(stand.events.contains(.editRefused(task, .setStatus(.complete), .diskFull)))
    #expect(stand.screen[task]?.task.status == .notStarted)
    #expect(stand.planner.entries[task]?.task.percentComplete == 0)
    stand.diskFault = nil
    stand.give(.edit(.setStatus(.complete), task))
    stand.settle()
    #expect(stand.planner.entries[task]?.task.percentComplete == 100)
  }

  @Test func undoingAnUnsentEditRemovesIt() {
    var stand = ready()
    stand.give(.edit(.setStatus(.complete), TaskID(rawValue: "L0T1")))
    stand.write()
    stand.answer(.failed(.offline))
    stand.give(.edit(.setStatus(.complete), task))
    stand.write()
    #expect(stand.outbox.map(\.task.rawValue) == ["L0T1", "L0T0"])
    stand.give(.edit(.setStatus(.notStarted), task))
    stand.write()
    #expect(stand.outbox.map(\.task.rawValue) == ["L0T1"])
    #expect(stand.screen[task]?.task.percentComplete == 0)
    #expect(stand.disk.outbox.count == 1)
  }

  @Test func undoingASentEditSendsTheOpposite() {
    var stand = ready()
    stand.give(.edit(.setStatus(.complete), task))
    stand.write()
    stand.give(.edit(.setStatus(.notStarted), task))
    stand.write()
    #expect(stand.outbox.count == 2)
    stand.settle()
    #expect(stand.planner.entries[task]?.task.percentComplete == 0)
    #expect(stand.planner.history[task] == [0, 100])
    #expect(stand.outbox.isEmpty)
  }

  @Test func anUnknownOutcomeIsReadBeforeAnythingIsRepeated() {
    var stand = ready()
    stand.give(.edit(.setStatus(.complete), task))
    stand.write()
    stand.planner.set(task, percent: 100)
    stand.answer(.failed(.unknownOutcome))
    #expect(stand.row(1)?.state == .unknown)
    #expect(stand.asks.isEmpty)
    stand.planner.requests = []
    stand.wait()
    #expect(stand.planner.requests.first == .task(task))
    #expect(!stand.planner.requests.contains { $0.isWrite })
    #expect(stand.outbox.isEmpty)
  }

  @Test func anUnknownOutcomeThatDidNothingIsSentAgain() {
    var stand = ready()
    stand.give(.edit(.setStatus(.complete), task))
    stand.write()
    stand.answer(.failed(.unknownOutcome))
    stand.wait()
    #expect(stand.planner.entries[task]?.task.percentComplete == 100)
    #expect(stand.outbox.isEmpty)
  }

  @Test func aMalformedEditIsSetAsideAndOthersGoOn() {
    var stand = ready()
    stand.give(.edit(.setStatus(.complete), task))
    stand.write()
    stand.answer(.malformed)
    #expect(stand.row(1)?.state == .refused)
    #expect(stand.row(1)?.trouble == .malformed)
    stand.give(.edit(.setStatus(.complete), TaskID(rawValue: "L0T1")))
    stand.settle()
    #expect(stand.planner.entries[TaskID(rawValue: "L0T1")]?.task.percentComplete == 100)
    #expect(stand.outbox.count == 1)
    stand.give(.decide(1, .retry))
    stand.settle()
    #expect(stand.planner.entries[task]?.task.percentComplete == 100)
  }

  @Test func anAnswerAskedBeforeAWriteDoesNotRevertIt() {
    var stand = ready()
    stand.give(.syncNow)
    while !stand.asks.contains(where: { $0.request == .tasks(ListID(rawValue: "L0")) }) { stand.answer() }
    let old = stand.planner.answer(.tasks(ListID(rawValue: "L0")))
    let list = stand.asks.first { $0.request == .tasks(ListID(rawValue: "L0")) }
    stand.asks.removeAll { $0.id == list?.id }
    stand.give(.edit(.setStatus(.complete), task))
    stand.settle()
    #expect(stand.screen[task]?.task.status == .complete)
    if let list { stand.give(.answered(list.id, ServerReply(old))) }
    #expect(stand.screen[task]?.task.status == .complete)
    #expect(stand.screen[task]?.pending == nil)
  }

  @Test func whatWasNotConfirmedIsSentAfterARestart() {
    var stand = ready()
    stand.give(.edit(.setStatus(.complete), task))
    stand.write()
    var next = SyncStand(planner: stand.planner)
    next.disk = stand.disk
    next.begin()
    #expect(next.screen[task]?.pending != nil)
    next.settle()
    #expect(next.planner.entries[task]?.task.percentComplete == 100)
    #expect(next.disk.outbox.isEmpty)
  }
}
