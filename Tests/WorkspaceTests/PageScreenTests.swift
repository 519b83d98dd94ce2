import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal
import Testing
import Workspace

/// Every page and question as a person sees it: at the size everybody has, and the pages that use the room on wide screens.
@Suite struct PageScreenTests {
  /// A page, and the sizes it is held at.
  struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    var sizes = [Size.smallest]
    let open: @Sendable () -> AppState
    var testDescription: String { name }
  }

  private static let everySize = [Size.smallest, Size(columns: 120, rows: 40), Size(columns: 200, rows: 60)]
  private static let wideSizes = [Size(columns: 120, rows: 40), Size(columns: 200, rows: 60)]

  @Test(arguments: signedOut + working + questions)
  func looksAsItDid(page: Page) {
    for size in page.sizes {
      var state = page.open()
      if size != .smallest { _ = update(&state, .terminal(.resize(size))) }
      GoldenScreen.expect("\(page.name)-\(size.columns)x\(size.rows)", state)
    }
  }

  /// Pages without a session.
  static let signedOut = [
    Page(name: "start", sizes: everySize) { AppState.sample() },
    Page(name: "start-help") { signedOut("?") },
    Page(name: "start-quit") { signedOut("q") },
    Page(name: "code-asking") { SignInPageTests.asked() },
    Page(name: "code", sizes: everySize) { SignInPageTests.waiting() },
    Page(name: "code-refused", sizes: everySize) {
      var state = SignInPageTests.waiting()
      _ = update(&state, .session(.refused(SignInRefusal(.policyBlock, number: 53003, reference: "abc-1"))))
      return state
    },
    Page(name: "code-unreachable") {
      var state = SignInPageTests.waiting()
      let next = AppState.morning.instant.advanced(by: .seconds(10))
      let refusal = SignInRefusal(.offline, host: "login.example")
      _ = update(&state, .session(.providerUnreachable(refusal, nextTry: next)))
      return state
    },
    Page(name: "browser", sizes: everySize) { BrowserPageTests.waiting() },
    Page(name: "browser-elsewhere", sizes: everySize) {
      var state = BrowserPageTests.waiting()
      state.press("a")
      return state
    },
    Page(name: "phone-account", sizes: everySize) {
      phone(.init(title: "Sign in", message: "Which account?", ask: .account))
    },
    Page(name: "phone-account-spanish") {
      var state = phone(.init(title: "Sign in", message: "Which account?", ask: .account))
      if let words = Words(language: "es") { state.look.words = words }
      return state
    },
    Page(name: "phone-decision") {
      phone(.init(title: "Sign in to Tillside?", message: "Contoso asks.", ask: .decision))
    },
    Page(name: "too-small") {
      var state = AppState.sample()
      _ = update(&state, .terminal(.resize(Size(columns: 40, rows: 10))))
      return state
    },
  ]

  /// Pages of a session.
  static let working = [
    Page(name: "tasks", sizes: [Size(columns: 200, rows: 60)]) { ShiftScreenTests.worked() },
    Page(name: "lists", sizes: wideSizes) { worked("4") },
    Page(name: "list-open", sizes: everySize) { worked("4", "Enter") },
    Page(name: "marked", sizes: everySize) { worked("v", "v") },
    Page(name: "task", sizes: wideSizes) { worked("Enter", "Down") },
    Page(name: "standing", sizes: wideSizes) { trouble("F2") },
    Page(name: "decision", sizes: wideSizes) { trouble("F2", "Enter") },
    Page(name: "news", sizes: [Size(columns: 200, rows: 60)]) {
      var state = NewsTests.told()
      state.work("F3")
      return state
    },
    Page(name: "history", sizes: wideSizes) { history("x", "Home", "Enter", "H") },
    Page(name: "history-day", sizes: wideSizes) { history("H") },
    Page(name: "note", sizes: [Size(columns: 200, rows: 60)]) { worked("c") },
    Page(name: "help", sizes: everySize) { worked("?", "Down") },
    Page(name: "palette", sizes: everySize) { worked("Ctrl+P") },
    Page(name: "palette-withheld", sizes: everySize) {
      var state = worked("Ctrl+P")
      state.type("task")
      return state
    },
    Page(name: "tasks-ascii", sizes: everySize) {
      var state = ShiftScreenTests.worked()
      state.look.isUnicode = false
      let title = "Sweep the yard behind the cold store and the gate to the street before the first delivery comes"
      state.sync(.tasks(changed: [SampleShift.task("t9", title, hours: 2)], removed: []))
      _ = update(&state, .command(.legend))
      return state
    },
    Page(name: "locked", sizes: wideSizes) { worked("F9") },
    Page(name: "locked-pin") {
      var state = ShiftScreenTests.worked()
      state.pinRule = .optional
      _ = update(&state, .pin(.set))
      state.work("F9")
      return state
    },
    Page(name: "receipt", sizes: wideSizes) {
      var state = ShiftScreenTests.worked()
      _ = update(&state, .session(.signedOut(SignOutTests.receipt)))
      return state
    },
    Page(name: "pin") {
      var state = ShiftScreenTests.worked()
      state.pinRule = .optional
      state.work("P")
      state.type("2580")
      return state
    },
    Page(name: "manager-signs-in", sizes: everySize) {
      var state = worked("d", "Enter")
      _ = update(&state, .override(.codeIssued(.sample)))
      return state
    },
    Page(name: "pane-of-lists", sizes: [Size(columns: 200, rows: 60)]) {
      var state = ShiftScreenTests.worked(Size(columns: 200, rows: 60))
      state.work("Tab", "Tab")
      return state
    },
  ]

  /// Questions and menus over a page.
  static let questions = [
    Page(name: "quit-signed-in") { worked("Ctrl+C") },
    Page(name: "sign-out") { worked("F10") },
    Page(name: "sign-out-waits") { worked("F10", "w") },
    Page(name: "give-up", sizes: everySize) { worked("F10", "d", "Space") },
    Page(name: "give-up-question") { worked("F10", "d", "Space", "Enter") },
    Page(name: "manager-needed") { worked("d") },
    Page(name: "note-unsaved") {
      var state = worked("c")
      state.type("Seal 4711.")
      state.work("Escape")
      return state
    },
    Page(name: "delete") { managing("3", "D") },
    Page(name: "new-task", sizes: everySize) {
      var state = managing("n", "Enter")
      state.type("Wipe the scales")
      return state
    },
    Page(name: "priority") { managing("3", "p") },
    Page(name: "priority-told") { told(managing("3", "p")) },
    Page(name: "people-told") { told(managing("3", "a")) },
    Page(name: "filter-told") {
      var state = managing("3", "/")
      state.type("o")
      return told(state)
    },
    Page(name: "status", sizes: wideSizes) { worked("s") },
    Page(name: "people", sizes: wideSizes) { managing("3", "a") },
  ]

  private static func signedOut(_ keys: String...) -> AppState {
    var state = AppState.sample()
    for key in keys { state.press(key) }
    return state
  }

  private static func phone(_ page: PhoneState.Page) -> AppState {
    var state = PhoneTests.started()
    state.press("F8")
    _ = update(&state, .session(.codeIssued(.sample)))
    _ = update(&state, .phone(.page(page)))
    return state
  }

  private static func worked(_ keys: String...) -> AppState {
    var state = ShiftScreenTests.worked()
    for key in keys { state.work(key) }
    return state
  }

  private static func managing(_ keys: String...) -> AppState {
    var state = SampleShift.started(SampleShift.manager)
    for key in keys { state.work(key) }
    return state
  }

  /// News that comes while somebody chooses or types.
  private static func told(_ state: AppState) -> AppState {
    var state = state
    state.notice = Notice("A change of yours needs you. F2 shows it.", role: .warning)
    return state
  }

  private static func history(_ keys: String...) -> AppState {
    var state = HistoryTests.worked()
    for key in keys { state.work(key) }
    return state
  }

  private static func trouble(_ keys: String...) -> AppState {
    var state = ShiftScreenTests.worked()
    let trouble = ChangeTrouble.conflict(remote: .complete, remoteCompletedBy: UserID(rawValue: "omar"))
    let item = TaskEdit.check(item: "c2", isChecked: true)
    state.sync(
      .outbox([SampleShift.change(1, .needsDecision, trouble), SampleShift.change(2, .notSent, edit: item)]))
    for key in keys { state.work(key) }
    return state
  }
}
