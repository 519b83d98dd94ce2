import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal
import Testing

@testable import Workspace

/// What only a manager may do, done once on the worker's terminal.
@Suite struct OverrideTests {
  static let t1 = TaskID(rawValue: "t1")
  static let omar = SampleShift.manager.id
  static let receipt = SignOutReceipt(
    worker: SampleShift.manager, since: AppState.morning, ended: AppState.morning, tokensWiped: 1, tokensLeft: 0,
    tasksDestroyed: 0, tasksLeft: 0, changesKept: 0, issuedTokenGoodUntil: nil)

  /// The worker has asked for a deletion, a manager has signed in for it.
  static func granted(_ keys: String...) -> AppState {
    var state = SampleShift.started()
    for key in keys { state.work(key) }
    state.work("Enter")
    _ = update(&state, .override(.codeIssued(.sample)))
    _ = update(&state, .override(.signedIn(SampleShift.manager, .works, since: state.now)))
    _ = update(&state, .override(.signedOut(receipt)))
    return state
  }

  @Test func whatIsWithheldOffersIt() {
    var state = SampleShift.started()
    #expect(state.work("D") == [])
    #expect(state.shows("Managers do this"))
    #expect(state.shows("Shall a manager sign in just this once?"))
    #expect(state.work("Escape") == [])
    #expect(state.overlay == nil)
    #expect(state.override == nil)
    #expect(state.page == .tasks)
  }

  @Test func aManagerSignsInBesideTheWorkersSession() {
    var state = SampleShift.started()
    state.work("D")
    #expect(state.work("Enter") == [.override(.begin(.deviceCode))])
    _ = update(&state, .override(.codeIssued(.sample)))
    #expect(state.shows("A manager signs in"))
    #expect(state.shows("just this once: delete"))
    #expect(state.shows("H 7 K   2 9 Q   D X 4"))
    #expect(state.shows("Mei Lindqvist"))
    #expect(state.work("r") == [.override(.newCode)])
    #expect(state.work("o") == [.override(.begin(.browser))])
    #expect(state.work("Escape") == [.override(.cancel)])
    #expect(state.page == .tasks)
    #expect(state.override == nil)
    #expect(state.session?.worker.id == SampleShift.mei.id)
  }

  @Test func whatTheWorkersOwnSessionSaysIsNotTakenForIt() {
    var state = SampleShift.started()
    state.work("D", "Enter")
    _ = update(&state, .session(.codeIssued(.sample)))
    #expect(!state.shows("H 7 K"))
    _ = update(&state, .override(.codeIssued(.sample)))
    _ = update(&state, .session(.refused(SignInRefusal(.declined))))
    #expect(state.shows("H 7 K"))
  }

