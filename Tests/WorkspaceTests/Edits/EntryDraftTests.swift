import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

/// Lines half typed before a lock: sealed with the worker's place, and asked for again after the unlock.
@Suite struct EntryDraftTests {
  /// Locks the terminal and answers what was sealed.
  func locked(_ state: inout AppState) throws -> [UInt8] {
    let effects = state.work("F9")
    #expect(state.asked.isEmpty && state.overlay == nil && state.place?.drafts == [])
    let sealed = effects.compactMap { effect -> [UInt8]? in
      if case .sync(.keepPlace(let place, SampleShift.manager.id)) = effect { place } else { nil }
    }
    return try #require(sealed.first)
  }

  /// Signs the same worker in again; what was sealed is found before or after their tasks are read.
  func unlock(_ state: inout AppState, _ place: [UInt8], isFoundFirst: Bool = false) {
    _ = update(&state, .session(.signedIn(SampleShift.manager, .works, since: AppState.morning)))
    let found = Message.found(WaitingHere(worker: SampleShift.manager.id, place: place, others: UnsentSummary()))
    if isFoundFirst { _ = update(&state, found) }
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []))
    if !isFoundFirst { _ = update(&state, found) }
  }

  /// The page of the task that has a checklist.
  static func openDairy(_ state: inout AppState) {
    state.work("3")
    state.shift?.board.selected = TaskID(rawValue: "t3")
    state.shift?.board.isChosen = true
    state.work("Enter")
  }

  var entry: (AppState) -> Entry? {
    { if case .entry(let entry) = $0.overlay { entry } else { nil } }
  }

  @Test(arguments: [true, false]) func aHalfTypedTitleIsThereAgain(isFoundFirst: Bool) throws {
    var state = SampleShift.started(SampleShift.manager)
    state.work("3", "e", "Enter", "End", " ", "n", "o", "w", "Left")
    let before = try #require(entry(state))
    unlock(&state, try locked(&state), isFoundFirst: isFoundFirst)
    #expect(entry(state) == before)
    #expect(state.shows("This is what you were typing."))
    state.work("!", "Enter")
    #expect(state.overlay == nil)
  }

  @Test(arguments: ["F10", "Ctrl+C"]) func aLineWaitsBelowTheQuestionAboutLeaving(key: String) throws {
    var state = SampleShift.started(SampleShift.manager)
    state.work("3", "e", "Enter", "End", " ", "n", "o", "w")
    let before = try #require(entry(state))
    state.work(key)
    #expect(entry(state) == nil && state.shows("?"))
    state.work("Escape")
    #expect(entry(state) == before)
    state.work("F1", key, "Escape")
    #expect(entry(state) == before)
    state.work("Escape")
    #expect(state.overlay == nil)
    state.work(key, "Escape")
    #expect(state.overlay == nil)
  }

  @Test func whatWaitsBelowAQuestionIsKeptByALock() throws {
    var state = SampleShift.started(SampleShift.manager)
    state.work("3", "e", "Enter", "End", " ", "n", "o", "w")
    let before = try #require(entry(state))
    state.work("F10")
    unlock(&state, try locked(&state))
    #expect(state.typedBelow == nil && entry(state) == before)
  }

  @Test func aHalfTypedNewTaskGoesToTheSameListAndBucket() throws {
    var state = SampleShift.started(SampleShift.manager)
    state.work("n", "R", "e", "c", "Enter", "B", "r", "o", "o", "m")
    guard case .newTask(let list, let bucket) = try #require(entry(state)).purpose else {
      Issue.record("no new task is asked for")
      return
    }
    #expect(list == ListID(rawValue: "l2") && bucket == "b1")
    unlock(&state, try locked(&state))
    #expect(entry(state)?.purpose == .newTask(list, bucket: bucket))
    #expect(entry(state)?.field.string == "Broom")
  }

  @Test func aHalfTypedChecklistItemIsAskedForOnItsTasksPage() throws {
    var state = SampleShift.started(SampleShift.manager)
    Self.openDairy(&state)
    state.sync(.details(SampleShift.details))
    state.work("+", "S", "o", "a", "p")
    let before = try #require(entry(state))
    unlock(&state, try locked(&state))
    #expect(entry(state) == before)
    guard case .task = state.page else {
      Issue.record("the task is not open")
      return
    }
  }

  @Test func theTitleOfAnItemWaitsForTheItem() throws {
    var state = SampleShift.started(SampleShift.manager)
    Self.openDairy(&state)
    state.sync(.details(SampleShift.details))
    state.work("Down", "e", "End", "!")
    #expect(entry(state)?.field.string == "Count the crates!")
    unlock(&state, try locked(&state))
    #expect(entry(state) == nil)
    state.sync(.details(SampleShift.details))
    #expect(entry(state)?.field.string == "Count the crates!")
  }

  @Test func whoeverGoesOnToSomethingElseFindsItWhenTheyAskAgain() throws {
    var state = SampleShift.started(SampleShift.manager)
    state.work("n", "R", "e", "c", "Enter", "B", "r", "o", "o", "m")
    let place = try locked(&state)
    _ = update(&state, .session(.signedIn(SampleShift.manager, .works, since: AppState.morning)))
    _ = update(&state, .found(WaitingHere(worker: SampleShift.manager.id, place: place, others: UnsentSummary())))
    state.work("2")
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []))
    #expect(state.overlay == nil)
    // A second lock loses nothing either.
    unlock(&state, try locked(&state))
    #expect(entry(state)?.field.string == "Broom")
    state.work("Escape")
    #expect(state.asked.isEmpty)
  }

  @Test func anotherWorkerSeesNothingOfIt() throws {
    var state = SampleShift.started(SampleShift.manager)
    state.work("3", "e", "Enter", "x")
    let place = try locked(&state)
    _ = update(&state, .session(.signedIn(SampleShift.mei, .works, since: AppState.morning)))
    _ = update(&state, .found(WaitingHere(worker: SampleShift.mei.id, place: place, others: UnsentSummary())))
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []))
    #expect(state.overlay == nil && state.asked.isEmpty)
  }

  @Test func datesAreTypedAnew() throws {
    var state = SampleShift.started(SampleShift.manager)
    state.work("3", "d", "x")
    let place = try locked(&state)
    #expect(Place(bytes: place)?.drafts == [])
  }

  /// Somebody else gave the task another title while the terminal was locked: what was typed stands on the one that was
  /// seen, so that sync asks before it goes over theirs.
  @Test(arguments: [true, false]) func aTitleStandsOnTheOneThatWasSeen(isAskedAtOnce: Bool) throws {
    var state = SampleShift.started(SampleShift.manager)
    state.work("3", "e", "Enter", "End", "!")
    let typed = try #require(entry(state))
    let task = try #require(typed.tasks.first)
    let seen = try #require(state.shift?.tasks[task]?.task.title)
    let place = try locked(&state)
    _ = update(&state, .session(.signedIn(SampleShift.manager, .works, since: AppState.morning)))
    _ = update(&state, .found(WaitingHere(worker: SampleShift.manager.id, place: place, others: UnsentSummary())))
    if !isAskedAtOnce { state.work("3") }
    let theirs = SampleShift.tasks.map { visible in
      var visible = visible
      if visible.id == task { visible.task.title = "Theirs" }
      return visible
    }
    state.sync(.lists(SampleShift.lists), .tasks(changed: theirs, removed: []))
    if !isAskedAtOnce {
      #expect(entry(state) == nil)
      state.shift?.board.selected = task
      state.shift?.board.isChosen = true
      state.work("e", "Enter")
    }
    #expect(entry(state) == typed)
    #expect(state.work("Enter") == [.sync(.edit(.setTitle(seen + "!"), task, seen: .text(seen)))])
  }

  @Test func aTitleOfAnItemStandsOnTheOneThatWasSeen() throws {
    var state = SampleShift.started(SampleShift.manager)
    Self.openDairy(&state)
    state.sync(.details(SampleShift.details))
    state.work("Down", "e", "End", "!")
    unlock(&state, try locked(&state))
    var theirs = SampleShift.details
    let item = try #require(theirs.checklist.firstIndex { $0.title == "Count the crates" })
    theirs.checklist[item].title = "Theirs"
    theirs.checklist[item].isChecked.toggle()
    state.sync(.details(theirs))
    let edit = TaskEdit.renameItem(id: theirs.checklist[item].id, title: "Count the crates!")
    let base = EditBase.Value.item(title: "Count the crates", isChecked: theirs.checklist[item].isChecked)
    #expect(state.work("Enter") == [.sync(.edit(edit, theirs.task, seen: base))])
  }

  /// A line that waits is not lost to one typed later.
  @Test func ofTwoLinesBothAreKept() throws {
    var state = SampleShift.started(SampleShift.manager)
    state.work("n", "R", "e", "c", "Enter", "B", "r", "o", "o", "m")
    let place = try locked(&state)
    _ = update(&state, .session(.signedIn(SampleShift.manager, .works, since: AppState.morning)))
    state.work("3")
    _ = update(&state, .found(WaitingHere(worker: SampleShift.manager.id, place: place, others: UnsentSummary())))
    state.asksAtOnce = false
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []))
    state.work("3", "e", "Enter", "End", "!")
    let second = try #require(entry(state)).field.string
    unlock(&state, try locked(&state))
    #expect(entry(state)?.field.string == second)
    state.work("Escape", "n", "R", "e", "c", "Enter")
    #expect(entry(state)?.field.string == "Broom")
  }

  /// Places that were sealed before lines were, before a note's first text was, and before there was more than one.
  @Test func olderPlacesAreStillRead() {
    func number(_ value: Int32) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }
    func texts(_ texts: String?...) -> [UInt8] {
      texts.flatMap { text in text.map { number(Int32($0.utf8.count)) + Array($0.utf8) } ?? number(-1) }
    }
    let worker = SampleShift.manager.id
    var note = Draft(.note, task: TaskID(rawValue: "t3"), text: "Short: 2", cursor: 4)
    let line = Draft(.newTask, task: nil, list: ListID(rawValue: "l1"), part: "b", text: "Broom", cursor: 5)
    var bytes: [UInt8] = [1, 3, 1, Draft.Purpose.note.rawValue] + number(4)
    bytes += texts(worker.tenant, worker.object, nil, "t3", "t3", "Short: 2")
    var place = Place(person: worker, tab: .open, task: TaskID(rawValue: "t3"), isTaskOpen: true)
    place.drafts = [note]
    #expect(Place(bytes: bytes) == place)
    bytes[0] = 2
    bytes += [Draft.Purpose.newTask.rawValue] + number(5) + texts(nil, "l1", "b", "Broom")
    place.drafts = [note, line]
    #expect(Place(bytes: bytes) == place)
    bytes[0] = 3
    bytes += texts("Short: 1")
    note.before = "Short: 1"
    place.drafts = [note, line]
    #expect(Place(bytes: bytes) == place)
  }

  @Test func aTaskThatGotTheServersIdIsReadAnewAndKeepsWhatIsKnownOfIt() {
    var state = SampleShift.started(SampleShift.manager)
    let (local, new) = (TaskID.local("1"), TaskID(rawValue: "server"))
    func made(_ id: TaskID) -> VisibleTask {
      VisibleTask(
        task: StoreTask(
          id: id, etag: ETag(rawValue: "1"), list: ListID(rawValue: "l1"), title: "Just made",
          assignees: [UserID(rawValue: "mei")]))
    }
    state.sync(.tasks(changed: [made(local)], removed: []))
    _ = openTask(&state, local)
    state.sync(.details(TaskDetails(task: local, etag: ETag(rawValue: "1"), note: "Mine", checklist: [], links: [])))
    #expect(update(&state, .sync(.identified(local, as: new))) == [.sync(.loadDetails(new))])
    state.sync(.tasks(changed: [made(new)], removed: [local]))
    #expect(state.page == .task(TaskPage(task: new)))
    #expect(state.shows("Mine"))
  }
}
