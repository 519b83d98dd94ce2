import Strings
import Terminal

extension Painter {
  /// The start page: greets with the store, asks for the account.
  mutating func start(_ start: StartState, _ state: AppState) {
    let till = state.till
    let left = 8
    text(words(.startTitle), row: 4, column: left, .heading)
    let width = min(64, size.columns - left - 4)
    var row = paragraph(till.greeting(words), row: 6, column: left, width: width)
    row += 1
    let label = text(words(.startAccount), row: row, column: left) + 2
    let domain = till.domain.isEmpty ? "" : "@" + till.domain
    field(start.account, row: row, column: label, width: max(20, min(30, size.columns - label - 4)))
    if !start.account.text.contains("@") {
      text(domain, row: row, column: label + 31, .muted, limit: size.columns - label - 32)
    }
    row += 2
    paragraph(words(.startNext), row: row, column: left, width: width, .muted)
  }
}

extension Till {
  /// How to sign in here, and whether anything is real.
  func greeting(_ words: Words) -> String {
    guard isPractice else { return words(.startHint) }
    return isServed ? words(.startPractice) : words(.startPractice) + " " + words(.startPracticeHere)
  }
}