  @Test func theActIsDoneOnceAndOnlyAfterTheTokensAreGone() {
    var state = SampleShift.started()
    state.work("D", "Enter")
    _ = update(&state, .override(.codeIssued(.sample)))
    let heard = update(&state, .override(.signedIn(SampleShift.manager, .works, since: state.now)))
    #expect(heard == [.audit(.overrideGranted(SampleShift.mei.id, by: Self.omar, act: "delete-task"))])
    #expect(state.overlay == nil)
    _ = update(&state, .override(.signedOut(Self.receipt)))
    #expect(state.shows("Delete Check cold-store temperature"))
    #expect(
      state.work("Enter").withoutRecords == [
        .sync(.edit(.delete, Self.t1)),
        .audit(.overrideUsed(SampleShift.mei.id, by: Self.omar, act: "delete-task", changes: 1)),
      ])
    #expect(state.override == nil)
    state.work("Down", "D")
    #expect(state.shows("Managers do this"))
  }

  @Test func theWorkerSeesThatTheManagersSignInIsGone() {
    let state = Self.granted("3", "Home", "p")
    #expect(state.shows("Omar Reyes allows this once;"))
    #expect(state.shows("signed out again: 1 token wiped, none left."))
    let place = state.rows.firstIndex { $0.contains("Omar Reyes allows") } ?? 0
    #expect(state.rows[2].contains("1 My tasks"), "the tabs stay")
    #expect(state.rows[place...].contains { $0.contains("Priority of") }, "it stands above the menu: \(state.rows)")
  }

  @Test(arguments: Words.languages) func noWordOfItIsCut(language: String) throws {
    var state = SampleShift.started()
    state.look.words = try #require(Words(language: language))
    state.work("3", "Home", "p", "Enter")
    _ = update(&state, .override(.codeIssued(.sample)))
    var manager = SampleShift.manager
    manager.displayName = "Maximiliane von Hohenlohe-Öhringen"
    _ = update(&state, .override(.signedIn(manager, .works, since: state.now)))
    _ = update(&state, .override(.signedOut(Self.receipt)))
    LanguageFitTests.holds(state)
  }

  @Test func givingTheActUpEndsIt() {
    var state = Self.granted("d")
    guard case .entry = state.overlay else {
      Issue.record("no day is asked for: \(state.rows)")
      return
    }
    state.work("Escape")
    #expect(state.override == nil)
    state.work("d")
    #expect(state.shows("Managers do this"))
  }

  @Test func theNextChecklistItemIsAnotherAct() {
    var state = SampleShift.started()
    state.sync(.details(SampleShift.details))
    state.work("3", "Down", "Down", "Enter", "n", "Enter")
    _ = update(&state, .override(.signedIn(SampleShift.manager, .works, since: state.now)))
    _ = update(&state, .override(.signedOut(Self.receipt)))
    state.type("Sweep")
    let effects = state.work("Enter")
    #expect(effects.contains { if case .sync(.edit(.addItem, _, _)) = $0 { true } else { false } })
    #expect(state.overlay == nil)
    #expect(state.override == nil)
  }

  @Test func itCoversTheTasksItWasAskedForAndNoOthers() {
    let state = Self.granted("D")
    let other = SampleShift.tasks[1].task
    #expect(state.mayChange(.whole, of: SampleShift.tasks[0].task) == .enabled)
    #expect(state.mayChange(.whole, of: other) != .enabled)
    #expect(state.mayMakeTasks != .enabled)
  }

  @Test func aNewTaskCanBeMade() {
    var state = SampleShift.started()
    state.work("4", "Enter", "n", "Enter")
    _ = update(&state, .override(.signedIn(SampleShift.manager, .works, since: state.now)))
    _ = update(&state, .override(.signedOut(Self.receipt)))
    state.type("Sweep the yard")
    let effects = state.work("Enter")
    #expect(effects.contains { if case .sync(.edit(.create, _, _)) = $0 { true } else { false } })
    #expect(state.override == nil)
  }

  @Test func somebodyElsesTaskCanBeCompleted() {
    var state = SampleShift.started()
    state.work("3")
    while state.shift?.board.selected != TaskID(rawValue: "t8") { state.work("Down") }
    state.work("Space")
    #expect(state.shows("assigned to somebody else"))
    state.work("Enter")
    _ = update(&state, .override(.signedIn(SampleShift.manager, .works, since: state.now)))
    let effects = update(&state, .override(.signedOut(Self.receipt)))
    #expect(
      effects.withoutRecords == [
        .sync(.edit(.setStatus(.complete), TaskID(rawValue: "t8"))),
        .audit(.overrideUsed(SampleShift.mei.id, by: Self.omar, act: "task-complete", changes: 1)),
      ])
    #expect(effects.contains { if case .sync(.keepHistory) = $0 { true } else { false } })
    state.work("F4")
    #expect(state.shows("Omar Reyes allowed once: done"))
  }

  /// What a manager allowed once is taken back as it was done: with a manager, for this once.
  @Test func takingItBackNeedsThePermissionOfTheChange() {
    var state = Self.granted("p")
    state.work("1")
    #expect(state.override == nil && state.overlay == nil)
    #expect(state.shift?.undo.done.last?.steps.map(\.edit) == [.setPriority(1)])
    #expect(state.work("u") == [])
    #expect(state.shows("so does undoing it"))
    #expect(state.overlay == .question(.needsManager(TextKey(WorkPhrase.reasonBackManage))))
    state.work("Escape", "Down", "u", "Enter")
    _ = update(&state, .override(.signedIn(SampleShift.manager, .works, since: state.now)))
    let effects = update(&state, .override(.signedOut(Self.receipt))).withoutRecords
    #expect(
      effects == [
        .sync(.edit(.setPriority(5), Self.t1, seen: .number(1))),
        .audit(.overrideUsed(SampleShift.mei.id, by: Self.omar, act: "undo", changes: 1)),
      ])
    #expect(state.work("Ctrl+R") == [])
    #expect(state.shows("so does undoing it"))
  }

  /// The task is gone; making it anew is no work of everybody's.
  @Test func aDeletionThatWasAllowedOnceIsNotTakenBackAlone() {
    var state = Self.granted("D")
    state.work("Enter")
    state.sync(.tasks(changed: [], removed: [Self.t1]))
    #expect(state.work("u") == [])
    #expect(state.shows("so does undoing it"))
    state.work("Enter")
    _ = update(&state, .override(.signedIn(SampleShift.manager, .works, since: state.now)))
    let effects = update(&state, .override(.signedOut(Self.receipt)))
    #expect(effects.contains { if case .sync(.edit(.create, Self.t1, _)) = $0 { true } else { false } })
    #expect(state.override == nil)
  }

  @Test func whatTheWorkerDidThemselvesIsTakenBackUnasked() {
    var state = SampleShift.started()
    state.work("Space")
    #expect(state.work("u") == [.sync(.edit(.setStatus(.notStarted), Self.t1, seen: .percentComplete(100)))])
    #expect(state.work("Ctrl+R") == [.sync(.edit(.setStatus(.complete), Self.t1, seen: .percentComplete(0)))])
  }

  @Test func whoMayNotEitherIsToldSo() {
    var state = SampleShift.started()
    state.work("D", "Enter")
    _ = update(&state, .override(.codeIssued(.sample)))
    let jonas = Worker(
      id: PersonID(tenant: "t", object: "jonas"), username: "jonas@contoso.example", displayName: "Jonas", role: .worker
    )
    #expect(
      update(&state, .override(.signedIn(jonas, .works, since: state.now))) == [
        .audit(.overrideDenied(SampleShift.mei.id, by: jonas.id, act: "delete-task"))
      ])
    #expect(state.shows("Jonas may not do this either."))
    _ = update(&state, .override(.signedOut(Self.receipt)))
    #expect(state.overlay == nil)
    #expect(state.shows("Jonas may not do this either."))
    #expect(state.work("r") == [.override(.begin(.deviceCode))])
  }

  @Test func aLockEndsItAndNothingComesOfALateAnswer() {
    var state = SampleShift.started()
    state.work("D", "Enter")
    _ = update(&state, .override(.codeIssued(.sample)))
    #expect(state.work("F9").withoutPlaces == [.blank, .session(.lock(.worker))])
    #expect(state.override == nil)
    #expect(update(&state, .override(.signedIn(SampleShift.manager, .works, since: state.now))) == [])
    #expect(update(&state, .override(.signedOut(Self.receipt))) == [])
    #expect(state.shows("Locked at"))
  }

  @Test func aTaskThatIsGoneMeanwhileIsNotTouched() {
    var state = SampleShift.started()
    state.work("Enter", "D", "Enter")
    _ = update(&state, .override(.codeIssued(.sample)))
    state.sync(.tasks(changed: [], removed: [Self.t1]))
    _ = update(&state, .override(.signedIn(SampleShift.manager, .works, since: state.now)))
    _ = update(&state, .override(.signedOut(Self.receipt)))
    #expect(state.page == .tasks)
    #expect(state.overlay != .question(.delete([Self.t1])))
  }
}

extension [Effect] {
  /// Without what is sealed of the history.
  fileprivate var withoutRecords: [Effect] {
    filter { if case .sync(.keepHistory) = $0 { false } else { true } }
  }
}
