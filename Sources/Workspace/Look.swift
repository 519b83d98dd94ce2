public import Strings
import Terminal

/// How things are shown: words, and signs for the terminal's abilities.
public struct Look: Equatable, Sendable {
  /// The words of the worker's language.
  public var words: Words
  /// Whether lines and marks may go beyond ASCII.
  public var isUnicode: Bool

  /// Whether what was shown can be taken away at a lock; paper and pipes keep it.
  public var canForget: Bool

  /// A look.
  public init(words: Words = .english, isUnicode: Bool = true, canForget: Bool = true) {
    self.words = words
    self.isUnicode = isUnicode
    self.canForget = canForget
  }

  /// Behind a text that goes on.
  var more: String { isUnicode ? " …" : " ~" }
  /// The one kind of rule.
  var rule: String { isUnicode ? "─" : "-" }
  /// Between facts on one line.
  var dot: String { isUnicode ? "·" : "-" }
  /// The pointer at the selected row.
  var pointer: String { ">" }
}
