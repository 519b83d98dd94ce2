import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing
@testable import Workspace

@Suite struct NoteTests {
  static let t3 = TaskID(rawValue: "t3")
  static let before = EditBase.Value.text(SampleShift.details.note)

  /// At the task with a note, which is read.
  static func atTask(_ size: Size = .smallest) -> AppState {
    var state = SampleShift.started(size: size)
    state.sync(.details(SampleShift.details))
    state.work("Down", "Down")
    return state
  }

  @Test func aNoteIsWrittenAndSaved() {
    var state = Self.atTask()
    state.work("c")
    #expect(state.shows("Note of Receive the dairy delivery"))
    #expect(state.shows("as it was saved"))
    state.work("Ctrl+End", "Enter")
    state.type("Came short: 2 crates.")
    #expect(state.shows("not saved: Ctrl+S saves"))
    let note = SampleShift.details.note + "\nCame short: 2 crates."
    #expect(state.work("Ctrl+S") == [.sync(.edit(.setNote(note), Self.t3, seen: Self.before))])
    #expect(!state.shows("The note is saved;"))
    let row = PendingChange(
      id: 1, task: Self.t3, title: "Receive the dairy delivery", edit: .setNote(note), made: Timestamp(seconds: 0),
      state: .notSent)
    state.sync(.outbox([row]))
    #expect(state.shows("The note is saved;"))
    #expect(state.work("u") == [.sync(.edit(.setNote(SampleShift.details.note), Self.t3, seen: .text(note)))])
  }

  @Test func aNoteTheDiskDoesNotTakeIsWithItsWriterAgain() {
    var state = Self.atTask()
    state.work("c", "Ctrl+End")
    state.type(" Short.")
    let note = SampleShift.details.note + " Short."
    #expect(state.work("Ctrl+S") == [.sync(.edit(.setNote(note), Self.t3, seen: Self.before))])
    state.sync(.editRefused(Self.t3, .setNote(note), .diskFull))
    #expect(state.shows("The disk is full"))
    #expect(state.shows("not saved: Ctrl+S saves"))
    #expect(state.draft?.text == note)
    #expect(state.work("Ctrl+S") == [.sync(.edit(.setNote(note), Self.t3, seen: Self.before))])
    #expect(state.draft == nil)
    #expect(!state.shows("not saved"))
  }

  @Test func lettersAreTextAndNoCommand() {
    var state = Self.atTask()
    state.work("c", "Ctrl+End")
    state.type(" quit? L")
    _ = update(&state, .terminal(.paste("\nq\u{1B}[2J")))
    #expect(state.draft?.text == SampleShift.details.note + " quit? L\nq[2J")
    #expect(state.overlay == nil)
  }

  @Test func whatDoesNotFitIntoANoteOrATitleIsSaid() {
    var state = Self.atTask()
    state.work("c", "Ctrl+End")
    let room = NotePage.limit - SampleShift.details.note.utf16.count
    _ = update(&state, .terminal(.paste(String(repeating: "a", count: room + 1200))))
    #expect(state.shows("There is room for 32,768 characters: 1200 did not fit and are left out."))
    #expect(state.draft?.text.utf16.count == NotePage.limit)
    state.work("Left")
    #expect(!state.shows("did not fit"))
    state.type("b")
    #expect(state.shows("1 did not fit and is left out."))
    state.work("Backspace")
    _ = update(&state, .terminal(.paste("b")))
    #expect(!state.shows("did not fit"))
    state = SampleShift.started(SampleShift.manager)
    state.work("3", "n", "Enter")
    _ = update(&state, .terminal(.paste(String(repeating: "a", count: 257))))
    #expect(state.shows("There is room for 255 characters: 2 did not fit"))
  }

  @Test func escapeAsksWhereSomethingWouldBeLost() {
    var state = Self.atTask()
    state.work("c", "Escape")
    #expect(state.page == .tasks)
    state.work("c", "Home")
    state.type("New. ")
    state.work("Escape")
    #expect(state.shows("The note is not saved."))
    #expect(state.rows.last?.contains("d drop") == true)
    state.work("Escape")
    #expect(state.overlay == nil)
    #expect(state.shows("New. Check the seal"))
    #expect(state.work("Escape", "d") == [])
    #expect(state.page == .tasks)
    state.work("c", "Home")
    state.type("New. ")
    let edit = TaskEdit.setNote("New. " + SampleShift.details.note)
    #expect(state.work("Escape", "Enter") == [.sync(.edit(edit, Self.t3, seen: Self.before))])
  }

