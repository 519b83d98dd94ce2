import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

@Suite struct PINTests {
  private let mei = SampleShift.mei

  private func started(_ rule: PINRule = .optional) -> AppState {
    var state = SampleShift.started()
    state.pinRule = rule
    return state
  }

  private func withPIN() -> AppState {
    var state = started()
    state.work("P")
    state.type("2580")
    state.work("Enter")
    state.type("2580")
    state.work("Enter")
    _ = update(&state, .pin(.set))
    return state
  }

  @Test func itIsChosenTwiceAndNeverShown() {
    var state = started()
    state.work("P")
    #expect(state.shows("Choose 4 to 12 digits") && state.rows.last?.contains("F1 help") == true)
    state.type("25q80")
    #expect(state.shows("****"))
    #expect(!state.shows("2580"))
    #expect(state.work("Enter") == [])
    state.type("2580")
    #expect(state.work("Enter") == [.session(.setPIN("2580", mei.id))])
    _ = update(&state, .pin(.set))
    #expect(state.overlay == nil)
    #expect(state.shows("PIN set."))
  }

  @Test(arguments: [("25", "too short"), ("7777", "too easy")])
  func aPoorOneIsRefused(digits: String, why: String) {
    var state = started()
    state.work("P")
    state.type(digits)
    #expect(state.work("Enter") == [])
    #expect(state.shows(why))
  }

  @Test func twoDifferentOnesAreNone() {
    var state = started()
    state.work("P")
    state.type("2580")
    state.work("Enter")
    state.type("2581")
    #expect(state.work("Enter") == [])
    #expect(state.shows("not the same digits"))
    #expect(state.shows("Choose 4 to 12 digits"))
  }

  @Test func whereItIsOffNobodyIsAskedAndWhereItIsRequiredNobodyGoesOnWithout() {
    var off = started(.off)
    off.work("P")
    #expect(off.overlay == nil)
    #expect(off.shows("The settings allow no PIN"))
    var required = AppState.sample()
    required.pinRule = .required
    _ = update(&required, .session(.signedIn(mei, .works, since: AppState.morning)))
    #expect(required.shows("Choose 4 to 12 digits"))
    required.work("Escape")
    #expect(required.shows("Choose 4 to 12 digits"))
    for key in ["Ctrl+C", "F10"] {
      required.work(key, "Escape")
      #expect(required.shows("Choose 4 to 12 digits"))
    }
    required.work("Ctrl+C", "x")
    #expect(required.shows("Choose 4 to 12 digits"))
    #expect(required.work("F9").withoutPlaces == [.blank, .session(.lock(.worker))])
  }

  /// A PIN takes a moment to be set: who locks meanwhile finds it on the lock page, and what is typed is tried after that.
  @Test func setWhileTheTerminalLocksItOpensWhatIsLocked() {
    var state = lockedWhileSetting()
    #expect(state.shows("0-9"))
    state.type("2580")
    _ = update(&state, .pin(.set))
    #expect(state.shows("****"))
    #expect(state.work("Enter") == [.session(.openByPIN("2580", mei.id))])
  }

  @Test func notSetWhileTheTerminalLocksItIsOfferedNoMore() {
    var state = lockedWhileSetting()
    state.type("2580")
    _ = update(&state, .pin(.notSet))
    #expect(state.overlay == nil && !state.shows("0-9") && state.shows("there is none"))
    state = withPIN()
    state.work("P")
    _ = update(&state, .pin(.notSet))
    #expect(state.shows("the one before still opens your list"))
    state.work("F9")
    #expect(state.shows("0-9"), "the one before it is there")
  }

  @Test func whereOneIsRequiredNobodyIsAskedAgainWhileItIsBeingSet() {
    var state = lockedWhileSetting(.required)
    _ = update(&state, .session(.signedIn(mei, .works, since: AppState.morning)))
    #expect(state.overlay == nil)
  }

  private func lockedWhileSetting(_ rule: PINRule = .optional) -> AppState {
    var state = started(rule)
    state.work("P")
    state.type("2580")
    state.work("Enter")
    state.type("2580")
    state.work("Enter", "F9")
    return state
  }

  @Test func afterALockItOpensTheListAndEditsWait() {
    var state = withPIN()
    state.work("3", "Down", "F9")
    #expect(state.shows("0-9"))
    state.type("2580")
    #expect(state.shows("****"))
    #expect(state.work("Enter") == [.session(.openByPIN("2580", mei.id))])
    _ = update(&state, .session(.openedByPIN(mei, .works, since: AppState.morning)))
    state.sync(.lists(SampleShift.lists), .tasks(changed: SampleShift.tasks, removed: []))
    #expect(state.shift?.board.tab == .open)
    state.sync(.outbox([SampleShift.change(1, .notSent), SampleShift.change(2, .notSent)]))
    #expect(state.shows("sign in to send 2"))
    #expect(state.work("F7") == [.session(.signIn(hint: mei.username))])
    state.work("Escape")
    #expect(state.page == .tasks)
    state.work("F7")
    let shift = state.shift
    _ = update(&state, .session(.signedIn(mei, .works, since: AppState.morning)))
    #expect(state.shift == shift)
    #expect(state.page == .tasks)
    #expect(!state.shows("sign in to send"))
  }

  @Test func wrongOnesCountDownAndTheLastDestroysIt() {
    var state = withPIN()
    state.work("F9")
    for left in [4, 1] {
      state.type("1111")
      state.work("Enter")
      _ = update(&state, .pin(.wrong(left: left)))
      #expect(state.shows(left == 1 ? "1 try left" : "4 tries left"))
    }
    _ = update(&state, .pin(.gone))
    #expect(state.shows("The PIN is destroyed"))
    state.type("2")
    #expect(state.overlay == nil)
    #expect(!state.shows("0-9"))
  }

  @Test func nothingIsTypedWhileOneIsTried() {
    var state = withPIN()
    state.work("F9")
    state.type("2580")
    state.work("Enter")
    state.type("99")
    #expect(state.work("Enter") == [])
    #expect(!state.shows("**"))
  }

  @Test func itGoesWithTheSessionAndIsNobodyElses() {
    var state = withPIN()
    state.work("F9")
    _ = update(&state, .session(.signedOut(SignOutTests.receipt)))
    #expect(!state.hasPIN)
    state = withPIN()
    state.work("F9", "o")
    _ = update(&state, .session(.signedOut(SignOutTests.receipt)))
    _ = update(&state, .session(.signedIn(SampleShift.manager, .works, since: AppState.morning)))
    state.work("F9")
    #expect(!state.shows("0-9"))
  }
}
