import Strings
import Terminal
import Workspace

/// Finds the text that best says what a step changed on the screen: what a recording expects after it.
///
/// It has to come true in another play too, on another day and with time that passes. So no text counts that hangs on the
/// clock or the calendar, or that passes by.
struct ChangedText {
  private let before: TapeScreen
  private let after: TapeScreen
  private let secrets: [String]
  private let calendar: CalendarWords
  private let notice: String?
  private let isJustLocked: Bool
  private let passing: PassingWords

  /// A change.
  ///
  /// - Parameters:
  ///   - state: the program's state after it.
  ///   - secrets: texts that must not be written down, such as the code of a sign-in.
  init(from before: TapeScreen, to after: TapeScreen, in state: AppState, hiding secrets: [String]) {
    self.before = before
    self.after = after
    self.secrets = secrets
    calendar = CalendarWords(state.look.words)
    passing = PassingWords(state.look.words)
    notice = state.notice?.text
    isJustLocked = state.isLocked && before.frame.text(row: 1) != after.frame.text(row: 1)
  }

  /// Whether something changed but the clock in the first row.
  var isChange: Bool { before.rows.dropFirst() != after.rows.dropFirst() || before.frame.cursor != after.frame.cursor }

  /// What is to be expected; nil when nothing changed that can be named.
  ///
  /// What the program says counts most, then what was typed and what became of the focused row.
  ///
  /// - Parameters:
  ///   - namesFocus: whether the focused text may be written down; not where secrets are typed.
  ///   - deed: what was done.
  func expectation(namesFocus: Bool, of deed: RecordedDeed) -> TapeExpectation? {
    if deed.command == .lock || isJustLocked, let text = pageText { return .text(TapeText(text)) }
    if deed.command?.turnsTab == true, let tab { return .role(.heading, TapeText(tab)) }
    if let message { return .text(TapeText(message)) }
    if namesFocus, isWritable(deed.typed), after.focus.contains(deed.typed) { return .focus(TapeText(deed.typed)) }
    let truth = truth
    if let truth, passing.isUnsent(truth) { return .text(TapeText(truth)) }
    if namesFocus, let fate = fate(after: deed) { return .focus(TapeText(fate)) }
    if let truth { return .text(TapeText(truth)) }
    let focus = namesFocus && after.focus != before.focus ? named(in: after.focus) : nil
    // After a step back or a move what comes to light says less than where one is.
    if deed.command?.leadsElsewhere == true || !deed.typed.isEmpty, let focus { return .focus(TapeText(focus)) }
    if let text = pageText { return .text(TapeText(text)) }
    return focus.map { .focus(TapeText($0)) }
  }

  /// A text that is new on the screen.
  var newText: String? { isJustLocked ? pageText ?? truth : message ?? truth ?? pageText }

  /// The heading of the tab that was turned to, without its count.
  private var tab: String? {
    let old = pieces(of: 2, in: before.frame).filter { $0.role == .heading }.map(\.text)
    return pieces(of: 2).first { $0.role == .heading && !old.contains($0.text) }.map { piece in
      let words = piece.text.split(separator: " ")
      let isCounted = words.count > 2 && words.last?.allSatisfy(\.isNumber) == true
      return (isCounted ? words.dropLast() : words[...]).joined(separator: " ")
    }
  }

  /// What became of the focused row: its new mark, or the row to which an answered question leads back.
  private func fate(after deed: RecordedDeed) -> String? {
    let isSame = named(in: after.focus) != nil && named(in: before.focus) == named(in: after.focus)
    guard deed.hasAnswered || isSame && deed.command?.leadsElsewhere == false && deed.command != .open else {
      return nil
    }
    let old = before.focus.parts.map { $0.text.withoutPointer }
    let new = after.focus.parts.map { $0.text.withoutPointer }.filter { isWritable($0) && !old.contains($0) }
    let marked = new.filter { $0.first?.isLetter == false }
    return (marked.isEmpty ? new : marked).max { $0.count < $1.count }
  }

  /// What the program says to the step: its notice, whole or its first sentence.
  private var message: String? {
    guard let notice else { return nil }
    let sentence = notice.split(separator: ". ", maxSplits: 1).first.map { $0.hasSuffix(".") ? $0 : $0 + "." } ?? ""
    return [notice, String(sentence)].first { text in
      text.count <= 72 && isWritable(text) && isNew(text) && after.rows.contains { $0.contains(text) }
    }
  }

  /// What is new in the truth line, without times: "1 not sent", "offline since".
  private var truth: String? {
    let pieces = pieces(of: 1)
    let isOnline = pieces.contains { $0.text.hasPrefix(passing.online) }
    let facts = pieces.compactMap { piece -> (text: String, role: Role)? in
      guard !passing.isPassing(piece.text, whileOnline: isOnline) else { return nil }
      let text = piece.text.hasTime ? piece.text.beforeTime : piece.text
      return text.contains(where: \.isLetter) && isKeepable(text) && isNew(text) ? (text, piece.role) : nil
    }
    if let unsent = facts.first(where: { passing.isUnsent($0.text) }) { return unsent.text }
    if let warning = facts.last(where: { [.warning, .danger].contains($0.role) }) { return warning.text }
    let isSameWorker = before.frame.text(row: 1).prefix(24) == after.frame.text(row: 1).prefix(24)
    return isSameWorker ? facts.last?.text : facts.first?.text
  }

  /// A text that is new below the header and above the footer; what stands out comes first.
  private var pageText: String? {
    var best: (text: String, worth: Int)?
    for row in 2..<max(2, after.frame.size.rows - 1) {
      for piece in pieces(of: row).map(\.untilTime) where isWritable(piece.text) && isNew(piece.text) {
        var piece = piece
        if isNew(piece.text.unmarked) { piece.text = piece.text.unmarked }
        if piece.worth > best?.worth ?? 0, !isPartOfSentence(piece) { best = (piece.text, piece.worth) }
      }
    }
    return best?.text
  }

