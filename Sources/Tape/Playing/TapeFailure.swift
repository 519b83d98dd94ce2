/// The first step of a tape that did not come true, with all that is needed to see why.
public struct TapeFailure: Error, Hashable, Sendable {
  /// Why a step failed.
  public enum Reason: Error, Hashable, Sendable {
    /// An expectation without names is not met; what was found instead, in words, where that can be said.
    case unmet(TapeStep, found: String?)
    /// The text did not come within the limit.
    case waited(String, Duration)
    /// The screen is not the golden one.
    case golden(GoldenDifference)
    /// The step could not be done.
    case trouble(TapeTrouble)
  }

  /// The step and its place.
  public var entry: TapeProgram.Entry
  /// Why it failed.
  public var reason: Reason
  /// The screen at that moment.
  public var screen: TapeScreen
  /// The last messages, newest last.
  public var messages: [String]
}

extension TapeFailure: CustomStringConvertible {
  /// Place, step, reason, the whole screen with its cursor, the last keys and commands; safe to print on a terminal.
  public var description: String {
    var text = "\(TapeFault.printable("\(entry.file):\(entry.line): \(TapePrinter.print(entry.step))"))\n"
    text += "  " + TapeFault.printable(reason.sentence) + "\n"
    if case .golden(let difference) = reason {
      text += difference.lines.map { "  \(TapeFault.printable($0))\n" }.joined()
    }
    let shown = ScreenText(screen, masks: ScreenMasks())
    text += isAboutStyles ? shown.text : shown.grid.map { $0 + "\n" }.joined()
    if !acts.isEmpty {
      text += "last keys and commands:\n" + acts.suffix(6).map { "  \(TapeFault.printable($0))\n" }.joined()
    }
    return text
  }
}

extension TapeFailure {
  /// Whether the styles of the screen can be why it failed.
  private var isAboutStyles: Bool {
    switch reason {
    case .golden, .unmet(.expect(.role), _), .unmet(.expectNot(.role), _): true
    default: false
    }
  }

  /// The messages that come from whoever sits at the terminal; the same several times is told once.
  private var acts: [String] {
    var acts: [(text: String, count: Int)] = []
    for message in messages where MessageLine.isAct(message) {
      if acts.last?.text == message { acts[acts.count - 1].count += 1 } else { acts.append((message, 1)) }
    }
    return acts.map { $0.count == 1 ? $0.text : "\($0.text), \($0.count) times" }
  }
}

extension TapeFailure.Reason {
  /// One line: what was expected and what was found instead.
  public var sentence: String {
    switch self {
    case .unmet(let step, let found):
      "not so: \(TapePrinter.print(step))" + (found.map { " (\($0))" } ?? "")
    case .waited(let text, let limit):
      "after \(TapeDuration.spell(limit)) this was still not on the screen: \(TapePrinter.quote(TapeText(text)))"
    case .golden(let difference): difference.sentence
    case .trouble(let trouble): trouble.sentence
    }
  }
}

extension TapeTrouble {
  /// One line: why the step could not be done.
  public var sentence: String {
    switch self {
    case .over(let code): "the program is over, exit code \(code)"
    case .busy(let limit): "the program was still busy after \(TapeDuration.spell(limit))"
    case .unknownCommand(let id): "there is no command \(id)"
    case .practiceOnly: "this step needs the practice store"
    case .refused(let reason): reason
    case .impossible: "this cannot be done on this terminal"
    case .interrupted: "stopped by hand"
    }
  }
}
