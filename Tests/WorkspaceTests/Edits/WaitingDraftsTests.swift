import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal
import Testing

@testable import Workspace

/// What was half written waits for its worker: under whatever id its task goes by now, behind what they have begun since,
/// and until they have seen it where what it was for is gone.
@Suite struct WaitingDraftsTests {
  private static let mei = SampleShift.mei.id
  private static let local = TaskID.local("k1")
  private static let again = TaskID.local("k2")
  private static let (t1, t2, t3) = (TaskID(rawValue: "t1"), TaskID(rawValue: "t2"), TaskID(rawValue: "t3"))

  private func place(_ drafts: Draft..., task: TaskID? = nil) -> Place {
    var place = Place(person: Self.mei, tab: .mine, task: task ?? drafts.first?.task, isTaskOpen: true)
    place.drafts = drafts
    return place
  }

  private func find(_ place: Place, _ state: inout AppState) {
    _ = update(&state, .found(WaitingHere(worker: Self.mei, place: place.bytes, others: UnsentSummary())))
  }

  private func show(_ state: inout AppState) {
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []), .outbox([]))
    state.sync(.details(SampleShift.details), .standing(SampleShift.online))
  }

  private func sealed(_ effects: [Effect]) -> Place? {
    for case .sync(.keepPlace(let bytes, Self.mei)) in effects { return bytes.flatMap(Place.init(bytes:)) }
    return nil
  }

  private let note = Draft(.note, task: Self.local, text: "Half a note", cursor: 6, before: "")
  private let item = Draft(.checklistItem, task: Self.local, text: "Soap and wat", cursor: 12)

  // MARK: Another id.

  @Test func wordsOfATaskThatWasNamedAfterTheLockWaitAtIt() {
    var state = SampleShift.signedIn(hasFound: false)
    state.sync(.identifiedEarlier([TaskRenaming(Self.local, to: Self.again), TaskRenaming(Self.again, to: Self.t3)]))
    find(place(note), &state)
    #expect(state.drafts.map(\.task) == [Self.t3])
    show(&state)
    #expect(state.shift?.renamings == [])
    guard case .note(let page) = state.page else {
      Issue.record("the note is not gone on with")
      return
    }
    #expect(page.task == Self.t3 && page.field.string == "Half a note")
  }

  @Test func soTheyDoWhereItIsNamedJustBeforeTheyAreFound() {
    var state = SampleShift.signedIn(hasFound: false)
    state.sync(.identified(Self.local, as: Self.t3))
    find(place(item), &state)
    #expect(state.asked.map(\.task) == [Self.t3])
    show(&state)
    #expect(state.shows("Soap and wat"))
  }

  @Test func theyAreSealedUnderTheNewIDToo() {
    var state = SampleShift.signedIn(hasFound: false)
    state.sync(.identifiedEarlier([TaskRenaming(Self.local, to: Self.t3)]))
    find(place(item), &state)
    show(&state)
    var effects: [Effect] = []
    for seconds in [0, 2] {
      let now = Now(instant: state.now.instant.advanced(by: .seconds(seconds)), wall: state.now.wall)
      effects += update(&state, .clock(now))
    }
    #expect(sealed(effects)?.drafts.map(\.task) == [Self.t3])
  }

  @Test func aPlaceInMemoryFollowsToo() {
    var state = SampleShift.started()
    state.shift?.board.selected = Self.local
    state.shift?.board.isChosen = true
    state.page = .task(TaskPage(task: Self.local))
    state.work("F9")
    #expect(state.place?.task == Self.local)
    _ = update(&state, .session(.signedIn(SampleShift.mei, .works, since: AppState.morning)))
    state.sync(.identifiedEarlier([TaskRenaming(Self.local, to: Self.t3)]))
    show(&state)
    #expect(state.page == .task(TaskPage(task: Self.t3)))
  }

  // MARK: On the lock page.

  @Test func nothingOfItStaysInMemoryWhereItsTaskHadNotComeBack() {
    var state = SampleShift.signedIn(hasFound: false)
    let kept = Draft(.note, task: Self.t3, text: "CANARY", cursor: 6, before: "")
    find(place(kept), &state)
    #expect(state.shift?.returning?.drafts == [])
    let effects = state.work("F9")
    #expect(sealed(effects)?.drafts == [kept])
    #expect(!String(describing: state).contains("CANARY"))
  }

  @Test(arguments: ["F9", "F10"]) func aNoteTheDiskHasNotAnsweredForIsSealed(key: String) throws {
    var state = SampleShift.started()
    state.sync(.details(SampleShift.details))
    EntryDraftTests.openDairy(&state)
    state.work("c", "H", "i", "Ctrl+S")
    let text = try #require(state.shift?.notesOnTheirWay.last?.text)
    let effects = key == "F9" ? state.work("F9") : state.work("F10", "Enter")
    let found = effects.reversed().lazy.compactMap { sealed([$0]) }.first
    #expect(found?.drafts.map(\.text) == [text])
    #expect(state.notKept.isWriting)
  }

  /// It was written down after all: what was sealed of it is not gone on with.
  @Test func aNoteThatTurnsOutToBeSavedIsNotHalfWritten() {
    var state = SampleShift.signedIn(hasFound: false)
    state.sync(.outbox([SampleShift.change(1, .notSent, edit: .setNote("Hi"))]))
    find(place(Draft(.note, task: Self.t3, text: "Hi", cursor: 2, before: "")), &state)
    #expect(state.drafts == [])
  }

  // MARK: Begun before it was found.

  private let first = Draft(.note, task: Self.t1, text: "Of the first", cursor: 3, before: "")

  @Test func aNoteBegunBeforeItIsFoundTakesNothingsPlace() {
    var state = SampleShift.started(hasFound: false)
    state.sync(.details(SampleShift.details))
    EntryDraftTests.openDairy(&state)
    state.work("c", "H")
    find(place(first), &state)
    state.work("i")
    #expect(state.drafts.map(\.task) == [Self.t3, Self.t1])
    #expect(sealed(state.work("F9"))?.drafts.map(\.task) == [Self.t3, Self.t1])
  }

  @Test func theSameNoteOpenAndUntouchedIsGoneOnWith() {
    var state = SampleShift.started(hasFound: false)
    state.sync(.details(SampleShift.details))
    EntryDraftTests.openDairy(&state)
    state.work("c")
    find(place(Draft(.note, task: Self.t3, text: "Found", cursor: 5, before: "")), &state)
    state.work("!")
    #expect(state.drafts.map(\.text) == ["Found!"])
  }

  @Test func aNoteBeingReadDoesNotTakeItsPlaceEither() {
    var state = SampleShift.started(hasFound: false)
    EntryDraftTests.openDairy(&state)
    state.work("c")
    #expect(state.shift?.writing == Self.t3)
    find(place(first), &state)
    state.sync(.details(SampleShift.details))
    state.work("H")
    #expect(state.drafts.map(\.task) == [Self.t3, Self.t1])
  }

  @Test func aLockBeforeItIsFoundLosesNeither() throws {
    var state = SampleShift.started(hasFound: false)
    state.sync(.details(SampleShift.details))
    EntryDraftTests.openDairy(&state)
    state.work("c", "H")
    let effects = state.work("F9")
    #expect(sealed(effects) == nil)
    guard case .sync(.joinPlace(let bytes, Self.mei)) = try #require(effects.last) else {
      Issue.record("what is sealed is not kept")
      return
    }
    let joined = Place(bytes: Place.joining(bytes, with: place(first).bytes))
    #expect(joined?.drafts.map(\.task) == [Self.t3, Self.t1])
    #expect(Place.joining(bytes, with: nil) == bytes)
    let theirs = Place(person: SampleShift.manager.id, tab: .mine, task: nil, isTaskOpen: false)
    #expect(Place.joining(bytes, with: theirs.bytes) == bytes)
  }

  // MARK: Gone.

  private static let gone = TaskID(rawValue: "gone")

  @Test func aLineForSomethingGoneIsShownOnceAndDroppedByItsWriter() {
    var state = SampleShift.signedIn(hasFound: false)
    let title = Draft(.title, task: Self.gone, text: "XYZ half", cursor: 8)
    let list = Draft(.newTask, task: nil, list: ListID(rawValue: "gone"), text: "Second", cursor: 6)
    let there = Draft(.title, task: Self.t1, text: "Third", cursor: 5)
    find(place(title, list, there, task: Self.t1), &state)
    #expect(state.overlay == nil)
    show(&state)
    #expect(state.overlay == .question(.typedForGone(title)))
    #expect(state.shows("no longer here: XYZ half"))
    // Enter, which is easily pressed for something else, drops nothing.
    state.work("Enter")
    #expect(state.asked.count == 3)
    state.work("d")
    #expect(state.overlay == .question(.typedForGone(list)))
    state.work("Escape")
    #expect(state.overlay == nil && state.asked == [list, there])
    state.sync(.standing(SampleShift.online))
    #expect(state.overlay == nil)
    #expect(sealed(state.work("F9"))?.drafts == [list, there])
  }

  @Test func aLineForAnItemThatIsGoneIsShownOnceItsTaskIsRead() {
    var state = SampleShift.signedIn(hasFound: false)
    let item = Draft(.itemTitle, task: Self.t3, part: "c9", text: "Below 5", cursor: 7)
    find(place(item, task: Self.t1), &state)
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []), .outbox([]))
    state.sync(.standing(SampleShift.online))
    #expect(state.overlay == nil)
    state.sync(.details(SampleShift.details), .standing(SampleShift.online))
    #expect(state.overlay == .question(.typedForGone(item)))
  }

  @Test func whereAListCannotBeReadNothingIsCalledGone() {
    var state = SampleShift.signedIn(hasFound: false)
    find(place(Draft(.title, task: Self.gone, text: "XYZ half", cursor: 8), task: Self.t1), &state)
    var standing = SampleShift.online
    standing.listTrouble = [.init(title: "Closing", status: 403)]
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []), .standing(standing))
    #expect(state.overlay == nil)
  }

  @Test func aNoteOfATaskThatIsGoneIsOpenedForItsWords() {
    var state = SampleShift.signedIn(hasFound: false)
    find(place(Draft(.note, task: Self.gone, text: "Half a note", cursor: 4, before: "")), &state)
    show(&state)
    #expect(state.shows("Note of a task that is no longer here") && state.shows("Half a note"))
    state.work("Escape", "d")
    #expect(state.drafts == [] && state.page == .tasks)
  }

  // MARK: History.

  @Test(arguments: ["F9", "F10"]) func whatIsConfirmedAfterwardsIsHistory(key: String) throws {
    var state = SampleShift.started()
    _ = key == "F9" ? state.work("F9") : state.work("F10", "Enter")
    var change = SampleShift.change(7, .sending, edit: .moveToBucket("b1"))
    change.about = "Morning"
    let effects = update(&state, .sync(.confirmed(change)))
    guard case .sync(.keepHistory(let records, Self.mei)) = try #require(effects.first) else {
      Issue.record("no record is kept")
      return
    }
    let kept = try records.map { try #require(HistoryRecord(bytes: $0)) }
    #expect(
      kept == [
        HistoryRecord(
          at: change.made, who: .worker, register: state.till.register, task: Self.t3,
          title: "Receive the dairy delivery", deed: .bucket("Morning"), number: 7)
      ])
    #expect(state.keepsHistory)
    #expect(!String(describing: state).contains("dairy"))
  }

  @Test func namesThatAreNotKnownAreNotMadeUp() {
    let state = SampleShift.started()
    let ticked = SampleShift.change(1, .sending, edit: .check(item: "c1", isChecked: true))
    for (edit, deed) in [
      (TaskEdit.moveToBucket("b9"), Deed.bucket("another bucket")), (.assign(UserID(rawValue: "u")), .assigned("?")),
    ] {
      let change = SampleShift.change(1, .sending, edit: edit)
      let made = Deed(change, DeedNames(afterwards: change, state))
      switch (made, deed) {
      case (.bucket(let name), .bucket): #expect(name == state.look.words(.valueOtherBucket))
      case (.assigned(let name), .assigned): #expect(name == state.look.words(.personUnknown))
      default: Issue.record("\(made)")
      }
    }
    guard case .ticked(let item, true) = Deed(ticked, DeedNames(afterwards: ticked, state)) else {
      Issue.record("no tick")
      return
    }
    #expect(item == state.look.words(.changeItem))
  }
}
