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
  /// Whether a wait of less than a minute is told in seconds that run; line by line each would be said.
  public var countsSeconds: Bool

  /// A look.
  public init(
    words: Words = .english, isUnicode: Bool = true, canForget: Bool = true, countsSeconds: Bool = true
  ) {
    self.words = words
    self.isUnicode = isUnicode
    self.canForget = canForget
    self.countsSeconds = countsSeconds
  }

  /// Ends a text that was cut.
  var ellipsis: SafeText { isUnicode ? .ellipsis : .asciiEllipsis }
  /// Behind a text that goes on.
  var more: String { " " + ellipsis.text }
  /// The one kind of rule.
  var rule: String { isUnicode ? "─" : "-" }
  /// Between facts on one line.
  var dot: String { isUnicode ? "·" : "-" }
  /// Facts beside each other, broken between two of them where that takes no more than so many lines.
  func beside(_ facts: [String], width: Int, lines limit: Int = .max) -> String {
    let dot = " " + dot + " "
    var lines: [String] = []
    for fact in facts {
      if let last = lines.last, SafeText(last + dot + fact).columns <= width {
        lines[lines.count - 1] = last + dot + fact
      } else {
        lines.append(fact)
      }
    }
    // A fact wider than the lines is broken by whoever draws them, and no sign stands before the break.
    let isEnough = lines.count <= limit && (limit == .max || lines.allSatisfy { SafeText($0).columns <= width })
    return isEnough ? lines.joined(separator: "\n") : facts.joined(separator: dot)
  }
  /// Before the reason why something cannot be done.
  var withheld: String { "-" }
  /// The pointer at the selected row.
  var pointer: String { ">" }
}
