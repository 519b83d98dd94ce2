import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

/// What is being written goes to the disk a moment later, and what was saved or dropped does not come back from there.
@Suite struct SealedDraftsTests {
  private func writing() -> AppState {
    var state = SampleShift.started()
    state.sync(.details(SampleShift.details))
    EntryDraftTests.openDairy(&state)
    state.work("c", "H", "i")
    return state
  }

  /// Lets time pass and answers what was sealed: nil when nothing was, a draft of nil when nothing is left.
  private func sealed(_ state: inout AppState, after time: Duration) -> Draft?? {
    let now = state.now
    let later = Now(instant: now.instant.advanced(by: time), wall: now.wall.advanced(by: time))
    let effects = update(&state, .clock(later))
    for case .sync(.keepPlace(let bytes, SampleShift.mei.id)) in effects {
      return .some(bytes.flatMap(Place.init(bytes:))?.drafts.first)
    }
    return nil
  }

  @Test func aNoteBeingWrittenIsSealedTwoSecondsLaterAndOnce() {
    var state = writing()
    #expect(sealed(&state, after: .zero) == nil)
    #expect(state.nextChange(after: state.now) == state.now.instant.advanced(by: .seconds(2)))
    #expect(sealed(&state, after: .seconds(1)) == nil)
    state.work("!")
    #expect(sealed(&state, after: .seconds(1)) == state.draft)
    #expect(state.draft?.text.hasPrefix("Hi!") == true || state.draft?.text.hasSuffix("Hi!") == true)
    #expect(sealed(&state, after: .seconds(5)) == nil)
  }

  @Test func whatWasSavedIsGoneFromThereAtOnce() {
    var state = writing()
    _ = sealed(&state, after: .zero)
    #expect(sealed(&state, after: .seconds(2)) == state.draft)
    state.work("Ctrl+S")
    #expect(state.draft == nil)
    let text = state.shift?.notesOnTheirWay.last?.text ?? ""
    #expect(sealed(&state, after: .zero) == nil, "as long as its row is not on the disk")
    state.sync(.outbox([SampleShift.change(1, .notSent, edit: .setNote(text))]))
    #expect(sealed(&state, after: .zero) == .some(nil))
  }

  /// The last note is written back to what it was before it left: nothing is left to send, and nothing to keep.
  @Test func aNoteThatTakesTheLastOneBackIsGoneFromThereToo() {
    var state = writing()
    _ = sealed(&state, after: .zero)
    _ = sealed(&state, after: .seconds(2))
    state.work("Ctrl+S")
    var details = SampleShift.details
    details.note = state.shift?.notesOnTheirWay.last?.text ?? ""
    state.sync(.details(details), .outbox([]))
    #expect(sealed(&state, after: .zero) == .some(nil))
  }

