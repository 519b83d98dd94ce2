/// A script of keystrokes and expectations as it was written: one step per line, comments and blank lines kept.
public struct Tape: Hashable, Sendable {
  /// The file's name as given, for messages.
  public var file: String
  /// Every line that could be read, in order.
  public var lines: [TapeLine]

  /// A tape of lines.
  public init(file: String, lines: [TapeLine]) {
    self.file = file
    self.lines = lines
  }

  /// The steps without comments and blank lines.
  public var steps: [TapeStep] { lines.compactMap(\.step) }
}

/// One line of a tape: a step, a comment, both, or nothing.
public struct TapeLine: Hashable, Sendable {
  /// Line in the file, from 1.
  public var number: Int
  /// Where the step's first word stands, in Unicode scalars from 1.
  public var column: Int
  /// What the line does.
  public var step: TapeStep?
  /// What follows `#`, without leading and trailing blanks.
  public var comment: String?
  /// The line as written, for messages.
  public var source: String

  /// A line.
  public init(number: Int, column: Int = 1, step: TapeStep? = nil, comment: String? = nil, source: String = "") {
    self.number = number
    self.column = column
    self.step = step
    self.comment = comment
    self.source = source
  }
}
