import StoreModel
import Strings
import TaskSync
import Terminal
import Testing
import Workspace

@Suite struct DecisionTests {
  static func conflicted() -> AppState {
    var state = SampleShift.started()
    let trouble = ChangeTrouble.conflict(remote: .notStarted, remoteCompletedBy: nil)
    state.sync(.outbox([SampleShift.change(1, .notSent), SampleShift.change(2, .needsDecision, trouble)]))
    return state
  }

  @Test func aLongTitleGivesWayToWhatBecomesOfIt() {
    var state = SampleShift.started()
    let title = String(repeating: "Receive the dairy delivery ", count: 5)
    let change = PendingChange(
      id: 1, task: TaskID(rawValue: "t3"), title: title, edit: .setStatus(.complete), before: .percentComplete(50),
      made: AppState.morning.wall, state: .notSent, trouble: nil)
    state.sync(.outbox([change]))
    state.work("F2")
    #expect(state.shows("… → Complete"))
  }

  @Test func theWorkerIsToldAndFindsItUnderF2() {
    var state = Self.conflicted()
    #expect(state.shows("1 needs you"))
    #expect(state.shows("2 not sent"))
    state.work("F2")
    #expect(state.shows("needs you: Enter"))
    state.work("Enter")
    #expect(state.shows("Two people changed this"))
    #expect(state.shows("before            ◐ In progress"))
    #expect(state.shows("you, 09:41        ● Complete"))
    #expect(state.shows("somebody else     ○ Not started"))
  }

  @Test(arguments: [(1, "and 1 task may be it."), (2, "and 2 tasks may be it.")])
  func tasksThatMayBeTheOneThatWasMadeAreCounted(_ count: Int, _ sentence: String) {
    var state = SampleShift.started()
    let trouble = ChangeTrouble.severalAlike((0..<count).map { TaskID(rawValue: "x\($0)") })
    let new = NewTask(list: ListID(rawValue: "l1"), title: "Sweep the yard")
    state.sync(.outbox([SampleShift.change(1, .needsDecision, trouble, edit: .create(new))]))
    state.work("F2", "Enter")
    #expect(state.shows(sentence))
  }

  @Test func aWayThatIsNotOpenSaysWhyOnTheCard() {
    var state = Self.conflicted()
    state.work("F2", "Enter")
    #expect(state.work("3") == [])
    #expect(state.shows("Both versions can be kept only of a note."))
    #expect(state.shows("Two people changed this"))
  }

  @Test func oneIsMineTwoIsTheirsEscapeIsLater() {
    var state = Self.conflicted()
    state.work("F2", "Enter")
    #expect(state.work("1") == [.sync(.decide(2, .mine))])
    state.work("Enter")
    #expect(state.work("2") == [.sync(.decide(2, .theirs))])
    state.work("Enter")
    #expect(state.work("Escape") == [])
    #expect(state.overlay == nil)
    #expect(state.shift?.outbox.count == 2)
  }

  /// A note of two people, as long as they like.
  static func notes(_ mine: String, _ theirs: String) -> AppState {
    var state = SampleShift.started()
    let trouble = ChangeTrouble.changed(remote: .text(theirs), by: UserID(rawValue: "omar"))
    var change = SampleShift.change(4, .needsDecision, trouble, edit: .setNote(mine))
    change.before = .text("Check the seal number.")
    state.sync(.outbox([change]))
    state.work("F2", "Enter")
    return state
  }

  @Test func bothVersionsOfANoteStandBelowEachOtherAndCanBothBeKept() {
    var state = Self.notes("Check the seal number. Came short.", "Check the seal number and the temperature.")
    #expect(state.shows("before            Check the seal number."))
    #expect(state.shows("you, 09:41        Check the seal number. Came short."))
    #expect(state.shows("Omar Reyes        Check the seal number and the temperature."))
    #expect(state.shows("3  both: theirs, then yours"))
    let heading = state.look.words(
      ChangePhrase.decisionBothHeading, ["name": "Mei Lindqvist", "time": "09:41"])
    #expect(state.work("3") == [.sync(.decide(4, .both(heading: heading)))])
  }

