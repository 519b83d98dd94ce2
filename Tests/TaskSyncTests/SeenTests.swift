import StoreModel
import Testing

@testable import TaskSync

/// Edits on a field that somebody else changed while their worker was at it, or since the change that they take back.
@Suite struct SeenTests {
  let task = EditKindTests.task

  /// Somebody's change, what the worker does over what they saw before it, and what the card says then.
  struct Case: Sendable {
    var theirs: TaskWrite
    var edit: TaskEdit
    var seen: EditBase.Value
    var trouble: ChangeTrouble
  }

  static let cases = [
    Case(
      theirs: .title("Theirs"), edit: .setTitle("Mine"), seen: .text("Task L0T0"),
      trouble: .changed(remote: .text("Theirs"), by: nil)),
    Case(
      theirs: .due(EditKindTests.moment), edit: .setDue(Timestamp(seconds: 1)), seen: .moment(nil),
      trouble: .changed(remote: .moment(EditKindTests.moment), by: nil)),
    Case(
      theirs: .priority(9), edit: .setPriority(1), seen: .number(5), trouble: .changed(remote: .number(9), by: nil)),
    Case(
      theirs: .bucket("theirs"), edit: .moveToBucket("mine"), seen: .bucket(nil),
      trouble: .changed(remote: .bucket("theirs"), by: nil)),
    Case(
      theirs: .percentComplete(100), edit: .setStatus(.notStarted), seen: .percentComplete(50),
      trouble: .conflict(remote: .complete, remoteCompletedBy: EditKindTests.colleague)),
    Case(
      theirs: .itemTitle(item: "a", "theirs"), edit: .renameItem(id: "a", title: "mine"),
      seen: .item(title: "item a", isChecked: false),
      trouble: .changed(remote: .item(title: "theirs", isChecked: false), by: nil)),
    Case(
      theirs: .itemTitle(item: "a", "theirs"), edit: .removeItem(id: "a"),
      seen: .item(title: "item a", isChecked: false),
      trouble: .changed(remote: .item(title: "theirs", isChecked: false), by: nil)),
    Case(
      theirs: .note("Theirs."), edit: .setNote(""), seen: .text("Mine."),
      trouble: .changed(remote: .text("Theirs."), by: nil)),
  ]

  @Test(arguments: cases) func whatCameMeanwhileIsAskedAbout(_ example: Case) {
    var stand = EditKindTests.ready()
    stand.planner.write(task, example.theirs, by: EditKindTests.colleague)
    stand.wait()
    stand.give(.loadDetails(task))
    stand.settle()
    let before = EditKindTests.seen(stand.planner.entries[task])
    stand.give(.edit(example.edit, task, seen: example.seen))
    stand.settle()
    #expect(EditKindTests.seen(stand.planner.entries[task]) == before)
    #expect(stand.outbox.map(\.trouble) == [example.trouble])
    #expect(stand.outbox.map(\.before) == [example.seen])
    stand.give(.decide(1, .mine))
    stand.settle()
    #expect(EditKindTests.seen(stand.planner.entries[task]) != before)
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
  }

  /// What the worker saw is still there: the edit goes out as any other.
  @Test(arguments: cases) func whatIsStillThereIsNoQuestion(_ example: Case) {
    var stand = EditKindTests.ready()
    if case .setNote = example.edit { stand.planner.write(task, .note("Mine.")) }
    if case .setStatus = example.edit { stand.planner.write(task, .percentComplete(50)) }
    stand.wait()
    stand.give(.loadDetails(task))
    stand.settle()
    stand.give(.edit(example.edit, task, seen: example.seen))
    stand.settle()
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
    let isDone = stand.planner.entries[task].flatMap { entry in
      (example.edit.value(in: entry.task) ?? example.edit.value(in: entry.details)).map(example.edit.isDone(in:))
    }
    #expect(isDone == true)
  }

  /// A change that waits, and what takes it back before the disk has either: nothing is left to send.
  @Test func twoInAHurryAreNoChangeOfSomebodyElses() {
    var stand = EditKindTests.ready()
    let requests = stand.planner.requests.count
    stand.give(.edit(.setPriority(1), task, seen: .number(5)))
    stand.give(.edit(.setPriority(3), task, seen: .number(1)))
    stand.give(.edit(.setPriority(1), task, seen: .number(3)))
    stand.give(.edit(.setPriority(5), task, seen: .number(1)))
    while !stand.commits.isEmpty { stand.write() }
    #expect(stand.outbox.isEmpty)
    stand.settle()
    #expect(stand.planner.requests.count == requests)
  }
}
