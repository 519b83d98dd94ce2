/// What is written to a terminal that is spoken to line by line, real or in memory: lines, the question behind which the
/// answer is typed, and nothing else.
public struct LineScript: Sendable {
  /// Whether the screen can be emptied; paper and pipes keep what was said.
  public let canClear: Bool
  /// Columns after which the terminal breaks a line, words or not; nil on paper and in pipes, where lines stay whole.
  public var columns: Int?
  private let isUTF8: Bool
  private var isAsking = false

  /// A script nothing of which was written.
  ///
  /// - Parameter isUTF8: whether letters beyond ASCII can be written; others are a question mark.
  public init(isUTF8: Bool, canClear: Bool) {
    self.isUTF8 = isUTF8
    self.canClear = canClear
  }

  /// Lines and a question; they begin on a line of their own, and break between words.
  public mutating func say(_ lines: [SafeText], asking question: SafeText) -> String {
    var text = isAsking ? "\n" : ""
    for line in lines { text += spelled(line) + "\n" }
    isAsking = true
    return text + spelled(question)
  }

  /// The answer's line is over: a terminal that showed it has ended it, one that hid it has not.
  public mutating func answered(wasHidden: Bool) -> String {
    isAsking = false
    return wasHidden ? "\n" : ""
  }

  /// Empties screen and scrollback; nil where that cannot be done.
  public mutating func clear() -> String? {
    guard canClear else { return nil }
    isAsking = false
    return "\u{1B}[H\u{1B}[2J\u{1B}[3J"
  }

  /// The next prompt begins on a line of its own.
  public mutating func close() -> String {
    defer { isAsking = false }
    return isAsking ? "\n" : ""
  }

  private func spelled(_ text: SafeText) -> String {
    let lines = columns.map { text.wrapped(columns: max(2, $0)) } ?? [text]
    let whole = lines.map(\.text).joined(separator: "\n")
    return isUTF8 ? whole : String(whole.map { $0.isASCII ? $0 : "?" })
  }
}
