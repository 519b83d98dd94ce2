import Terminal

extension TapeScreen {
  /// Whether an expectation without names is met; a golden screen is not compared here.
  ///
  /// Seen from outside, a role is only a text: themes may draw two roles alike.
  public func shows(_ expectation: TapeExpectation) -> Bool {
    switch expectation {
    case .text(let text): rows.contains { $0.contains(text.resolved([:])) }
    case .row(let row, let text): frame.text(row: row - 1).contains(text.resolved([:]))
    case .focus(let text): focus.contains(text.resolved([:]))
    case .role(let role, let text): shows(text.resolved([:]), in: role)
    case .screen: false
    }
  }

  /// Whether there is a place for what is expected: a row the screen does not have holds nothing, and lacks nothing either.
  func has(_ expectation: TapeExpectation) -> Bool {
    if case .row(let row, _) = expectation { row <= frame.size.rows } else { true }
  }

  /// The first cell of the first place where a text stands, by rows.
  func place(of text: String) -> Position? { places(of: text).first }

  /// The first cells of all places where a text stands.
  func places(of text: String) -> [Position] {
    (0..<frame.size.rows).flatMap { row in
      var line = ""
      var columns: [Int: Int] = [:]
      for column in 0..<frame.size.columns where !frame[row, column].isContinuation {
        columns[line.utf8.count] = column
        frame[row, column].glyph.write(to: &line)
      }
      return line.ranges(of: text).compactMap { range in
        columns[line.utf8.distance(from: line.startIndex, to: range.lowerBound)].map { Position(row: row, column: $0) }
      }
    }
  }

  /// Every row's text, trailing blanks kept.
  public var rows: [String] { (0..<frame.size.rows).map { frame.text(row: $0) } }

  /// The text of the focused item: the selected or typed-in cells around the cursor, else the cursor's row.
  public var focus: String {
    guard let cursor = frame.cursor else { return "" }
    let style = frame[cursor.row, cursor.column].style
    let isPart: (Style) -> Bool
    if style.isSelected {
      isPart = { $0.isSelected }
    } else if style.role == .field {
      isPart = { $0.role == .field }
    } else {
      return frame.text(row: cursor.row)
    }
    var first = cursor.column
    while first > 0, isPart(frame[cursor.row, first - 1].style) { first -= 1 }
    var end = cursor.column + 1
    while end < frame.size.columns, isPart(frame[cursor.row, end].style) { end += 1 }
    return text(row: cursor.row, first..<end) { _ in true }
  }

  private func shows(_ wanted: String, in role: Role) -> Bool {
    guard knowsRoles else { return rows.contains { $0.contains(wanted) } }
    return (0..<frame.size.rows).contains { row in
      text(row: row, 0..<frame.size.columns) { $0.style.role == role }.contains(wanted)
    }
  }

  /// Part of a row; cells that are not wanted break the text.
  private func text(row: Int, _ columns: Range<Int>, where isWanted: (Cell) -> Bool) -> String {
    var text = ""
    for column in columns {
      let cell = frame[row, column]
      if cell.isContinuation { continue }
      if isWanted(cell) { cell.glyph.write(to: &text) } else { text += "\u{0}" }
    }
    return text
  }
}
