public import Terminal

/// A screen with a bar for its audience: what is shown, and which keys were pressed.
public enum PlayBar {
  /// The frame with a line in free rows: below it where there is room, else in its lowest empty rows near the end.
  ///
  /// - Parameters:
  ///   - keys: what the keyboard does now, in place of the program's own row of keys, which does not hold meanwhile.
  ///   - size: the size of the whole; the screen stands in its upper left corner.
  public static func frame(_ screen: Frame, saying line: String, over keys: String? = nil, size: Size) -> Frame {
    var frame = Frame(size: size)
    for row in 0..<min(screen.size.rows, size.rows) { frame.copy(row: row, of: screen) }
    frame.cursor = screen.cursor
    let end = min(screen.size.rows, size.rows) - (keys == nil ? 0 : 1)
    if let keys { frame.say(SafeText(keys), row: end) }
    guard !line.isEmpty, size.rows > 0 else { return frame }
    let spare = size.rows - screen.size.rows
    let lines = keys == nil ? [SafeText(line)] : Array(SafeText.wrap(line, columns: size.columns - 2).prefix(4))
    let first = spare >= lines.count ? screen.size.rows : freeRows(lines.count, of: frame, before: end)
    for (offset, line) in lines.enumerated() { frame.say(line, row: first + offset) }
    return frame
  }

  /// The lowest empty rows of the last third; where none are empty, those before the end.
  private static func freeRows(_ count: Int, of frame: Frame, before end: Int) -> Int {
    let last = max(0, end - count)
    return (min(last, frame.size.rows * 2 / 3)...last).last { first in
      (first..<min(end, first + count)).allSatisfy { row in
        row != frame.cursor?.row && (0..<frame.size.columns).allSatisfy { frame[row, $0] == Cell() }
      }
    } ?? last
  }
}

extension Frame {
  /// Fills a row with a line of the bar.
  fileprivate mutating func say(_ line: SafeText, row: Int) {
    let style = Style(.normal, isSelected: true)
    fill(row: row, with: .blank, style: style)
    put(SafeText(" " + line.text).cut(to: size.columns), at: Position(row: row, column: 0), style: style)
  }

  /// Takes a row over from another frame, as far as it fits.
  fileprivate mutating func copy(row: Int, of other: Frame) {
    for column in 0..<min(size.columns, other.size.columns) {
      let cell = other[row, column]
      if cell.isContinuation { continue }
      var text = ""
      cell.glyph.write(to: &text)
      put(SafeText(text), at: Position(row: row, column: column), style: cell.style)
    }
  }
}
