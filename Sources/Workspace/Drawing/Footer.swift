import Strings
import Terminal
import StoreModel

extension Painter {
  /// The last row: the keys that matter now; above it, on as many rows as it takes, the notice or the question.
  mutating func footer(_ state: AppState) {
    let row = size.rows - 1
    if let question = question(state) {
      let first = say(Notice(question, role: .warning), above: row)
      frame.cursor = Position(row: first, column: 1)
    } else if let line = lockWarning(state) ?? state.notice {
      say(line, above: row)
    }
    var column = 1
    for (key, label) in fitting(footerKeys(state).map { (SafeText($0), SafeText($1)) }) {
      column = frame.put(key, at: Position(row: row, column: column), style: Style(.key)) + 1
      column = frame.put(label, at: Position(row: row, column: column), style: .normal) + 3
    }
  }

  /// As many keys as fit from the left; the last of them, help and the way out, always.
  private func fitting(_ keys: [(key: SafeText, label: SafeText)]) -> [(SafeText, SafeText)] {
    func width(_ keys: [(key: SafeText, label: SafeText)]) -> Int {
      keys.reduce(0) { $0 + $1.key.columns + 1 + $1.label.columns + 3 }
    }
    var shown = keys
    while width(shown) - 3 >= size.columns - 1, shown.count > 2 {
      shown.remove(at: max(0, shown.count - (endsWithTheWayOut(shown) ? 3 : 2)))
    }
    return shown
  }

  private func endsWithTheWayOut(_ keys: [(key: SafeText, label: SafeText)]) -> Bool { keys.last?.key.text == "Esc" }

  /// Writes a notice over the rows above the one given, whole: a sentence cut short would hide what to do next.
  /// - Returns: its first row.
  @discardableResult
  private mutating func say(_ notice: Notice, above row: Int) -> Int {
    let lines = SafeText.wrap(notice.text, columns: size.columns - 2).suffix(max(1, row - 2))
    let first = row - lines.count
    for (offset, line) in lines.enumerated() {
      frame.fill(row: first + offset, with: .blank, style: .normal)
      frame.put(line, at: Position(row: first + offset, column: 1), style: Style(notice.role))
    }
    return first
  }

  /// The question over the page, with what is at stake.
  private func question(_ state: AppState) -> String? {
    let isWorking = state.session != nil || state.locked != nil
    let asked: String
    switch state.overlay {
    case .quit: asked = words(isWorking ? .footerQuitSignsOut : .quitQuestion)
    case .question(let question): return sentence(question, state)
    case .signOut(whenSent: false): asked = words(.footerSignOutQuestion)
    case .signOut(whenSent: true): return words.counted(SessionPhrase.signOutWaits, state.shift?.unsentCount ?? 0)
    default: return nil
    }
    let unsent = state.shift?.unsentCount ?? state.locked?.unsent ?? 0
    return unsent == 0 ? asked : asked + " " + words.counted(.footerUnsent, unsent)
  }

  /// Says when the session locks by itself, while that is near.
  private func lockWarning(_ state: AppState) -> Notice? {
    guard let moment = state.lockingAt else { return nil }
    let seconds = max(0, state.now.instant.duration(to: moment).components.seconds)
    return Notice(words(.footerLocksIn, ["seconds": String(seconds)]), role: .warning)
  }

  private func footerKeys(_ state: AppState) -> [(String, String)] {
    if case .quit = state.overlay {
      return [("Enter", words(.footerQuit)), ("Esc", words(.footerStay))]
    }
    if case .signOut(let whenSent) = state.overlay {
      let mayWait = state.mayWaitForChanges == .enabled && !whenSent
      return [("Enter", words(.footerSignOut))] + (mayWait ? [("w", words(.commandSignOutWhenSent))] : [])
        + [("Esc", words(.footerStay))]
    }
    switch state.overlay {
    case .question(.delete): return [("Enter", words(.questionYesDelete)), ("Esc", words(.commandBack))]
    case .question(.resetPractice): return [("Enter", words(.practiceResetYes)), ("Esc", words(.commandBack))]
    case .question(.leaveNote):
      let save = words(TextKey(labelOf: CommandID.noteSave.rawValue))
      let drop = words(TextKey(labelOf: CommandID.drop.rawValue))
      return [("Enter", save), ("d", drop), ("Esc", words(.questionWriteOn))]
    default: break
    }
    if case .receipt = state.page { return [] }
    let area = state.area
    let live = Catalogue.live(in: area).filter { $0.footerRank != nil && isUsable($0, state) }
    let ranked = live.sorted { ($0.footerRank ?? 0) < ($1.footerRank ?? 0) }
    // Help is always among them: it tells all the others.
    let room = [.task, .standing, .note, .news, .history].contains(area) ? 6 : 7
    let help = ranked.filter { $0.id == .help }
    let shown = ranked.filter { $0.id != .help }.prefix(room - help.count) + help
    var keys = shown.map { (footerKey($0, state).footerSpelling, words($0.label)) }
    if [
      .finder, .filter, .statusMenu, .choice, .entry, .note, .decision, .task, .standing, .news, .history, .listsPane,
    ].contains(area) {
      keys.append(("Esc", words(.commandBack)))
    }
    return keys
  }

  /// A letter is no command while a field takes letters, so its F-key or nothing is shown.
  private func footerKey(_ command: Command, _ state: AppState) -> Key {
    let keys = state.keymap.keys(of: command)
    return keys.first { !state.isTyping || !$0.isPrintable || $0 == .letter("?") } ?? keys.first ?? Key(.escape)
  }

  private func isUsable(_ command: Command, _ state: AppState) -> Bool {
    guard command.availability(state) == .enabled else { return false }
    let keys = state.keymap.keys(of: command)
    guard state.isTyping else { return !keys.isEmpty }
    if [.finder, .filter, .choice, .entry, .note].contains(state.area), command.areas.contains(.everywhere) {
      return false
    }
    return keys.contains { !$0.isPrintable } || state.area == .start && !keys.isEmpty
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