  private func isNew(_ text: String) -> Bool { !before.rows.contains { $0.contains(text) } }

  private struct Piece {
    var text: String
    var role: Role
    var row: Int
    var column: Int

    /// The same before a time of day, where it stands out: "Locked at".
    var untilTime: Piece {
      guard text.hasTime, [.danger, .warning, .good, .heading].contains(role) else { return self }
      var piece = self
      piece.text = text.beforeTime
      return piece
    }

    /// A warning or a heading says more than body text, words more than numbers, and a short text is read at once.
    var worth: Int {
      let standing =
        switch role {
        case .heading: 220
        case .danger, .warning, .good: 200
        case .normal: 100
        default: 50
        }
      let digits = text.contains(where: \.isNumber) ? 60 : 0
      return standing - digits + min(40, text.count)
    }
  }

  /// Whether a text goes on in the row below, or began in the row above.
  private func isPartOfSentence(_ piece: Piece) -> Bool {
    func first(of row: Int) -> Character? {
      let cells = Array(after.frame.text(row: row))
      guard cells.count > piece.column, cells[piece.column] != " " else { return nil }
      return piece.column == 0 || cells[piece.column - 1] == " " ? cells[piece.column] : nil
    }
    if piece.text.first?.isLowercase == true, first(of: piece.row - 1) != nil { return true }
    return first(of: piece.row + 1)?.isLowercase == true
  }

  /// Runs of one style in a row, broken where two blanks stand side by side.
  private func pieces(of row: Int) -> [Piece] { pieces(of: row, in: after.frame) }

  private func pieces(of row: Int, in frame: Frame) -> [Piece] {
    var pieces: [Piece] = []
    var text = ""
    var role = Role.normal
    var start = 0
    func end() {
      for part in text.parts {
        pieces.append(Piece(text: part.text, role: role, row: row, column: start + part.offset))
      }
      text = ""
    }
    for column in 0..<frame.size.columns {
      let cell = frame[row, column]
      if cell.isContinuation { continue }
      if cell.style.role != role { end() }
      role = cell.style.role
      if role == .code || role == .qr || role == .field || role == .rule { continue }
      if text.isEmpty { start = column }
      cell.glyph.write(to: &text)
    }
    end()
    return pieces
  }

  private func named(in focus: String) -> String? {
    // Marks before the text come and go with what happens to it.
    focus.parts.map { String($0.text.unmarked.drop { !$0.isLetter }) }.filter(isWritable).max { $0.count < $1.count }
  }

  /// Whether a text says something, may be kept, and is the same at another time of day and on another day.
  private func isWritable(_ text: String) -> Bool {
    text.count(where: \.isLetter) >= 3 && !text.hasTime && isKeepable(text)
  }

  private func isKeepable(_ text: String) -> Bool {
    guard !text.contains("://"), !calendar.isNamed(in: text) else { return false }
    // A word this long is no word: part of an address or a token.
    guard text.split(separator: " ").allSatisfy({ $0.count <= 24 }) else { return false }
    return !secrets.contains { text.contains($0) }
  }
}

extension CommandID {
  /// Whether it leads to another place of what is there already.
  fileprivate var leadsElsewhere: Bool {
    [.back, .moveUp, .moveDown, .pageUp, .pageDown, .moveFirst, .moveLast].contains(self)
  }

  /// Whether it turns to another tab.
  fileprivate var turnsTab: Bool {
    [.tabMine, .tabOverdue, .tabOpen, .tabLists, .nextTab, .previousTab].contains(self)
  }
}

extension AppState {
  fileprivate var isLocked: Bool { if case .locked = page { true } else { false } }
}

extension String {
  /// Without the marks before it, a box that is ticked among them.
  fileprivate var unmarked: String {
    let words = split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].count <= 3, let first = words[0].first, !first.isLetter, !first.isNumber else {
      return self
    }
    return String(words[1]).unmarked
  }

  /// Without the pointer to the focused row.
  fileprivate var withoutPointer: String { String(hasPrefix("> ") ? dropFirst(2).drop { $0 == " " } : self[...]) }

  /// The text between places where two blanks stand side by side, at most 48 characters each, whole clauses only.
  fileprivate var parts: [(text: String, offset: Int)] {
    var offset = 0
    return replacing("  ", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).compactMap { part in
      defer { offset += part.count + 2 }
      let text = part.drop { $0 == " " }
      let start = offset + (part.count - text.count)
      var whole = String(text.reversed().drop { $0 == " " }.reversed())
      // How much of a text has room is of no account.
      if let cut = whole.firstIndex(of: "…") {
        whole = whole[..<cut].split(separator: " ").dropLast().joined(separator: " ")
      }
      guard !whole.isEmpty else { return nil }
      if whole.count <= 48 { return (whole, start) }
      let clause = whole.prefix(48).lastIndex { ".,;:·".contains($0) }
      return clause.map { (String(whole[..<$0]), start) }
    }
  }

  /// Whether a time of day or a number of seconds or minutes stands in it.
  fileprivate var hasTime: Bool {
    contains(/[0-9]:[0-9]/) || contains(/[0-9]+ (s|min|h)\b/)
  }

  /// The words before the first with a digit, of the first clause.
  fileprivate var beforeTime: String {
    let words = split(separator: " ").prefix { !$0.contains(where: \.isNumber) }
    let text = words.joined(separator: " ")
    return text.split(separator: ",").first.map(String.init) ?? ""
  }
}
