import Terminal

/// What a player asks of a program on a pty over its control line: one line of text.
///
/// It begins with what the program must have taken before: keys as a number of bytes, and the screen's size.
struct LineRequest: Hashable, Sendable {
  enum Act: Hashable, Sendable {
    /// Everything is done that can be done without time.
    case settle
    /// Time moves to the next moment at which something happens, at most so far.
    case tick(Duration)
    /// Time moves on by so much.
    case advance(Duration)
    /// A command is run.
    case perform(String)
    /// The practice world does something.
    case ask(WorldRequest)
  }

  /// Bytes written to the pty since its start.
  var keyBytes: Int
  /// The screen's size.
  var size: Size
  var act: Act

  init(keyBytes: Int, size: Size, act: Act) {
    self.keyBytes = keyBytes
    self.size = size
    self.act = act
  }

  /// Reads a line; nil when it is none.
  init?(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 4, let bytes = Int(words[0]), let columns = Int(words[1]), let rows = Int(words[2]),
      let act = Act(words[3])
    else { return nil }
    self.init(keyBytes: bytes, size: Size(columns: columns, rows: rows), act: act)
  }

  var line: String { "\(keyBytes) \(size.columns) \(size.rows) \(act.text)" }
}

extension LineRequest.Act {
  /// `tick NANOSECONDS`, `move NANOSECONDS`, or a step as tapes spell it.
  fileprivate init?(_ text: String) {
    let words = text.split(separator: " ")
    if words.count == 2, words[0] == "tick" || words[0] == "move", let nanoseconds = Int64(words[1]) {
      self = words[0] == "tick" ? .tick(.nanoseconds(nanoseconds)) : .advance(.nanoseconds(nanoseconds))
      return
    }
    let (tape, faults) = TapeParser.parse(text, file: "")
    guard faults.isEmpty, let step = tape.steps.first else { return nil }
    switch step {
    case .waitIdle: self = .settle
    case .perform(let command): self = .perform(command.resolved([:]))
    default:
      guard let request = WorldRequest(step) else { return nil }
      self = .ask(request)
    }
  }

  fileprivate var text: String {
    switch self {
    case .settle: TapePrinter.print(.waitIdle)
    case .tick(let limit): "tick \(limit.wholeNanoseconds)"
    case .advance(let duration): "move \(duration.wholeNanoseconds)"
    case .perform(let command): TapePrinter.print(.perform(TapeText(command)))
    case .ask(let request): TapePrinter.print(request.step)
    }
  }
}

extension Duration {
  /// Whole nanoseconds, at most what 64 bits hold.
  var wholeNanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return min(seconds, Int64.max / 2_000_000_000) * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
