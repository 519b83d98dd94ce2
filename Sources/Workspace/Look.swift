public import Strings
import Terminal

/// How things are shown: words, and signs for the terminal's abilities.
public struct Look: Equatable, Sendable {
  /// The words of the worker's language.
  public var words: Words
  /// Whether lines and marks may go beyond ASCII.
  public var isUnicode: Bool

  /// A look.
  public init(words: Words = .english, isUnicode: Bool = true) {
    self.words = words
    self.isUnicode = isUnicode
  }

  /// The one kind of rule.
  var rule: String { isUnicode ? "─" : "-" }
  /// Between facts on one line.
  var dot: String { isUnicode ? "·" : "-" }
  /// The pointer at the selected row.
  var pointer: String { ">" }
}
