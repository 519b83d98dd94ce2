import StoreModel
import Testing

@testable import TaskSync

/// Single interleavings that random walks came upon, each in its fewest steps.
@Suite struct InterleavingTests {
  let task = TaskID(rawValue: "L0T0")
  let other = TaskID(rawValue: "L0T1")

  private func ready(percent: Int = 0, settings: SyncSettings = SyncSettings()) -> SyncStand {
    var stand = SyncStand(settings: settings)
    if percent > 0 { stand.planner.set(task, percent: percent) }
    stand.begin()
    stand.settle()
    return stand
  }

  private func act(_ stand: inout SyncStand, _ edit: TaskEdit) {
    stand.give(.edit(edit, task))
    stand.write()
  }

  /// Everything asked is answered while the disk does nothing.
  private func answerAll(_ stand: inout SyncStand) {
    while !stand.asks.isEmpty { stand.answer() }
  }

  private func percent(_ stand: SyncStand) -> Int? { stand.planner.entries[task]?.task.percentComplete }

  @Test func whatWaitsBehindARefusedEditStandsOnWhatItsWorkerSaw() {
    var stand = ready(percent: 50, settings: SyncSettings(detailsPerRound: 0))
    stand.give(.edit(.setPriority(1), other))
    stand.give(.edit(.addItem(id: "c", title: "item c", isChecked: false), task))
    stand.give(.edit(.setStatus(.inProgress), task))
    stand.planner.set(task, percent: 0)
    stand.give(.syncNow)
    answerAll(&stand)
    stand.settle()
    #expect(percent(stand) == 0)
    #expect(stand.outbox.isEmpty)
  }

  @Test func doneBehindAnotherCompletionAsksWhenThatWasTakenBack() {
    var stand = ready()
    stand.give(.edit(.setStatus(.inProgress), task))
    stand.planner.set(task, percent: 100)
    stand.settle()
    #expect(stand.row(1)?.state == .needsDecision)
    act(&stand, .setStatus(.complete))
    stand.planner.set(task, percent: 30)
    stand.give(.decide(1, .theirs))
    stand.settle()
    #expect(percent(stand) == 30)
    #expect(stand.row(2)?.trouble == .conflict(remote: .inProgress, remoteCompletedBy: nil))
  }

  /// The reopening by another looks like one's own; the second edit is in the outbox, on its way to the disk, or behind it.
  @Test(arguments: 0..<3)
  func doneAfterOnesOwnReopeningAsksWhenAnotherReopened(_ place: Int) {
    var stand = ready(percent: 100)
    act(&stand, .setStatus(.inProgress))
    stand.planner.set(task, percent: 30)
    if place == 2 { stand.give(.edit(.setPriority(1), other)) }
    stand.give(.edit(.setStatus(.complete), task))
    if place == 0 { stand.write() }
    answerAll(&stand)
    stand.settle()
    #expect(percent(stand) == 30)
    #expect(stand.outbox.map(\.trouble) == [.conflict(remote: .inProgress, remoteCompletedBy: nil)])
  }

  @Test func doneOverOnesOwnReopeningAsksNobody() {
    var stand = ready(percent: 100)
    act(&stand, .setStatus(.inProgress))
    act(&stand, .setStatus(.complete))
    stand.settle()
    #expect(percent(stand) == 100)
    #expect(stand.outbox.isEmpty && !stand.planner.requests.isEmpty)
  }

  @Test func doneAsksWhenATaskWasCompletedAndReopenedWhileTheDiskWrote() {
    for isBehind in [false, true] {
      var stand = ready()
      if isBehind { stand.give(.edit(.setPriority(1), other)) }
      stand.give(.edit(.setStatus(.complete), task))
      for percent in [100, 30] {
        stand.planner.set(task, percent: percent)
        stand.give(.syncNow)
        answerAll(&stand)
        stand.now.advance(to: stand.now.instant.advanced(by: .seconds(60)))
      }
      stand.settle()
      #expect(percent(stand) == 30)
      #expect(stand.outbox.map(\.state) == [.needsDecision])
    }
  }

  @Test func aMoveGoesOutAlthoughTheOneBeforeItIsOnlyFoundDone() {
    var stand = ready()
    act(&stand, .moveItem(id: "b", after: nil))
    if let ask = stand.asks.first { _ = stand.planner.answer(ask.request) }
    act(&stand, .moveItem(id: "b", after: "a"))
    var next = SyncStand(planner: stand.planner)
    next.disk = stand.disk
    next.begin()
    next.settle()
    #expect(next.planner.entries[task]?.details.checklist.map(\.id) == ["a", "b"])
    #expect(next.outbox.isEmpty && next.disk.outbox.isEmpty)
  }

