import StoreModel
import Testing

@testable import TaskSync

/// Every kind of edit, from the keystroke to the server and back.
@Suite struct EditKindTests {
  static let task = TaskID(rawValue: "L0T0")
  static let colleague = UserID(rawValue: "colleague")
  static let moment = Timestamp(seconds: 1_800_100_000)

  static let edits: [TaskEdit] = [
    .setStatus(.inProgress), .check(item: "a", isChecked: true), .addItem(id: "n", title: "new"),
    .addItem(id: "m", title: "new", isChecked: true), .renameItem(id: "a", title: "other"), .removeItem(id: "a"),
    .moveItem(id: "a", after: "b"), .moveItem(id: "b", after: nil), .setNote("a note"), .setTitle("another title"),
    .setDue(moment), .setStart(moment), .setPriority(1), .moveToBucket("bucket"), .assign(colleague),
    .setCategory("category3", applies: true), .delete,
  ]

  static func ready(_ planner: ModelPlanner = ModelPlanner()) -> SyncStand {
    var stand = SyncStand(planner: planner)
    stand.begin()
    stand.settle()
    stand.give(.loadDetails(task))
    stand.settle()
    return stand
  }

  /// As people see it: without versions, moments and places only the server knows.
  static func seen(_ entry: ModelPlanner.Entry?) -> [String]? {
    entry.map { entry in
      let task = entry.task
      return [
        task.title, "\(task.status)", "\(task.priority)", "\(String(describing: task.due))",
        "\(String(describing: task.start))", task.bucketID ?? "", task.assignees.map(\.rawValue).joined(),
        task.categories.joined(), "\(task.hasNote) \(task.checklistCount) \(task.openChecklistCount)",
        entry.details.note,
        entry.details.checklist.map { "\($0.id) \($0.title) \($0.isChecked)" }.joined(separator: ","),
      ]
    }
  }

  @Test(arguments: edits)
  func isShownAtOnceAsTheServerWillHaveIt(_ edit: TaskEdit) throws {
    var stand = Self.ready()
    stand.give(.edit(edit, Self.task))
    stand.write()
    let details = try #require(stand.details[Self.task])
    let shown = Self.seen(stand.screen[Self.task].map { .init(task: $0.task, details: details) })
    #expect(stand.outbox.map(\.edit) == [edit])
    stand.settle()
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
    #expect(shown == Self.seen(stand.planner.entries[Self.task]))
    // The version of the task itself comes with the next round.
    stand.wait()
    #expect(stand.screen[Self.task]?.task == stand.planner.entries[Self.task]?.task)
  }

  @Test(arguments: edits)
  func isTakenBackBeforeItIsSent(_ edit: TaskEdit) throws {
    var stand = Self.ready()
    let before = Self.seen(stand.planner.entries[Self.task])
    let seen = try #require(stand.screen[Self.task]?.task)
    let opposite = try #require(edit.opposite(before: seen, stand.details[Self.task]))
    stand.give(.edit(.setStatus(.complete), TaskID(rawValue: "L0T1")))
    stand.write()
    stand.answer(.failed(.offline))
    stand.give(.edit(edit, Self.task))
    stand.write()
    stand.give(.edit(opposite, Self.task))
    stand.write()
    #expect(stand.outbox.map(\.task.rawValue) == ["L0T1"])
    stand.wait(rounds: 2)
    #expect(Self.seen(stand.planner.entries[Self.task]) == before)
    #expect(stand.planner.entries[Self.task]?.version == 1)
  }

  @Test(arguments: edits.filter { $0 != .delete })
  func isTakenBackByItsOppositeOnceSent(_ edit: TaskEdit) throws {
    var stand = Self.ready()
    let before = Self.seen(stand.planner.entries[Self.task])
    let seen = try #require(stand.screen[Self.task]?.task)
    let opposite = try #require(edit.opposite(before: seen, stand.details[Self.task]))
    stand.give(.edit(edit, Self.task))
    stand.settle()
    #expect(Self.seen(stand.planner.entries[Self.task]) != before)
    stand.give(.edit(opposite, Self.task))
    stand.settle()
    #expect(stand.outbox.isEmpty)
    #expect(Self.unordered(Self.seen(stand.planner.entries[Self.task])) == Self.unordered(before))
    stand.give(.edit(edit, Self.task))
    stand.settle()
    #expect(stand.outbox.isEmpty)
    #expect(Self.seen(stand.planner.entries[Self.task]) != before)
  }

  /// An item that comes back after it was removed for all stands at the end.
  static func unordered(_ seen: [String]?) -> [String]? {
    seen.map { $0.map { $0.split(separator: ",").sorted().joined(separator: ",") } }
  }

  @Test(arguments: edits)
  func outlivesARestart(_ edit: TaskEdit) {
    var stand = Self.ready()
    stand.give(.edit(edit, Self.task))
    stand.write()
    var next = SyncStand(planner: stand.planner)
    next.disk = stand.disk
    next.now = stand.now
    next.begin()
    #expect(next.outbox.map(\.edit) == [edit])
    next.settle()
    stand.settle()
    #expect(next.outbox.isEmpty && next.disk.outbox.isEmpty)
    #expect(Self.seen(next.planner.entries[Self.task]) == Self.seen(stand.planner.entries[Self.task]))
  }

  @Test(arguments: edits)
  func anUnknownOutcomeIsReadAndDoneOnce(_ edit: TaskEdit) {
    var stand = Self.ready()
    stand.give(.edit(edit, Self.task))
    stand.write()
    while let ask = stand.asks.first, !ask.request.isWrite { stand.answer() }
    var done = stand.planner
    if let request = stand.asks.first?.request { _ = done.answer(request) }
    for isDone in [true, false] {
      var stand = stand
      if isDone { stand.planner = done }
      stand.answer(.failed(.unknownOutcome))
      #expect(stand.row(1)?.state == .unknown)
      stand.planner.requests = []
      stand.wait(rounds: 2)
      #expect(stand.planner.requests.contains { $0.isWrite } == !isDone)
      #expect(stand.outbox.isEmpty)
      #expect(Self.seen(stand.planner.entries[Self.task]) == Self.seen(done.entries[Self.task]))
    }
  }

  @Test(arguments: edits)
  func aTaskThatIsGoneLeavesTheWholeEditOnACard(_ edit: TaskEdit) {
    var stand = Self.ready()
    stand.planner.entries[Self.task] = nil
    stand.give(.edit(edit, Self.task))
    stand.settle()
    if edit == .delete {
      #expect(stand.outbox.isEmpty)
    } else {
      #expect(stand.outbox.map(\.edit) == [edit])
      #expect(stand.row(1)?.trouble == .taskGone)
      #expect(stand.row(1)?.title == "Task L0T0")
    }
    #expect(stand.planner.entries[Self.task] == nil)
  }

  @Test func theSameValueAgainIsNoEdit() {
    var stand = Self.ready()
    for edit in [
      TaskEdit.setTitle("Task L0T0"), .setPriority(5), .moveItem(id: "b", after: "a"), .unassign(Self.colleague),
    ] {
      stand.give(.edit(edit, Self.task))
      stand.settle()
    }
    #expect(stand.planner.entries[Self.task]?.version == 1)
  }

  @Test func editsOfDetailsNobodyHasReadAreRefused() {
    var stand = SyncStand(settings: SyncSettings(detailsPerRound: 0))
    stand.begin()
    stand.settle()
    stand.give(.edit(.setNote("x"), Self.task))
    #expect(stand.events.last == .editRefused(Self.task, .setNote("x"), .detailsUnknown))
  }
}
