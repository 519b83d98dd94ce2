import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

/// A note is written over what its writer saw: their own words still on their way to the disk, or those that others have
/// changed meanwhile.
@Suite struct NoteOverNewsTests {
  private static let t3 = NoteTests.t3

  private static func change(_ id: Int64, _ text: String) -> PendingChange {
    SampleShift.change(id, .notSent, edit: .setNote(text))
  }

  /// What is given to sync when the note is saved.
  private static func saved(_ text: String, over seen: String) -> [Effect] {
    [.sync(.edit(.setNote(text), t3, seen: .text(seen)))]
  }

  @Test func aNoteOpenedAgainBeforeTheDiskHasItBeginsWithItsOwnWords() {
    var state = NoteTests.atTask()
    let before = SampleShift.details.note
    state.work("c", "Ctrl+End", "1")
    #expect(state.work("Ctrl+S") == Self.saved(before + "1", over: before))
    state.work("c", "Ctrl+End", "2")
    #expect(state.draft?.text == before + "12")
    // The old note is told once more: it is not what the writer saw.
    state.sync(.details(SampleShift.details))
    #expect(state.work("Ctrl+S") == Self.saved(before + "12", over: before + "1"))
    state.sync(.outbox([Self.change(1, before + "1")]))
    state.work("c")
    #expect(state.shows(before + "12"))
    state.work("Escape")
    state.sync(.outbox([Self.change(1, before + "12")]))
    #expect(state.shift?.notesOnTheirWay.isEmpty == true)
    #expect(state.work("u") == [.sync(.edit(.setNote(before + "1"), Self.t3, seen: .text(before + "12")))])
  }

  @Test func whatOthersWroteMeanwhileIsNotWhatTheWriterSaw() {
    var state = NoteTests.atTask()
    let before = SampleShift.details.note
    state.work("c", "Ctrl+End", "!")
    var theirs = SampleShift.details
    theirs.note = "Theirs."
    state.sync(.details(theirs))
    #expect(state.shows(before + "!"))
    #expect(state.work("Ctrl+S") == Self.saved(before + "!", over: before))
  }

  @Test func aNoteNotTouchedYetIsTheNewestOne() {
    var state = NoteTests.atTask()
    #expect(state.work("c") == [.sync(.loadDetails(Self.t3))])
    var theirs = SampleShift.details
    theirs.note = "Theirs."
    state.sync(.details(theirs))
    #expect(state.shows("Theirs.") && state.shows("as it was saved"))
    state.work("Ctrl+End", "!")
    #expect(state.work("Ctrl+S") == Self.saved("Theirs.!", over: "Theirs."))
  }

  @Test func aDraftKeepsWhatItWasBegunOver() {
    var state = SampleShift.signedIn(hasFound: false)
    var place = Place(person: SampleShift.mei.id, tab: .mine, task: Self.t3, isTaskOpen: true)
    place.drafts = [Draft(.note, task: Self.t3, text: "Old. Mine.", cursor: 3, before: "Old.")]
    let waiting = WaitingHere(worker: SampleShift.mei.id, place: place.bytes, others: UnsentSummary())
    _ = update(&state, .found(waiting))
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []), .outbox([]))
    state.sync(.details(SampleShift.details), .standing(SampleShift.online))
    #expect(state.shows("Old. Mine."))
    #expect(state.work("Ctrl+S") == Self.saved("Old. Mine.", over: "Old."))
  }

  @Test func aNoteRefusedWhileAnotherIsWrittenComesBackAfterIt() {
    var state = NoteTests.atTask()
    let before = SampleShift.details.note
    state.work("c", "Ctrl+End", "1", "Ctrl+S", "Up", "Up", "c")
    state.type("Other")
    state.sync(.editRefused(Self.t3, .setNote(before + "1"), .diskFull))
    #expect(state.shows("Other"))
    state.work("Escape", "d")
    #expect(state.shows(before + "1") && state.shows("not saved"))
    #expect(state.work("Ctrl+S") == Self.saved(before + "1", over: before))
  }

  @Test func ofTwoNotesRefusedTheLaterOneIsWithItsWriterAgain() {
    var state = NoteTests.atTask()
    let before = SampleShift.details.note
    state.work("c", "Ctrl+End", "1", "Ctrl+S", "c", "Ctrl+End", "2", "Ctrl+S", "c")
    state.sync(.editRefused(Self.t3, .setNote(before + "1"), .diskFull))
    state.sync(.editRefused(Self.t3, .setNote(before + "12"), .diskFull))
    #expect(state.draft?.text == before + "12")
    #expect(state.shows("not saved"))
  }
}