  /// The program was killed after the note was on the disk, and before its draft was gone from there.
  @Test func whatWasSavedIsNotWrittenOn() {
    var state = SampleShift.signedIn(hasFound: false)
    let task = TaskID(rawValue: "t3")
    var place = Place(person: SampleShift.mei.id, tab: .mine, task: task, isTaskOpen: true)
    place.drafts = [Draft(.note, task: task, text: SampleShift.details.note, cursor: 3)]
    _ = update(
      &state, .found(WaitingHere(worker: SampleShift.mei.id, place: place.bytes, others: UnsentSummary())))
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []), .outbox([]))
    state.sync(.details(SampleShift.details), .standing(SampleShift.online))
    #expect(state.page == .task(TaskPage(task: task)))
    #expect(state.draft == nil)
    #expect(sealed(&state, after: .zero) == .some(nil))
  }

  @Test func nothingIsSealedBeforeWhatIsThereWasFound() {
    var state = SampleShift.started(hasFound: false)
    state.sync(.details(SampleShift.details))
    EntryDraftTests.openDairy(&state)
    state.work("c", "H")
    _ = sealed(&state, after: .zero)
    #expect(sealed(&state, after: .seconds(9)) == nil)
  }

  /// What an end without warning left of one note is not lost to another that is written next.
  @Test func aNoteThatWaitsIsSealedBesideTheOneBeingWritten() throws {
    var state = SampleShift.signedIn(hasFound: false)
    let (first, second) = (TaskID(rawValue: "t1"), TaskID(rawValue: "t3"))
    var place = Place(person: SampleShift.mei.id, tab: .mine, task: second, isTaskOpen: true)
    place.drafts = [Draft(.note, task: first, text: "Of the first", cursor: 3, before: "")]
    let mei = SampleShift.mei.id
    _ = update(&state, .found(WaitingHere(worker: mei, place: place.bytes, others: UnsentSummary())))
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []), .outbox([]))
    state.sync(.details(SampleShift.details), .standing(SampleShift.online))
    state.work("c", "H", "i")
    #expect(state.drafts.map(\.task) == [second, first])
    _ = sealed(&state, after: .zero)
    #expect(sealed(&state, after: .seconds(2)) == state.draft)
    let effects = state.work("F9")
    let kept = effects.compactMap { if case .sync(.keepPlace(let bytes, mei)) = $0 { bytes } else { nil } }
    let found = try #require(kept.first.flatMap(Place.init(bytes:)))
    #expect(found.drafts.map(\.text).last == "Of the first" && found.drafts.count == 2)
    _ = update(&state, .session(.signedIn(SampleShift.mei, .works, since: AppState.morning)))
    _ = update(&state, .found(WaitingHere(worker: mei, place: found.bytes, others: UnsentSummary())))
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []), .outbox([]))
    state.sync(.details(SampleShift.details), .standing(SampleShift.online))
    #expect(state.draft?.task == second)
    // Once the one is left, its writer goes on with the other.
    state.work("Escape", "d")
    #expect(state.draft?.text == "Of the first" && state.shows("Of the first"))
  }

  /// The details come while a line is being typed: it stays, and the note waits for `c`.
  @Test func aNoteThatIsGoneOnWithTakesNoLineAway() {
    var state = SampleShift.signedIn(SampleShift.manager, hasFound: false)
    let task = TaskID(rawValue: "t3")
    var place = Place(person: SampleShift.manager.id, tab: .mine, task: task, isTaskOpen: true)
    place.drafts = [Draft(.note, task: task, text: "Mine", cursor: 4, before: "")]
    _ = update(
      &state, .found(WaitingHere(worker: SampleShift.manager.id, place: place.bytes, others: UnsentSummary())))
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []), .outbox([]))
    state.work("e", "Enter", "End", "!")
    guard case .entry(let typed) = state.overlay else {
      Issue.record("no line is being typed")
      return
    }
    state.sync(.details(SampleShift.details), .standing(SampleShift.online))
    #expect(state.overlay == .entry(typed) && state.draft?.text == "Mine")
    state.work("Escape", "c")
    #expect(state.shows("Mine"))
  }

  @Test func aSignInBesideTheWorkBringsNothingBack() {
    var state = writing()
    let old = Place.keeping(state.drafts, of: SampleShift.mei.id)?.bytes
    state.work("Ctrl+S")
    let page = state.page
    let count = state.shift?.history.records.count
    let record = HistoryRecord(
      at: state.now.wall, who: .worker, register: "3", task: TaskID(rawValue: "t1"), title: "Check", deed: .deleted,
      unsent: nil)
    _ = update(
      &state,
      .found(
        WaitingHere(worker: SampleShift.mei.id, place: old, others: UnsentSummary(), history: [record.bytes])))
    #expect(state.page == page && state.draft == nil)
    #expect(state.shift?.history.records.count == count)
  }

  @Test func leavingSaysThatItIsKept() {
    var state = writing()
    #expect(state.work("F10").contains { if case .sync(.keepPlace) = $0 { true } else { false } })
    #expect(state.shows("What you are writing is kept for you."))
    state.work("Escape", "Ctrl+C")
    #expect(state.shows("What you are writing is kept for you."))
  }

  @Test func whatTheDiskRefusesIsTriedAgainAndSaidBeforeLeaving() {
    var state = writing()
    _ = sealed(&state, after: .zero)
    #expect(sealed(&state, after: .seconds(2)) == state.draft)
    _ = update(&state, .placeKept(SampleShift.mei.id, .diskFull))
    _ = sealed(&state, after: .zero)
    #expect(sealed(&state, after: .seconds(2)) == state.draft)
    state.work("F10")
    #expect(state.shows("What was being written is kept only as long as this program runs"))
    state.work("Escape", "Ctrl+C")
    #expect(state.shows("What was being written would be lost: the disk does not"))
    state.work("Escape")
    _ = update(&state, .placeKept(SampleShift.mei.id, nil))
    #expect(sealed(&state, after: .seconds(5)) == nil)
    state.work("Ctrl+C")
    #expect(state.shows("What you are writing is kept for you."))
  }

  @Test func aLockSaysWhatTheDiskDidNotTake() {
    var state = writing()
    state.work("F9")
    #expect(!state.shows("What was being written"))
    _ = update(&state, .placeKept(SampleShift.mei.id, nil))
    #expect(state.shows("What was being written is kept for"))
    _ = update(&state, .placeKept(SampleShift.mei.id, .diskFull))
    #expect(state.shows("What was being written is kept only as long as this program runs"))
    state.work("Ctrl+C")
    #expect(state.shows("What was being written would be lost: the disk does not"))
    state.work("Escape")
    state.sync(.editRefused(TaskID(rawValue: "t1"), .setPriority(1), .taskGone))
    #expect(!state.shows("was not made"))
    state.sync(.editLost(SampleShift.mei.id, .diskFailed))
    #expect(state.shows("Your change could not be written to disk and was not made."))
    _ = update(&state, .session(.signedIn(SampleShift.mei, .works, since: state.now)))
    #expect(state.notKept == NotKept())
  }
}
