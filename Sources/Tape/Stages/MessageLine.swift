import Terminal
import Workspace

/// A message in one line for failure reports; what was typed, pasted or issued never stands in it.
enum MessageLine {
  static func text(_ message: Message) -> String {
    switch message {
    case .terminal(.key(let key)):
      if case .character = key.code, key.modifiers.isEmpty { "key: a character" } else { "key: \(key)" }
    case .terminal(.paste(let text)): "paste: \(text.count) characters"
    case .terminal(.resize(let size)): "resize: \(size.columns)x\(size.rows)"
    case .terminal(.scan(let code)): "scan: \(code.count) characters"
    case .terminal(.mouse(let report)):
      "mouse: \(name(report.action)) in row \(report.position.row + 1), column \(report.position.column + 1)"
    case .answer(let line, _): "answer: \(line.count) characters"
    case .command(let id): "command: \(id.rawValue)"
    case .session(let event): "session: \(name(event))"
    case .sync(let event): "sync: \(name(event))"
    default: name(message)
    }
  }

  /// Whether a line is of a message that a person at the terminal causes, rather than a clock or a cloud.
  static func isAct(_ line: String) -> Bool {
    ["key: ", "paste: ", "resize: ", "scan: ", "mouse: ", "answer: ", "command: "].contains { line.hasPrefix($0) }
  }

  /// The name of an enum's case without what it carries.
  private static func name(_ value: some Any) -> String {
    String(String(describing: value).prefix { $0 != "(" && $0 != " " })
  }
}
