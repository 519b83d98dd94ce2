import StoreModel
import Testing

@testable import TaskSync

@Suite struct CreationTests {
  static let local = TaskID.local("k1")
  static let list = ListID(rawValue: "L0")
  static let new = NewTask(list: list, title: "Sweep the yard", priority: 3, note: "with the wide broom")

  private func ready() -> SyncStand {
    var stand = SyncStand()
    stand.begin()
    stand.settle()
    return stand
  }

  private func named(_ stand: SyncStand, _ title: String = "Sweep the yard") -> [ModelPlanner.Entry] {
    stand.planner.entries.values.filter { $0.task.title == title }
  }

  /// Writes what is to be written, until a creation is on its way.
  private func send(_ stand: inout SyncStand) {
    while !stand.commits.isEmpty { stand.write() }
  }

  @Test func aTaskIsShownUnderItsOwnIdUntilTheServerNamesIt() throws {
    var stand = ready()
    stand.give(.edit(.create(Self.new), Self.local))
    stand.write()
    #expect(stand.screen[Self.local]?.task.title == "Sweep the yard")
    #expect(stand.screen[Self.local]?.pending == .notSent)
    stand.give(.loadDetails(Self.local))
    #expect(stand.details[Self.local]?.note == "with the wide broom")
    stand.give(.edit(.setDue(EditKindTests.moment), Self.local))
    stand.settle()
    let made = try #require(stand.identified[Self.local])
    #expect(stand.screen[Self.local] == nil)
    #expect(stand.planner.entries[made]?.details.note == "with the wide broom")
    #expect(stand.planner.entries[made]?.task.due == EditKindTests.moment)
    #expect(stand.planner.entries[made]?.task.priority == 3)
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
    stand.give(.edit(.setStatus(.complete), Self.local))
    stand.settle()
    #expect(stand.planner.entries[made]?.task.percentComplete == 100)
  }

  /// Nobody listens after a lock: the next session tells by which ids the tasks go by now, whatever ended the one before.
  @Test func anIdGivenEarlierIsToldAsASessionBegins() throws {
    var stand = ready()
    stand.give(.edit(.create(Self.new), Self.local))
    stand.settle()
    let made = try #require(stand.identified[Self.local])
    let renaming = TaskRenaming(Self.local, to: made)
    #expect(stand.disk.renamings == [renaming])
    stand.events = []
    stand.begin()
    #expect(stand.events.first == .identifiedEarlier([renaming]))
    // Deleted, and made again under an id of its own.
    stand.settle()
    stand.give(.edit(.delete, made))
    stand.settle()
    stand.give(.edit(.create(Self.new), made))
    stand.write()
    let local = try #require(stand.identified[made])
    #expect(stand.disk.renamings == [renaming, TaskRenaming(made, to: local)])
    stand.settle()
    #expect(stand.disk.renamings.last == TaskRenaming(local, to: try #require(stand.identified[local])))
  }

  /// The server has just named the task, and nothing was read of its details: its worker knows that there are none.
  @Test(arguments: [false, true]) func aNoteForATaskJustMadeIsAccepted(_ isWrittenByAnother: Bool) throws {
    var stand = ready()
    stand.give(.edit(.create(NewTask(list: Self.list, title: "Sweep the yard")), Self.local))
    while stand.identified[Self.local] == nil { stand.commits.isEmpty ? stand.answer() : stand.write() }
    let made = try #require(stand.identified[Self.local])
    if isWrittenByAnother { stand.planner.write(made, .note("ask Omar")) }
    stand.give(.edit(.setNote("with the wide broom"), Self.local))
    stand.give(.edit(.addItem(id: "c", title: "behind the bins", isChecked: false), made))
    stand.settle()
    let details = try #require(stand.planner.entries[made]?.details)
    #expect(details.note == (isWrittenByAnother ? "ask Omar" : "with the wide broom"))
    #expect(details.checklist.map(\.title) == ["behind the bins"])
    #expect(stand.outbox.map(\.state) == (isWrittenByAnother ? [.needsDecision] : []))
  }

  /// What is refused is told of the task by the name it has by now: its worker is still at it.
  @Test func aRefusedEditNamesTheTaskAsItIsCalledByNow() throws {
    var stand = ready()
    stand.give(.edit(.create(NewTask(list: Self.list, title: "Sweep the yard")), Self.local))
    stand.settle()
    let made = try #require(stand.identified[Self.local])
    stand.give(.edit(.removeItem(id: "c"), Self.local))
    #expect(stand.events.last == .editRefused(made, .removeItem(id: "c"), .taskGone))
    stand.diskFault = .diskFull
    stand.give(.edit(.setPriority(1), Self.local))
    stand.write()
    #expect(stand.events.contains(.editRefused(made, .setPriority(1), .diskFull)))
  }

