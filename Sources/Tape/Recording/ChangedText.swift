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
  }

  /// Whether something changed but the clock in the first row.
  var isChange: Bool { before.rows.dropFirst() != after.rows.dropFirst() || before.frame.cursor != after.frame.cursor }

  /// What is to be expected; nil when nothing changed that can be named.
  ///
  /// - Parameters:
  ///   - namesFocus: whether the focused text may be written down; not where secrets are typed.
  ///   - command: what was done. After a step back or a move what comes to light says less than where one is; a lock is told
  ///     by the page it leads to.
  func expectation(namesFocus: Bool, of command: CommandID?) -> TapeExpectation? {
    if command == .lock, let text = pageText { return .text(TapeText(text)) }
    let message = message ?? truth
    if let message { return .text(TapeText(message)) }
    let focus = namesFocus && after.focus != before.focus ? named(in: after.focus) : nil
    if command?.leadsElsewhere == true, let focus { return .focus(TapeText(focus)) }
    if let text = pageText { return .text(TapeText(text)) }
    return focus.map { .focus(TapeText($0)) }
  }

  /// A text that is new on the screen.
  var newText: String? { message ?? truth ?? pageText }

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
        case .danger, .warning, .good, .heading: 200
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
  private func pieces(of row: Int) -> [Piece] {
    let frame = after.frame
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
    focus.parts.map { String($0.text.drop { !$0.isLetter }) }.filter(isWritable).max { $0.count < $1.count }
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
}

extension String {
  /// The text between places where two blanks stand side by side, at most 48 characters each, whole clauses only.
  fileprivate var parts: [(text: String, offset: Int)] {
    var offset = 0
    return replacing("  ", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).compactMap { part in
      defer { offset += part.count + 2 }
      let text = part.drop { $0 == " " }
      let start = offset + (part.count - text.count)
      let whole = String(text.reversed().drop { $0 == " " }.reversed())
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
