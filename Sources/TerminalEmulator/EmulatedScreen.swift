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
      let style = Style(.normal, isSelected: cell.isReverse)
      if position.column > 0, let both = EmulatedScreen.spread(cells[index - 1].text, cell.text) {
        frame.put(both, at: Position(row: position.row, column: position.column - 1), style: style)
      } else {
        frame.put(SafeText(cell.text), at: position, style: style)
      }
    }
    frame.cursor = cursor
    return frame
  }

  /// A letter and the sign beside it, which this terminal drew in two cells or in the first of them; nil for anything else.
  private static func spread(_ first: String, _ second: String) -> SafeText? {
    guard let letter = first.unicodeScalars.first?.value, letter >= 0x900, letter < 0x1800 else { return nil }
    let text = SafeText(second == " " ? first : first + second)
    return text.glyphs.count == 1 && text.glyphs[0].isSpread ? text : nil
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
