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
  let open: @Sendable (inout AppState) -> Void

  /// A worker on this page, with one change that needs them and one that waits.
  func state(in words: Words = .english) -> AppState {
    var state = SampleShift.started(size: size)
    state.look.words = words
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
    SessionPage(testDescription: "too small a screen", size: Size(columns: 40, rows: 10)) { _ in },
    SessionPage(testDescription: "a wide screen", size: Size(columns: 200, rows: 50)) { _ in },
  ]
}
