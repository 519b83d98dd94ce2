/// What a program on a pty answers over its control line: one line of text.
struct LineAnswer: Hashable, Sendable {
  /// What came of a request.
  struct Outcome: Hashable, Sendable {
    /// How far time moved.
    var moved = Duration.zero
    /// What the world said to it.
    var words: String?
  }

  /// Number of the mark the program wrote to its screen just before; what was drawn stands before it.
  var mark: Int
  /// Whether digits typed now are a PIN.
  var takesPIN: Bool
  /// What came of it, or why the step could not be done.
  var result: Result<Outcome, TapeTrouble>

  init(mark: Int, takesPIN: Bool = false, result: Result<Outcome, TapeTrouble>) {
    self.mark = mark
    self.takesPIN = takesPIN
    self.result = result
  }

  /// Reads a line; nil when it is none.
  init?(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 4, let mark = Int(words[0]), ["open", "pin"].contains(words[1]) else { return nil }
    self.mark = mark
    takesPIN = words[1] == "pin"
    switch (words[2], Int64(words[3])) {
    case ("moved", let nanoseconds?): result = .success(Outcome(moved: .nanoseconds(nanoseconds)))
    case ("says", _): result = .success(Outcome(words: words[3]))
    case ("over", let code?): result = .failure(.over(exitCode: Int32(clamping: code)))
    case ("busy", let nanoseconds?): result = .failure(.busy(.nanoseconds(nanoseconds)))
    case ("unknown-command", _): result = .failure(.unknownCommand(words[3]))
    case ("practice-only", _): result = .failure(.practiceOnly)
    case ("refused", _): result = .failure(.refused(words[3]))
    case ("impossible", _): result = .failure(.impossible)
    case ("interrupted", _): result = .failure(.interrupted)
    default: return nil
    }
  }

  var line: String {
    let text =
      switch result {
      case .success(let outcome):
        outcome.words.map { "says \($0.onOneLine)" } ?? "moved \(outcome.moved.wholeNanoseconds)"
      case .failure(.over(let code)): "over \(code)"
      case .failure(.busy(let limit)): "busy \(limit.wholeNanoseconds)"
      case .failure(.unknownCommand(let id)): "unknown-command \(id.onOneLine)"
      case .failure(.practiceOnly): "practice-only -"
      case .failure(.refused(let reason)): "refused \(reason.onOneLine)"
      case .failure(.impossible): "impossible -"
      case .failure(.interrupted): "interrupted -"
      }
    return "\(mark) \(takesPIN ? "pin" : "open") \(text)"
  }
}

extension String {
  /// Line breaks become blanks.
  fileprivate var onOneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}
