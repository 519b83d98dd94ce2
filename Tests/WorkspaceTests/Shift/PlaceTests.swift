import SessionCore
import StoreModel
import TaskSync
import Testing

@testable import Workspace

/// Where a worker was, sealed at lock and found again: after an unlock, and after another worker's shift.
@Suite struct PlaceTests {
  static let draft = Draft(
    .note, task: TaskID(rawValue: "t3"), text: "Came short: 2 crates, él ✓", cursor: 4, before: "él")

  @Test(arguments: [nil, draft, Draft(.newTask, task: nil, text: "", cursor: 0)] as [Draft?])
  func aPlaceRoundTrips(draft: Draft?) {
    for tab in TaskTab.allCases {
      var place = Place(
        person: SampleShift.mei.id, tab: tab, openList: tab == .lists ? ListID(rawValue: "l2") : nil,
        task: TaskID(rawValue: "t3"), isTaskOpen: tab == .open)
      place.drafts = [draft].compactMap(\.self)
      #expect(Place(bytes: place.bytes) == place)
      place.drafts += [
        Draft(.title, task: TaskID(rawValue: "t1"), text: "Wider", cursor: 1, before: "Wide"),
        Draft(.note, task: TaskID(rawValue: "t2"), text: "ß", cursor: 1, before: ""),
        Draft(.newTask, task: nil, list: ListID(rawValue: "l1"), part: "b", text: "Broom", cursor: 5),
      ]
      #expect(Place(bytes: place.bytes) == place)
    }
  }

  @Test func brokenBytesAreNoPlace() {
    let place = Place(person: SampleShift.mei.id, tab: .open, task: TaskID(rawValue: "t3"), isTaskOpen: true)
    for count in 0..<place.bytes.count { #expect(Place(bytes: Array(place.bytes.prefix(count))) == nil) }
    #expect(Place(bytes: place.bytes + [0]) == nil)
    #expect(Place(bytes: [9] + place.bytes.dropFirst()) == nil)
    for at in 8..<place.bytes.count {
      var bytes = place.bytes
      bytes[at] = 0xFF
      _ = Place(bytes: bytes)
    }
  }

  @Test func lockSealsTheDraftAndKeepsNoneOfItInMemory() throws {
    var state = SampleShift.started()
    state.work("3", "Down", "Enter")
    state.draft = Self.draft
    let effects = state.work("F9")
    #expect(state.draft == nil)
    #expect(state.place?.drafts == [])
    let sealed = effects.compactMap { effect -> [UInt8]? in
      if case .sync(.keepPlace(let place, SampleShift.mei.id)) = effect { place } else { nil }
    }
    #expect(try Place(bytes: #require(sealed.first))?.drafts == [Self.draft])
  }

  @Test func theWorkerFindsTheirDraftAfterAnUnlockAndAfterSomebodyElse() throws {
    var state = SampleShift.started()
    state.work("3", "Down", "Down", "Down", "Enter")
    let task = try #require(state.shift?.board.selected)
    state.draft = Self.draft
    let effects = state.work("F9")
    guard case .sync(.keepPlace(let place, _)) = try #require(effects.last) else {
      Issue.record("nothing was sealed")
      return
    }
    for colleague in [nil, SampleShift.manager] {
      if let colleague {
        _ = update(&state, .session(.signedIn(colleague, .works, since: AppState.morning)))
        _ = update(&state, .found(WaitingHere(worker: colleague.id, place: nil, others: UnsentSummary())))
        #expect(state.draft == nil)
        state.work("F9")
      }
      _ = update(&state, .session(.signedIn(SampleShift.mei, .works, since: AppState.morning)))
      state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []))
      _ = update(&state, .found(WaitingHere(worker: SampleShift.mei.id, place: place, others: UnsentSummary())))
      #expect(state.draft == Self.draft)
      #expect(state.page == .task(TaskPage(task: task)))
    }
  }

  @Test func anOpenTaskThatIsNotAmongTheRowsIsComeBackTo() throws {
    var state = SampleShift.started()
    let other = TaskID(rawValue: "t9")
    _ = openTask(&state, other)
    state.work("F9")
    #expect(state.place?.task == other && state.place?.isTaskOpen == true)
    _ = update(&state, .session(.signedIn(SampleShift.mei, .works, since: AppState.morning)))
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []))
    #expect(state.page == .task(TaskPage(task: other)))
  }

  @Test func aPlaceOfSomebodyElseIsNotTaken() {
    var place = Place(person: SampleShift.manager.id, tab: .open, task: nil, isTaskOpen: false)
    place.drafts = [Self.draft]
    var state = SampleShift.started()
    _ = update(&state, .found(WaitingHere(worker: SampleShift.mei.id, place: place.bytes, others: UnsentSummary())))
    _ = update(&state, .found(WaitingHere(worker: SampleShift.manager.id, place: place.bytes, others: UnsentSummary())))
    #expect(state.draft == nil)
    #expect(state.shift?.board.tab == .mine)
  }

  @Test func ofOthersOnlyNumberAndAgeAreSaid() {
    var state = SampleShift.started(hasFound: false)
    let oldest = AppState.morning.wall.advanced(by: .seconds(-3 * 3600))
    _ = update(
      &state,
      .found(WaitingHere(worker: SampleShift.mei.id, place: nil, others: UnsentSummary(count: 2, oldest: oldest))))
    #expect(state.shows("Another worker has 2 unsent changes here (oldest 3 h 0 min)."))
    state.work("F2")
    #expect(state.shows("Another worker has 2 unsent changes here"))
  }

  @Test func signOutKeepsADraftAndNothingElse() throws {
    var state = SampleShift.started()
    #expect(state.work("Q", "Enter") == [.blank, .session(.signOut), .sync(.keepPlace(nil, SampleShift.mei.id))])
    state = SampleShift.started()
    state.work("3")
    state.draft = Self.draft
    guard case .sync(.keepPlace(let bytes, _)) = try #require(state.work("Q", "Enter").last) else { return }
    let place = try #require(bytes.flatMap(Place.init(bytes:)))
    #expect(place.drafts == [Self.draft])
    #expect(place.tab == .mine)
  }
}