  @Test func whatItCanBeRecognisedByIsOnDiskBeforeItLeaves() {
    var stand = ready()
    stand.give(.edit(.create(Self.new), Self.local))
    stand.write()
    #expect(stand.asks.isEmpty)
    stand.write()
    #expect(stand.disk.outbox.first?.attempt != nil)
    #expect(stand.asks.map(\.request.isWrite) == [true])
  }

  @Test(arguments: [true, false])
  func aCreationWithoutAnAnswerIsLookedForBeforeItIsRepeated(_ wasMade: Bool) {
    var stand = ready()
    stand.give(.edit(.create(Self.new), Self.local))
    send(&stand)
    if wasMade, let ask = stand.asks.first { _ = stand.planner.answer(ask.request) }
    stand.answer(.failed(.unknownOutcome))
    stand.planner.requests = []
    stand.wait(rounds: 2)
    #expect(stand.planner.requests.first == .tasks(Self.list))
    #expect(named(stand).count == 1)
    #expect(stand.outbox.isEmpty)
    #expect(named(stand).first?.details.note == "with the wide broom")
  }

  @Test func theSameAfterARestart() {
    var stand = ready()
    stand.give(.edit(.create(Self.new), Self.local))
    send(&stand)
    if let ask = stand.asks.first { _ = stand.planner.answer(ask.request) }
    var next = SyncStand(planner: stand.planner)
    next.disk = stand.disk
    next.begin()
    next.settle()
    #expect(named(next).count == 1)
    #expect(next.outbox.isEmpty && next.disk.outbox.isEmpty)
  }

  @Test func twoOfTheSameTitleAreTwoTasks() {
    var stand = ready()
    stand.give(.edit(.create(Self.new), Self.local))
    stand.settle()
    stand.give(.edit(.create(Self.new), .local("k2")))
    send(&stand)
    stand.answer(.failed(.unknownOutcome))
    stand.wait(rounds: 2)
    #expect(named(stand).count == 2)
    #expect(stand.outbox.isEmpty)
  }

  /// The copy was destroyed at a sign-out, and with it what tells the first of the two.
  @Test func aTaskThatTheCopyNoLongerHasIsNotTakenForTheNextOfItsTitle() {
    var stand = ready()
    stand.give(.edit(.create(Self.new), Self.local))
    stand.settle()
    stand.give(.syncNow)
    stand.answer(.failed(.offline))
    stand.give(.edit(.create(Self.new), .local("k2")))
    stand.settle()
    var next = SyncStand(planner: stand.planner)
    next.disk.outbox = stand.disk.outbox
    next.disk.lastSequence = stand.disk.lastSequence
    next.now = stand.now
    next.begin()
    while !next.asks.contains(where: \.request.isWrite) { next.commits.isEmpty ? next.answer() : next.write() }
    #expect(next.disk.outbox.first?.attempt?.others == [TaskID(rawValue: "made1")])
    while next.asks.first?.request.isWrite == false { next.answer() }
    next.answer(.failed(.unknownOutcome))
    next.wait(rounds: 2)
    #expect(named(next).count == 2)
    #expect(next.outbox.isEmpty && next.disk.outbox.isEmpty)
  }

  @Test func anOlderTaskOfTheSameTitleIsNotMistakenForIt() {
    var stand = ready()
    stand.give(.loadDetails(TaskID(rawValue: "L0T0")))
    let ask = stand.asks.removeFirst()
    stand.give(.answered(ask.id, ServerReply(stand.planner.answer(ask.request), date: stand.now.wall)))
    stand.planner.clock = stand.now.wall.advanced(by: .seconds(-301))
    _ = stand.planner.create(Self.new, by: SyncStand.user)
    stand.planner.clock = stand.now.wall
    stand.give(.edit(.create(Self.new), Self.local))
    send(&stand)
    stand.answer(.failed(.unknownOutcome))
    stand.wait(rounds: 2)
    #expect(named(stand).count == 2)
  }

  @Test func anothersTaskOfTheSameTitleIsNotMistakenForIt() {
    var stand = ready()
    stand.give(.edit(.create(Self.new), Self.local))
    send(&stand)
    _ = stand.planner.create(Self.new, by: EditKindTests.colleague)
    stand.answer(.failed(.unknownOutcome))
    stand.wait(rounds: 2)
    #expect(named(stand).count == 2)
  }

