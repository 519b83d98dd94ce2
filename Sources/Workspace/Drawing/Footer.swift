import Strings
import Terminal

extension Painter {
  /// The last row: the keys that matter now; the row above it carries the notice or the question.
  mutating func footer(_ state: AppState) {
    let row = size.rows - 1
    if case .quit = state.overlay {
      text(words(.quitQuestion), row: row - 1, column: 1, .warning)
      frame.cursor = Position(row: row - 1, column: 1)
    } else if let notice = state.notice {
      text(notice.text, row: row - 1, column: 1, notice.role)
    }
    var column = 1
    for (key, label) in footerKeys(state) {
      let key = SafeText(key)
      let label = SafeText(label)
      guard column + key.columns + 1 + label.columns < size.columns else { break }
      column = frame.put(key, at: Position(row: row, column: column), style: Style(.key)) + 1
      column = frame.put(label, at: Position(row: row, column: column), style: .normal) + 3
    }
  }

  private func footerKeys(_ state: AppState) -> [(String, String)] {
    if case .quit = state.overlay {
      return [("Enter", words(.footerQuit)), ("Esc", words(.footerStay))]
    }
    let area = state.area
    let live = Catalogue.live(in: area).filter { $0.footerRank != nil && isUsable($0, state) }
    let ranked = live.sorted { ($0.footerRank ?? 0) < ($1.footerRank ?? 0) }
    var keys = ranked.prefix(7).map { (footerKey($0, state).footerSpelling, words($0.label)) }
    if area == .finder { keys.append(("Esc", words(.commandBack))) }
    return keys
  }

  /// A letter is no command while a field takes letters, so its F-key or nothing is shown.
  private func footerKey(_ command: Command, _ state: AppState) -> Key {
    command.keys.first { !state.isTyping || !$0.isPrintable || $0 == .letter("?") } ?? command.keys[0]
  }

  private func isUsable(_ command: Command, _ state: AppState) -> Bool {
    guard command.availability(state) == .enabled else { return false }
    guard state.isTyping else { return true }
    if state.area == .finder, command.areas.contains(.everywhere) { return false }
    return command.keys.contains { !$0.isPrintable } || state.area == .start
  }
}

extension Key {
  /// As help, tapes and settings spell it.
  var spelling: String { "\(self)" }

  /// Whether it types something.
  var isPrintable: Bool {
    if case .character = code { modifiers == [] } else { false }
  }

  /// As short as footers are: `Esc`, `^C`.
  var footerSpelling: String {
    if code == .escape, modifiers == [] { return "Esc" }
    return spelling
  }
}
