public import StoreModel
public import Terminal

/// What is said to a worker who reads line by line: lines, numbered things to choose from, one question.
///
/// Made from the same state as a frame. An answer is read against the page it was given to, so that a number never means
/// something else because a list has changed meanwhile.
public struct PlainPage: Equatable, Sendable {
  /// What a number stands for.
  public enum Pick: Hashable, Sendable {
    /// A row of what is shown, from 0.
    case row(Int)
    case task(TaskID)
    case list(ListID)
    case command(CommandID)
    case key(Key)
  }

  /// A line, with its number where it can be chosen. Untrusted text.
  public struct Line: Equatable, Sendable {
    /// What is said.
    public var text: String
    /// The number it is chosen by; nil for a line that only says something.
    public var number: Int?
    /// What the number stands for.
    public var pick: Pick?
  }

  /// How an answer that is no number is read.
  public enum Answer: Hashable, Sendable {
    /// As a command: its name, its key or its POS number.
    case command
    /// As text for the field; a command has a colon before it.
    case text
  }

  /// How the names of pages read off their frame begin.
  static let framePrefix = "frame:"

  /// Which page it is: of a page that stays the same only what is new is said.
  var name: String
  /// Where this is and who works; said when another page begins.
  var header: [String] = []
  /// Everything of the page, in reading order. Untrusted text.
  public private(set) var lines: [Line] = []
  /// What is asked. Untrusted text.
  public var question = ""
  /// How the answer is read.
  public var answer = Answer.command
  /// Whether the answer must not be seen while it is typed.
  public var isSecret = false

  init(_ name: String) { self.name = name }

  /// Adds a line that only says something.
  mutating func say(_ text: String) { lines.append(Line(text: text)) }

  /// Adds a line that can be chosen, under the next number unless it has one of its own.
  mutating func offer(_ text: String, _ pick: Pick, number: Int? = nil) {
    let next = (lines.last { $0.number != nil }?.number ?? 0) + 1
    lines.append(Line(text: text, number: number ?? next, pick: pick))
  }

  /// What a number stands for; nil where it stands for nothing.
  func pick(_ number: Int) -> Pick? { lines.first { $0.number == number }?.pick }
}

extension PlainPage.Line {
  /// As it is said: `3. Receive the dairy delivery`.
  var spoken: String { number.map { "\($0). \(text)" } ?? text }
}