  @Test func aNoteThatIsNotReadIsReadFirst() {
    var state = SampleShift.started()
    state.work("Down", "Down")
    #expect(state.work("c") == [.sync(.loadDetails(Self.t3))])
    #expect(state.shows("The note is being read first."))
    state.sync(.details(SampleShift.details))
    #expect(state.shows("Note of Receive the dairy delivery"))
  }

  @Test func othersTasksAndHeadOfficesNotesAreNotWritten() {
    var state = SampleShift.started()
    state.work("3", "/")
    state.type("rota")
    state.work("Enter", "c")
    #expect(state.shows("assigned to somebody else"))
    state = Self.atTask()
    var locked = SampleShift.tasks[2]
    locked.locked = [.note]
    state.sync(.tasks(changed: [locked], removed: []))
    state.work("c")
    #expect(state.shows("Head office keeps this to itself."))
  }

  @Test func whatWasWrittenStaysWhenTheTaskGoes() {
    var state = Self.atTask()
    state.work("c")
    state.type("x")
    state.sync(.tasks(changed: [], removed: [Self.t3]))
    #expect(state.shows("is gone"))
    #expect(state.work("Ctrl+S") == [])
    #expect(state.shows("The task is gone meanwhile"))
    state.work("Escape", "d")
    #expect(state.page == .tasks)
  }

  @Test func theCaretIsWhereTheNextLetterGoes() {
    var state = Self.atTask()
    state.work("c", "End")
    let end = draw(state).cursor
    #expect(end?.row == 4)
    state.work("Home")
    #expect(draw(state).cursor == Position(row: 4, column: 2))
    for _ in 0..<60 { state.work("Enter") }
    #expect(draw(state).cursor?.row == 21)
    #expect(state.shows("1 more line") == false)
  }

  @Test func aHostileNoteStaysInItsPlace() {
    var state = SampleShift.started()
    var details = SampleShift.details
    details.note = "a\u{1B}[31m\u{202E}b\nc\u{200B}d\u{7}"
    state.sync(.details(details))
    state.work("Down", "Down", "c")
    #expect(state.rows.joined().unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    state.work("Escape")
    #expect(state.page == .tasks, "opening changed it")
  }

  @Test func screens() {
    var state = Self.atTask()
    state.work("c", "Ctrl+End", "Enter", "Enter")
    state.type("Came short: 2 crates of milk. The driver signed for it; the office knows.")
    GoldenScreen.expect("note-80x24", state)
    state.size = ShiftScreenTests.wide
    GoldenScreen.expect("note-120x40", state)
  }
}

/// A note half written: kept where a lock finds it, gone on with after the unlock.
@Suite struct NoteDraftTests {
  @Test func whatIsWrittenIsADraftUntilItIsSavedOrDropped() {
    var state = NoteTests.atTask()
    state.work("c", "Home")
    #expect(state.draft == nil)
    state.type("X")
    #expect(
      state.draft
        == Draft(
          .note, task: NoteTests.t3, text: "X" + SampleShift.details.note, cursor: 1, before: SampleShift.details.note))
    state.work("Backspace")
    #expect(state.draft == nil)
    state.type("Y")
    state.work("Ctrl+S")
    #expect(state.draft == nil)
  }

  @Test func itIsGoneOnWithWhereTheWorkerStopped() {
    var state = NoteTests.atTask()
    state.work("c", "Home")
    state.type("Half")
    let draft = state.draft
    state.work("F9")
    #expect(!state.shows("Half"))
    _ = update(&state, .session(.signedIn(SampleShift.mei, .works, since: state.now)))
    state.draft = draft
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []))
    #expect(state.page == .task(TaskPage(task: NoteTests.t3)))
    state.sync(.details(SampleShift.details))
    #expect(state.shows("HalfCheck the seal number"))
    #expect(state.shows("This is the note you were writing."))
    state.type("!")
    #expect(state.shows("Half!Check"))
  }
}
