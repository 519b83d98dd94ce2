import SessionCore

/// How an answer travels: the outcome, the receipt's lines, and a last line, so that a torn answer is noticed.
enum ControlLine {
  private static let last = "."

  static func text(_ answer: OutsideAnswer) -> String {
    ([answer.outcome.rawValue] + answer.lines.map { "  " + $0 } + [last]).map { $0 + "\n" }.joined()
  }

  /// Nil when the answer is torn or no answer at all.
  static func answer(_ text: String, to request: OutsideRequest) -> OutsideAnswer? {
    guard text.hasSuffix("\n") else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard let first = lines.first, lines.count >= 2, lines.last == last[...],
      let outcome = OutsideAnswer.Outcome(rawValue: String(first))
    else { return nil }
    return OutsideAnswer(request, outcome, lines: lines.dropFirst().dropLast().map { String($0.dropFirst(2)) })
  }
}
