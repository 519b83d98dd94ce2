import Strings
import Terminal

/// A frame being drawn, with the words and signs of the look at hand; all text passes the sanitiser here.
struct Painter {
  var frame: Frame
  /// The first row of a menu over the page.
  var menuTop: Int?
  let look: Look

  init(size: Size, look: Look) {
    frame = Frame(size: size)
    self.look = look
  }

  var size: Size { frame.size }
  var words: Words { look.words }

  /// Draws text that fits or is cut with an ellipsis; answers the column after it.
  @discardableResult
  mutating func text(_ string: String, row: Int, column: Int, _ role: Role = .normal, limit: Int = .max) -> Int {
    let room = min(limit, size.columns - column)
    guard room > 0 else { return column }
    let safe = SafeText(string)
    return frame.put(cut(safe, to: room), at: Position(row: row, column: column), style: Style(role))
  }

  /// Draws text that ends before a column; answers its first column.
  @discardableResult
  mutating func text(_ string: String, row: Int, endingAt end: Int, _ role: Role = .normal) -> Int {
    let safe = SafeText(string)
    let column = max(0, end - safe.columns)
    frame.put(cut(safe, to: end), at: Position(row: row, column: column), style: Style(role))
    return column
  }

  /// Draws a sentence over as many lines as it needs, an ellipsis where there is no room for all of them; answers the row
  /// after it.
  @discardableResult
  mutating func paragraph(
    _ string: String, row: Int, column: Int, width: Int, _ role: Role = .normal, rows: Int = .max
  ) -> Int {
    var lines = SafeText.wrap(string, columns: width)
    if lines.count > rows {
      lines.removeSubrange(max(0, rows)...)
      if let last = lines.popLast() { lines.append(cut(last.followed(by: SafeText(look.more)), to: width)) }
    }
    for (offset, line) in lines.enumerated() {
      frame.put(line, at: Position(row: row + offset, column: column), style: Style(role))
    }
    return row + lines.count
  }

  /// A rule over the whole width.
  mutating func rule(row: Int, from column: Int = 0, to end: Int = .max) {
    guard let glyph = SafeText(look.rule).glyphs.first else { return }
    frame.fill(row: row, from: column, to: end, with: glyph, style: Style(.rule))
  }

  /// Lays the selection bar over part of a row; the hardware cursor goes to its start.
  mutating func select(row: Int, from column: Int, to end: Int) {
    frame.restyle(row: row, from: column, to: end) { Style($0.role, isSelected: true) }
    if frame.cursor == nil { frame.cursor = Position(row: row, column: column) }
  }

  /// A line being typed; the hardware cursor stands in it.
  mutating func field(_ field: TextField, row: Int, column: Int, width: Int) {
    guard width > 1, let blank = SafeText(" ").glyphs.first else { return }
    frame.fill(row: row, from: column, to: column + width, with: blank, style: Style(.field))
    // What is left of the caret is shown as far as there is room, so that the caret is always in view.
    var start = field.cursor
    var place = 0
    while start > 0, place + SafeText(characters: [field.text[start - 1]]).columns < width {
      start -= 1
      place += SafeText(characters: [field.text[start]]).columns
    }
    let shown = SafeText(characters: field.text[start...])
    frame.put(shown, at: Position(row: row, column: column), style: Style(.field), limit: width)
    frame.cursor = Position(row: row, column: column + place)
  }

  func cut(_ text: SafeText, to columns: Int) -> SafeText {
    text.columns <= columns ? text : text.cut(to: columns, ellipsis: look.ellipsis)
  }
}