  /// A creation that nobody answered, and two tasks of which each may be the one it made.
  private func withSeveralAlike() -> SyncStand {
    var stand = ready()
    stand.give(.edit(.create(Self.new), Self.local))
    send(&stand)
    for _ in 0..<2 { _ = stand.planner.create(Self.new, by: SyncStand.user) }
    stand.answer(.failed(.unknownOutcome))
    stand.wait(rounds: 2)
    return stand
  }

  @Test(arguments: [ChangeDecision.mine, .theirs])
  func severalThatMayBeItAreAskedAbout(_ decision: ChangeDecision) {
    var stand = withSeveralAlike()
    #expect(stand.row(1)?.trouble == .severalAlike([TaskID(rawValue: "made1"), TaskID(rawValue: "made2")]))
    stand.give(.decide(1, decision))
    stand.settle()
    #expect(named(stand).count == (decision == .mine ? 3 : 2))
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
  }

  /// What its owner deletes while they are asked whether it is the one they made is not taken for it.
  @Test func aTaskDeletedMeanwhileIsNotTakenForTheOneMade() {
    var stand = withSeveralAlike()
    for made in ["made1", "made2"] {
      stand.give(.edit(.delete, TaskID(rawValue: made)))
      send(&stand)
    }
    stand.give(.decide(1, .theirs))
    #expect(stand.identified.isEmpty && stand.row(1) == nil)
    stand.settle()
    #expect(named(stand).isEmpty && stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
  }

  @Test func aCreationTakenBackBeforeItIsSentLeavesNothing() {
    var stand = ready()
    stand.give(.edit(.setStatus(.complete), TaskID(rawValue: "L0T1")))
    stand.write()
    stand.answer(.failed(.offline))
    stand.give(.edit(.create(Self.new), Self.local))
    stand.settle()
    stand.give(.edit(.delete, Self.local))
    stand.settle()
    #expect(stand.outbox.map(\.task.rawValue) == ["L0T1"])
    #expect(stand.screen[Self.local] == nil && stand.disk.outbox.count == 1)
    stand.wait(rounds: 2)
    #expect(named(stand).isEmpty)
  }

  @Test func aCreationTakenBackWhileItIsSentIsDeleted() {
    var stand = ready()
    stand.give(.edit(.create(Self.new), Self.local))
    send(&stand)
    stand.give(.edit(.delete, Self.local))
    stand.settle()
    #expect(named(stand).isEmpty)
    #expect(stand.planner.requests.contains { if case .create = $0 { true } else { false } })
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
  }

  @Test func aDeletionTakenBackAfterItWasSentMakesTheTaskAnew() throws {
    var stand = EditKindTests.ready()
    let task = EditKindTests.task
    let seen = try #require(stand.screen[task]?.task)
    let opposite = try #require(TaskEdit.delete.opposite(before: seen, stand.details[task]))
    stand.give(.edit(.delete, task))
    stand.settle()
    #expect(stand.screen[task] == nil)
    stand.give(.edit(opposite, task))
    stand.settle()
    #expect(named(stand, "Task L0T0").first?.details.checklist.map(\.title) == ["item a", "item b"])
    stand.give(.edit(.setStatus(.complete), task))
    stand.settle()
    #expect(named(stand, "Task L0T0").map(\.task.percentComplete) == [100])
    #expect(stand.outbox.isEmpty)
  }

  @Test func aLimitStopsTheCreationAndWhatHangsOnItAndDroppingItDropsAll() {
    var stand = ready()
    stand.planner.creationAnswer = .forbidden(limit: "MaximumTasksInProject")
    stand.give(.edit(.create(Self.new), Self.local))
    stand.settle()
    #expect(stand.row(1)?.trouble == .forbidden(limit: "MaximumTasksInProject"))
    #expect(stand.outbox.count == 2)
    stand.planner.requests = []
    stand.wait()
    #expect(!stand.planner.requests.contains { $0.isWrite })
    stand.give(.decide(1, .theirs))
    stand.settle()
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty && stand.screen[Self.local] == nil)
  }

  @Test func intoAListThatIsNotThereNothingIsMade() {
    var stand = ready()
    let edit = TaskEdit.create(NewTask(list: ListID(rawValue: "none"), title: "x"))
    stand.give(.edit(edit, Self.local))
    #expect(stand.events.last == .editRefused(Self.local, edit, .listGone))
  }
}