  @Test func aLongNoteIsReadToItsEnd() {
    var state = Self.notes((1...30).map { "line \($0)" }.joined(separator: "\n"), "their end")
    #expect(!state.shows("their end"))
    for _ in 0..<30 { state.work("Down") }
    #expect(state.shows("their end") && !state.shows("line 10 "))
    state.work("PageUp", "PageUp", "PageUp", "PageUp")
    #expect(state.shows("before            Check the seal number."))
  }

  @Test func whatIsNoNoteCannotBeKeptTwice() {
    var state = Self.conflicted()
    state.work("F2", "Enter")
    #expect(!state.shows("3  both"))
    #expect(state.work("3") == [])
    #expect(state.overlay != nil)
  }

  @Test func aLimitIsSaidInWords() {
    var state = SampleShift.started()
    state.sync(.outbox([SampleShift.change(7, .refused, .forbidden(limit: "MaximumChecklistItemsOnTask"))]))
    state.work("i", "Enter")
    #expect(state.shows("The checklist is full. Remove an item first."))
  }

  @Test func aRefusedChangeCanBeTriedAgainOrDropped() {
    var state = SampleShift.started()
    state.sync(.outbox([SampleShift.change(7, .refused, .forbidden(limit: nil))]))
    state.work("i", "Enter")
    #expect(state.shows("does not take this status yet"))
    #expect(state.work("1") == [.sync(.decide(7, .retry))])
    state.work("Enter")
    #expect(state.work("2") == [.sync(.decide(7, .theirs))])
  }

  /// Somebody renamed what the worker ticked: the card says what each of them did.
  @Test func aTickIsShownWithTheSentenceThatWasTicked() {
    var state = SampleShift.started()
    let theirs = EditBase.Value.item(title: "Sign the note (amara)", isChecked: false)
    var change = SampleShift.change(
      4, .needsDecision, .changed(remote: theirs, by: nil), edit: .check(item: "c3", isChecked: true))
    change.before = .item(title: "Sign the note", isChecked: false)
    var details = SampleShift.details
    details.checklist[2].title = "Sign the note (amara)"
    state.sync(.details(details), .outbox([change]))
    state.work("F2", "Enter")
    #expect(state.rows.contains { $0.contains("before            [ ] Sign the note") && !$0.contains("amara") })
    #expect(state.rows.contains { $0.contains("you, 09:41        [x] Sign the note") && !$0.contains("amara") })
    #expect(state.shows("somebody else     [ ] Sign the note (amara)"))
  }

  @Test(arguments: [
    (ChangeTrouble.taskGone, TaskEdit.setStatus(.complete), false),
    (.itemConflict(isChecked: nil), .check(item: "c3", isChecked: true), false),
    (.itemConflict(isChecked: nil), .addItem(id: "c9", title: "Roof"), true),
    (.malformed, .setStatus(.complete), true),
  ])
  func whatIsGoneIsNotTriedAgain(_ trouble: ChangeTrouble, _ edit: TaskEdit, _ isOffered: Bool) {
    var state = SampleShift.started()
    state.sync(.outbox([SampleShift.change(7, .refused, trouble, edit: edit)]))
    state.work("i", "Enter")
    #expect(state.shows("1  try again") == isOffered)
    #expect(state.rows.last?.contains("1 ") == isOffered)
    #expect(state.shows("2  drop my change"))
    var other = state
    #expect(other.work("1").isEmpty == !isOffered)
    #expect(other.shows("can only be dropped") == !isOffered)
    #expect(state.work("2") == [.sync(.decide(7, .theirs))])
  }

  @Test func aCardWhoseChangeIsSettledCloses() {
    var state = Self.conflicted()
    state.work("F2", "Enter")
    state.sync(.outbox([]))
    #expect(state.overlay == nil)
    #expect(state.shows("0 changes not sent"))
  }

  @Test func aChangeThatOnlyWaitsHasNothingToDecide() {
    var state = Self.conflicted()
    state.work("F2", "Up")
    #expect(state.work("Enter") == [])
    #expect(state.overlay == nil)
    #expect(state.shows("goes out by itself"))
  }
}
