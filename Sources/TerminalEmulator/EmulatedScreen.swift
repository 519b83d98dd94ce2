public import Terminal

/// What a terminal shows, read from outside: nothing the program says about itself.
public struct EmulatedScreen: Hashable, Sendable {
  /// Columns and rows.
  public var size: Size
  /// Row after row.
  public var cells: [EmulatedCell]
  /// Where the cursor stands; nil while hidden.
  public var cursor: Position?
  /// Whether the alternate screen is shown.
  public var isAlternate: Bool
  /// How often a title was set.
  public var titlesSet: Int
  /// Lines that went into the scrollback.
  public var scrolledLines: Int

  /// The text of a row, trailing blanks kept; empty outside the screen.
  public func text(row: Int) -> String {
    guard row >= 0, row < size.rows else { return "" }
    return cells[(row * size.columns)..<((row + 1) * size.columns)].map(\.text).joined()
  }

  /// The screen as a frame: texts, cursor and selection; roles cannot be seen from outside and are all `normal`.
  public var frame: Frame {
    var frame = Frame(size: size)
    for (index, cell) in cells.enumerated() where cell.text != "" {
      let position = Position(row: index / max(1, size.columns), column: index % max(1, size.columns))
      frame.put(SafeText(cell.text), at: position, style: Style(.normal, isSelected: cell.isReverse))
    }
    frame.cursor = cursor
    return frame
  }
}

/// One cell as a terminal shows it.
public struct EmulatedCell: Hashable, Sendable {
  /// Base character and marks; a blank for an empty cell, empty for the right half of a wide character.
  public var text: String
  public var isBold: Bool
  public var isUnderlined: Bool
  public var isReverse: Bool
  public var isBlinking: Bool
  /// Palette index; nil for the terminal's own colour.
  public var foreground: Int?
  /// Palette index; nil for the terminal's own colour.
  public var background: Int?
}
