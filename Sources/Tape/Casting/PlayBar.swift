public import Terminal

/// A screen with a bar for its audience: what is shown, and which keys were pressed.
public enum PlayBar {
  /// The frame with a line in a free row: below it where there is room, else in its lowest empty row near the end.
  ///
  /// - Parameter size: the size of the whole; the screen stands in its upper left corner.
  public static func frame(_ screen: Frame, saying line: String, size: Size) -> Frame {
    var frame = Frame(size: size)
    for row in 0..<min(screen.size.rows, size.rows) { frame.copy(row: row, of: screen) }
    frame.cursor = screen.cursor
    guard !line.isEmpty, size.rows > 0 else { return frame }
    let row = screen.size.rows < size.rows ? screen.size.rows : freeRow(of: frame)
    let style = Style(.normal, isSelected: true)
    frame.fill(row: row, with: .blank, style: style)
    frame.put(SafeText(" " + line).cut(to: size.columns), at: Position(row: row, column: 0), style: style)
    return frame
  }

  /// The lowest empty row of the last third; the last row where none is empty.
  private static func freeRow(of frame: Frame) -> Int {
    let last = frame.size.rows - 1
    return (frame.size.rows * 2 / 3..<frame.size.rows).last { row in
      row != frame.cursor?.row && (0..<frame.size.columns).allSatisfy { frame[row, $0] == Cell() }
    } ?? last
  }
}

extension Frame {
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