  /// What was done to a task before it had an id stands on the first version known of it.
  @Test(arguments: [false, true])
  func whatWasDoneToATaskBeforeItWasFoundAsksWhenOthersGoOnWithIt(_ isOnlyBeingWritten: Bool) throws {
    var stand = ready()
    let local = TaskID.local("k1")
    let new = NewTask(list: ListID(rawValue: "L0"), title: "Sweep", percentComplete: 100)
    stand.give(.edit(.create(new), local))
    while !stand.asks.contains(where: \.request.isWrite) { stand.commits.isEmpty ? stand.answer() : stand.write() }
    let request = try #require(stand.asks.first?.request)
    guard case .task(let made) = stand.planner.answer(request) else { return }
    stand.answer(.failed(.unknownOutcome))
    stand.give(.edit(.setStatus(.inProgress), local))
    if !isOnlyBeingWritten { stand.write() }
    stand.planner.set(made.task.id, percent: 0)
    stand.now.advance(to: try #require(stand.wake))
    stand.give(.timer)
    answerAll(&stand)
    stand.settle()
    #expect(stand.row(2)?.state == .needsDecision)
    stand.planner.set(made.task.id, percent: 100)
    stand.give(.decide(2, .retry))
    stand.settle()
    #expect(stand.planner.entries[made.task.id]?.task.percentComplete == 100)
    #expect(stand.row(2)?.trouble == .conflict(remote: .complete, remoteCompletedBy: nil))
  }

  /// The disk takes nothing while a worker starts a task and takes that back at once: what they took back never came to be.
  @Test func whatStandsOnAnEditThatTheDiskRefusedIsRefusedToo() {
    var stand = ready(percent: 100)
    stand.diskFault = .diskFull
    stand.give(.edit(.setStatus(.notStarted), task))
    stand.give(.edit(.setStatus(.complete), task))
    stand.give(.edit(.setPriority(1), task))
    stand.write()
    #expect(stand.events.contains(.editRefused(task, .setStatus(.complete), .diskFull)))
    stand.diskFault = nil
    stand.planner.set(task, percent: 50)
    stand.settle()
    #expect(percent(stand) == 50)
    #expect(stand.planner.entries[task]?.task.priority == 1)
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
  }

  /// A colleague completes and reopens the task that a creation made, before the worker's terminal knows which one it is.
  @Test func aCompletionOfATaskNotFoundYetIsKnownWhenItIs() throws {
    var stand = ready()
    let local = TaskID.local("k1")
    stand.give(.edit(.create(NewTask(list: ListID(rawValue: "L0"), title: "Sweep")), local))
    while !stand.asks.contains(where: \.request.isWrite) { stand.commits.isEmpty ? stand.answer() : stand.write() }
    guard case .task(let made) = stand.planner.answer(stand.asks[0].request) else { return }
    stand.answer(.failed(.unknownOutcome))
    stand.give(.edit(.setStatus(.complete), local))
    while !stand.commits.isEmpty { stand.write() }
    stand.give(.syncNow)
    let search = stand.asks.removeFirst()
    #expect(search.request == .tasks(ListID(rawValue: "L0")))
    stand.planner.set(made.task.id, percent: 100)
    stand.settle()
    #expect(stand.screen[made.task.id]?.task.status == .complete)
    stand.planner.set(made.task.id, percent: 50)
    stand.give(.answered(search.id, ServerReply(stand.planner.answer(search.request))))
    stand.settle()
    #expect(stand.planner.entries[made.task.id]?.task.percentComplete == 50)
    #expect(stand.outbox.map(\.trouble) == [.conflict(remote: .inProgress, remoteCompletedBy: nil)])
  }

  /// The disk did not take that a creation was confirmed, and its task is found once more, after an edit of it had left.
  @Test func anEditThatHadLeftKeepsItsVersionWhenItsTaskIsFoundAgain() {
    var stand = SyncStand()
    let new = NewTask(list: ListID(rawValue: "L0"), title: "Sweep")
    guard case .task(let made) = stand.planner.create(new, by: SyncStand.user) else { return }
    for percent in [50, 100, 0] { stand.planner.set(made.task.id, percent: percent) }
    let creation = OutboxRow(
      id: 1, task: .local("k1"), list: new.list, title: "Sweep", edit: .create(new),
      base: EditBase(etag: ETag(rawValue: ""), value: .nothing), made: stand.now.wall,
      attempt: CreationAttempt(started: stand.now.wall, others: []))
    let start = OutboxRow(
      id: 2, task: made.task.id, list: new.list, title: "Sweep", edit: .setStatus(.inProgress),
      base: EditBase(etag: made.task.etag, value: .percentComplete(0)), made: stand.now.wall, attempt: .left)
    stand.disk.outbox = [creation, start]
    stand.disk.lastSequence = 2
    stand.begin()
    stand.settle()
    #expect(stand.planner.entries[made.task.id]?.task.percentComplete == 0)
    #expect(stand.outbox.map(\.state) == [.needsDecision])
  }

  /// The disk takes nothing when the server asks to wait, nor when the session ends.
  @Test func aHoldThatTheDiskRefusedIsWrittenInTheNextSession() {
    var stand = ready()
    stand.diskFault = .diskFull
    stand.give(.syncNow)
    stand.answer(.failed(.throttled(wait: .seconds(41))))
    let end = stand.now.wall.advanced(by: .seconds(41))
    while !stand.commits.isEmpty { stand.write() }
    stand.give(.end)
    while !stand.commits.isEmpty { stand.write() }
    #expect(stand.disk.hold == nil)
    stand.diskFault = nil
    stand.asks = []
    stand.begin()
    stand.write()
    #expect(stand.disk.hold.map { $0 >= end } == true && stand.asks.isEmpty)
  }

  @Test func aHoldOnTheDiskEndsNoMomentEarlier() {
    var stand = ready()
    stand.give(.syncNow)
    while stand.asks.count < 2 { stand.answer() }
    let end = stand.now.wall.advanced(by: .seconds(41))
    stand.answer(.failed(.throttled(wait: .seconds(41))))
    stand.now.advance(to: stand.now.instant.advanced(by: .nanoseconds(1_000_000_050)))
    stand.answer(.failed(.throttled(wait: nil)))
    stand.settle()
    #expect(stand.disk.hold.map { $0 >= end } == true)
  }
}
