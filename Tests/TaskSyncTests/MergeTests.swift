import StoreModel
import Testing

@testable import TaskSync

@Suite struct MergeTests {
  let task = TaskID(rawValue: "L0T0")

  private func ready() -> SyncStand {
    var stand = SyncStand()
    stand.begin()
    stand.settle()
    stand.give(.loadDetails(task))
    stand.settle()
    return stand
  }

  private func act(_ stand: inout SyncStand, _ edit: TaskEdit) {
    stand.give(.edit(edit, task))
    stand.settle()
  }

  @Test func doneIsAReportOfFactOverInProgress() {
    var stand = ready()
    stand.planner.set(task, percent: 50)
    act(&stand, .setStatus(.complete))
    #expect(stand.planner.entries[task]?.task.percentComplete == 100)
    #expect(stand.outbox.isEmpty)
  }

  @Test func reopeningByAnotherIsNeverOverwritten() {
    var stand = ready()
    stand.planner.set(task, percent: 100)
    stand.planner.set(task, percent: 0)
    act(&stand, .setStatus(.complete))
    #expect(stand.planner.entries[task]?.task.percentComplete == 0)
    #expect(stand.row(1)?.trouble == .conflict(remote: .notStarted, remoteCompletedBy: nil))
    #expect(stand.screen[task]?.pending == .needsDecision)
    stand.give(.decide(1, .mine))
    stand.settle()
    #expect(stand.planner.entries[task]?.task.percentComplete == 100)
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
  }

  @Test func reopeningByAnotherIsSeenAlsoWhereNobodyAnswered() {
    for isDone in [true, false] {
      var stand = ready()
      stand.give(.edit(.setStatus(.complete), task))
      stand.write()
      if isDone, let ask = stand.asks.first { _ = stand.planner.answer(ask.request) }
      stand.planner.set(task, percent: 100)
      stand.planner.set(task, percent: 0)
      stand.answer(.failed(.unknownOutcome))
      stand.wait(rounds: 3)
      #expect(stand.planner.entries[task]?.task.percentComplete == 0)
      #expect(stand.row(1)?.state == .needsDecision)
    }
  }

  @Test func theSameByBothIsDroppedQuietly() {
    var stand = ready()
    stand.planner.set(task, percent: 100)
    let version = stand.planner.entries[task]?.version
    act(&stand, .setStatus(.complete))
    #expect(stand.planner.entries[task]?.version == version)
    #expect(stand.outbox.isEmpty)
  }

  @Test func startingWhatAnotherCompletedAsks() {
    var stand = ready()
    stand.planner.set(task, percent: 100)
    act(&stand, .setStatus(.inProgress))
    #expect(stand.planner.entries[task]?.task.percentComplete == 100)
    #expect(stand.row(1)?.state == .needsDecision)
    stand.give(.decide(1, .theirs))
    stand.settle()
    #expect(stand.screen[task]?.task.status == .complete)
    #expect(stand.screen[task]?.pending == nil)
    #expect(stand.disk.outbox.isEmpty)
  }

  @Test func aChangeOfAnotherFieldIsNoConflict() {
    var stand = ready()
    stand.planner.check(task, "a", true)
    act(&stand, .setStatus(.complete))
    #expect(stand.planner.entries[task]?.task.percentComplete == 100)
    #expect(stand.outbox.isEmpty)
  }

  @Test func ticksOfTwoPeopleOnDifferentItemsBothStay() {
    var stand = ready()
    stand.planner.check(task, "a", true)
    act(&stand, .check(item: "b", isChecked: true))
    #expect(stand.planner.entries[task]?.details.checklist.map(\.isChecked) == [true, true])
    #expect(stand.outbox.isEmpty)
    #expect(stand.screen[task]?.task.openChecklistCount == 0)
  }

  @Test func aTickTakenBackByAnotherAsks() {
    var stand = ready()
    stand.planner.check(task, "a", true)
    stand.planner.check(task, "a", false)
    act(&stand, .check(item: "a", isChecked: true))
    #expect(stand.row(1)?.trouble == .itemConflict(isChecked: false))
    #expect(stand.planner.entries[task]?.details.checklist[0].isChecked == false)
  }

  @Test func aTickOnASentenceThatChangedIsHeld() {
    var stand = ready()
    stand.give(.edit(.setStatus(.complete), TaskID(rawValue: "L0T1")))
    stand.write()
    stand.answer(.failed(.offline))
    stand.give(.edit(.check(item: "a", isChecked: true), task))
    stand.write()
    stand.planner.write(task, .itemTitle(item: "a", "another sentence"))
    stand.give(.loadDetails(task))
    stand.wait(rounds: 2)
    let sentence = EditBase.Value.item(title: "another sentence", isChecked: false)
    #expect(stand.outbox.map(\.trouble) == [.changed(remote: sentence, by: nil)])
    #expect(stand.planner.entries[task]?.details.checklist[0].isChecked == false)
  }

  @Test func aTaskThatIsGoneIsNotMadeAgain() {
    var stand = ready()
    stand.planner.entries[task] = nil
    act(&stand, .setStatus(.complete))
    #expect(stand.row(1)?.trouble == .taskGone)
    #expect(stand.row(1)?.title == "Task L0T0")
    #expect(stand.planner.entries[task] == nil)
  }

  @Test func aStoppedEditHoldsUpOnlyItsOwnField() {
    var stand = ready()
    stand.planner.set(task, percent: 100)
    act(&stand, .setStatus(.inProgress))
    #expect(stand.row(1)?.state == .needsDecision)
    act(&stand, .check(item: "a", isChecked: true))
    #expect(stand.planner.entries[task]?.details.checklist[0].isChecked == true)
    #expect(stand.outbox.count == 1)
  }

  /// Somebody else's note came while this one was being written: it is there already when it is saved.
  @Test func aNoteWrittenOverAnOlderOneTakesNothingOfANewerOne() {
    for isUnsent in [false, true] {
      var stand = ready()
      stand.planner.write(task, .note("a\nb"))
      stand.give(.loadDetails(task))
      stand.settle()
      if isUnsent { stand.give(.edit(.setNote("a\nb\nc"), task)) }
      stand.give(.edit(.setNote("a!\nx"), task, seen: .text("a\nx")))
      stand.settle()
      #expect(stand.planner.entries[task]?.details.note == (isUnsent ? "a\nb\nc" : "a\nb"))
      #expect(stand.outbox.last?.state == .needsDecision)
    }
  }
}
