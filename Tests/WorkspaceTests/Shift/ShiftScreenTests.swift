import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing
import Workspace

/// The pages of a shift as a person sees them, at the two sizes everybody has.
@Suite struct ShiftScreenTests {
  static let wide = Size(columns: 120, rows: 40)

  static func worked(_ size: Size = .smallest) -> AppState {
    var state = SampleShift.started(size: size)
    state.sync(.details(SampleShift.details), .outbox([SampleShift.change(1, .notSent)]))
    state.work("Down", "Down")
    state.wait(.seconds(12))
    return state
  }

  @Test func taskPage() {
    GoldenScreen.expect("tasks-80x24", Self.worked())
    GoldenScreen.expect("tasks-120x40", Self.worked(Self.wide))
    GoldenScreen.expect("tasks-200x50", Self.worked(Size(columns: 200, rows: 50)))
  }

  @Test func aNoticeTakesTheRowsItNeeds() {
    var state = Self.worked()
    state.sync(.storage(.setAside(file: "tasks-damaged-1.sqlite", changesSalvaged: 2)))
    GoldenScreen.expect("notice-80x24", state)
    state.sync(.storage(.setAside(file: "tasks-damaged-1.sqlite", changesSalvaged: 0)))
    #expect(state.shows("check what you did last."))
    state.work("Q")
    #expect(state.shows("kept for you until your next sign-in."))
  }

  @Test func listsAndFilter() {
    var state = Self.worked()
    state.work("4")
    GoldenScreen.expect("lists-80x24", state)
    state.work("o", "Down")
    GoldenScreen.expect("order-80x24", state)
    state.work("Escape")
    state.work("1", "/")
    state.type("the")
    GoldenScreen.expect("filter-80x24", state)
  }

  @Test func taskOnTheWholeScreen() {
    var state = Self.worked()
    state.work("Enter", "Down")
    GoldenScreen.expect("task-80x24", state)
    state.work("Escape", "s")
    GoldenScreen.expect("status-80x24", state)
  }

  @Test func stateOfThings() {
    var state = Self.worked()
    let trouble = ChangeTrouble.conflict(remote: .complete, remoteCompletedBy: UserID(rawValue: "omar"))
    let item = TaskEdit.check(item: "c2", isChecked: true)
    state.sync(
      .outbox([SampleShift.change(1, .needsDecision, trouble), SampleShift.change(2, .notSent, edit: item)]))
    state.work("F2")
    GoldenScreen.expect("standing-80x24", state)
    state.work("Enter")
    GoldenScreen.expect("decision-80x24", state)
  }

  @Test func lockAndReceipt() {
    var state = Self.worked()
    state.work("F9")
    GoldenScreen.expect("locked-80x24", state)
    _ = update(&state, .session(.signedOut(SignOutTests.receipt)))
    GoldenScreen.expect("receipt-80x24", state)
  }

  @Test func nothingToShow() {
    var state = SampleShift.signedIn()
    var standing = SampleShift.online
    standing.noListsBecause = .storeHasNoTeam
    state.sync(.standing(standing))
    GoldenScreen.expect("no-team-80x24", state)
  }
}
