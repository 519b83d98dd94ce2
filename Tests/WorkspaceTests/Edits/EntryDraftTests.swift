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
    #expect(state.asked == nil && state.overlay == nil && state.place?.entry == nil)
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
    #expect(state.asked == nil)
  }

  @Test func anotherWorkerSeesNothingOfIt() throws {
    var state = SampleShift.started(SampleShift.manager)
    state.work("3", "e", "Enter", "x")
    let place = try locked(&state)
    _ = update(&state, .session(.signedIn(SampleShift.mei, .works, since: AppState.morning)))
    _ = update(&state, .found(WaitingHere(worker: SampleShift.mei.id, place: place, others: UnsentSummary())))
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []))
    #expect(state.overlay == nil && state.asked == nil)
  }

  @Test func datesAreTypedAnew() throws {
    var state = SampleShift.started(SampleShift.manager)
    state.work("3", "d", "x")
    let place = try locked(&state)
    #expect(Place(bytes: place)?.entry == nil)
  }

  /// Places that were sealed before entries were, and before a note's first text was.
  @Test func olderPlacesAreStillRead() {
    let place = Place(person: SampleShift.manager.id, tab: .open, task: TaskID(rawValue: "t3"), isTaskOpen: true)
    let second = [2] + place.bytes.dropFirst().dropLast(4)
    #expect(Place(bytes: second) == place)
    // Purpose, cursor and four missing texts.
    let first = [1] + second.dropFirst().dropLast(1 + 4 + 4 * 4)
    #expect(Place(bytes: first) == place)
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
