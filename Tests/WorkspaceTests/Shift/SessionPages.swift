import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal
import Testing
import Workspace

/// Every page and overlay a signed-in worker can be on, with how to get there.
struct SessionPage: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Whether letters are typed into a field there.
  var takesLetters = false
  var size = Size.smallest
  var worker = SampleShift.mei
  let open: @Sendable (inout AppState) -> Void

  /// A worker on this page, with one change that needs them and one that waits.
  func state(in words: Words = .english) -> AppState {
    var state = SampleShift.started(worker, size: size)
    state.look.words = words
    state.pinRule = .optional
    let trouble = ChangeTrouble.conflict(remote: .complete, remoteCompletedBy: nil)
    state.sync(
      .details(SampleShift.details),
      .outbox([SampleShift.change(1, .needsDecision, trouble), SampleShift.change(2, .notSent)]))
    open(&state)
    return state
  }

  static let all: [SessionPage] = [
    SessionPage(testDescription: "my tasks") { _ in },
    SessionPage(testDescription: "overdue") { $0.work("2") },
    SessionPage(testDescription: "open") { $0.work("3") },
    SessionPage(testDescription: "task lists") { $0.work("4") },
    SessionPage(testDescription: "an open list") { $0.work("4", "Enter") },
    SessionPage(testDescription: "filter", takesLetters: true) { $0.work("/") },
    SessionPage(testDescription: "a task") { $0.work("Enter") },
    SessionPage(testDescription: "status menu") { $0.work("s") },
    SessionPage(testDescription: "state of things") { $0.work("F2") },
    SessionPage(testDescription: "a decision") { $0.work("F2", "Enter") },
    SessionPage(testDescription: "news") { $0.work("F3") },
    SessionPage(testDescription: "history") { $0.work("F4") },
    SessionPage(testDescription: "a note", takesLetters: true) { $0.work("Down", "Down", "c") },
    SessionPage(testDescription: "order of the rows") { $0.work("o") },
    SessionPage(testDescription: "help", takesLetters: true) { $0.work("F1") },
    SessionPage(testDescription: "palette", takesLetters: true) { $0.work("Ctrl+P") },
    SessionPage(testDescription: "quit question") { $0.work("Ctrl+C") },
    SessionPage(testDescription: "sign-out question") { $0.work("F10") },
    SessionPage(testDescription: "marked rows") { $0.work("v", "Down", "v") },
    SessionPage(testDescription: "order of the rows") { $0.work("o") },
    SessionPage(testDescription: "notifications") { $0.work("F3") },
    SessionPage(testDescription: "the worker's day") { $0.work("F4") },
    SessionPage(testDescription: "a task's history") { $0.work("3", "Enter", "F4") },
    SessionPage(testDescription: "a note being written", takesLetters: true) { $0.writeNote() },
    SessionPage(testDescription: "a note being left") { state in
      state.writeNote()
      state.work("Escape")
    },
    SessionPage(testDescription: "a PIN being chosen", takesLetters: true) { state in
      state.work("P")
      state.type("2580")
      state.work("Enter")
      state.type("25")
    },
    SessionPage(testDescription: "a sign-out that waits") { $0.work("Q", "w") },
    SessionPage(testDescription: "changes to give up") { $0.work("Q", "d", "Space") },
    SessionPage(testDescription: "the question about giving up") { $0.work("Q", "d", "Space", "Enter") },
    SessionPage(testDescription: "a manager is needed") { $0.work("d") },
    SessionPage(testDescription: "a manager signs in") { state in
      state.work("d", "Enter")
      _ = update(&state, .override(.codeIssued(.sample)))
    },
    SessionPage(testDescription: "help over a manager's sign-in", takesLetters: true) { state in
      state.work("d", "Enter")
      _ = update(&state, .override(.codeIssued(.sample)))
      state.work("?")
    },
    SessionPage(testDescription: "a due day being typed", takesLetters: true, worker: SampleShift.manager) { state in
      state.work("3", "d")
      state.type("fri")
    },
    SessionPage(testDescription: "a new task being named", takesLetters: true, worker: SampleShift.manager) { state in
      state.work("n", "Enter")
      state.type("Wipe the seal number")
    },
    SessionPage(testDescription: "a title being changed", takesLetters: true, worker: SampleShift.manager) { state in
      state.work("3", "e", "1")
      state.type("seal number")
    },
    SessionPage(testDescription: "fields of a task", worker: SampleShift.manager) { $0.work("3", "e") },
    SessionPage(testDescription: "people", takesLetters: true, worker: SampleShift.manager) { $0.work("3", "a") },
    SessionPage(testDescription: "priorities", worker: SampleShift.manager) { $0.work("3", "p") },
    SessionPage(testDescription: "a deletion", worker: SampleShift.manager) { $0.work("3", "D") },
    SessionPage(testDescription: "the pane of lists", size: Size(columns: 200, rows: 50)) { $0.work("Tab") },
    SessionPage(testDescription: "too small a screen", size: Size(columns: 40, rows: 10)) { _ in },
    SessionPage(testDescription: "a wide screen", size: Size(columns: 200, rows: 50)) { _ in },
  ]
}

extension AppState {
  /// Half a note more than there was.
  fileprivate mutating func writeNote() {
    work("3", "Down", "Down", "c")
    type("seal number 4711")
  }
}
