import Terminal

/// Finds the text that best says what a step changed on the screen: what a recording expects after it.
struct ChangedText {
  private let before: TapeScreen
  private let after: TapeScreen
  private let secrets: [String]

  /// - Parameter secrets: texts that must not be written down, such as the code of a sign-in.
  init(from before: TapeScreen, to after: TapeScreen, hiding secrets: [String]) {
    self.before = before
    self.after = after
    self.secrets = secrets
  }

  /// Whether something changed but the clock in the first row.
  var isChange: Bool { before.rows.dropFirst() != after.rows.dropFirst() || before.frame.cursor != after.frame.cursor }

  /// What is to be expected; nil when nothing changed that can be named.
  ///
  /// - Parameter namesFocus: whether the focused text may be written down; not where secrets are typed.
  func expectation(namesFocus: Bool) -> TapeExpectation? {
    if let text = newText { return .text(TapeText(text)) }
    guard namesFocus, after.focus != before.focus, let text = named(in: after.focus) else { return nil }
    return .focus(TapeText(text))
  }

  /// A text that is new on the screen, below the header and above the footer; what stands out comes first.
  var newText: String? {
    let known = before.rows.joined(separator: "\n")
    var best: (text: String, worth: Int)?
    for row in 1..<max(1, after.frame.size.rows - 1) {
      for piece in pieces(of: row) where isWritable(piece.text) && !known.contains(piece.text) {
        let worth = piece.worth
        if worth > best?.worth ?? 0 { best = (piece.text, worth) }
      }
    }
    return best?.text
  }

  private struct Piece {
    var text: String
    var role: Role

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

  /// Runs of one style in a row, broken where two blanks stand side by side.
  private func pieces(of row: Int) -> [Piece] {
    let frame = after.frame
    var pieces: [Piece] = []
    var text = ""
    var role = Role.normal
    func end() {
      for part in text.parts { pieces.append(Piece(text: part, role: role)) }
      text = ""
    }
    for column in 0..<frame.size.columns {
      let cell = frame[row, column]
      if cell.isContinuation { continue }
      if cell.style.role != role { end() }
      role = cell.style.role
      if role == .code || role == .qr || role == .field || role == .rule { continue }
      cell.glyph.write(to: &text)
    }
    end()
    return pieces
  }

  private func named(in focus: String) -> String? {
    focus.parts.filter(isWritable).max { $0.count < $1.count }
  }

  /// Whether a text says something, may be kept, and is the same at another time of day.
  private func isWritable(_ text: String) -> Bool {
    guard text.count(where: \.isLetter) >= 3, !text.contains("://"), !text.hasTime else { return false }
    // A word this long is no word: part of an address or a token.
    guard text.split(separator: " ").allSatisfy({ $0.count <= 24 }) else { return false }
    return !secrets.contains { text.contains($0) }
  }
}

extension String {
  /// The text between places where two blanks stand side by side, at most 48 characters each, broken between words.
  fileprivate var parts: [String] {
    replacing("  ", with: "\n").split(separator: "\n").compactMap { part in
      var words = part.split(separator: " ").map(String.init)
      while words.count > 1, words.joined(separator: " ").count > 48 { words.removeLast() }
      // Blanks inside must stay as they are, or the text would not be found.
      let text = words.joined(separator: " ")
      return part.contains(text) && text.count <= 48 ? text : nil
    }
  }

  /// Whether a time of day or a number of seconds or minutes stands in it.
  fileprivate var hasTime: Bool {
    contains(/[0-9]:[0-9]/) || contains(/[0-9]+ (s|min|h)\b/)
  }
}
