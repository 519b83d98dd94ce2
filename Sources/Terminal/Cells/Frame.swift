/// A whole screen as a value: a grid of cells, and where the hardware cursor stands.
///
/// Everything drawn is clipped to the grid. The cursor is on the focused item, for screen readers and braille lines.
public struct Frame: Hashable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// Row after row, `size.rows * size.columns` cells.
  public private(set) var cells: [Cell]
  /// Where the hardware cursor stands; nil hides it, which only a blanked screen does.
  public var cursor: Position?

  /// An empty frame of a size.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: Cell(), count: size.columns * size.rows)
  }

  /// The cell at a place; a blank outside the grid.
  public subscript(_ row: Int, _ column: Int) -> Cell {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return Cell() }
    return cells[row * size.columns + column]
  }

  /// Draws text from a place to the right, clipped to `limit` columns and to the grid; answers the column after it.
  ///
  /// A wide glyph that would be cut is left out. Overwriting half of a wide glyph blanks its other half.
  @discardableResult
  public mutating func put(
    _ text: SafeText, at position: Position, style: Style = .normal, limit: Int = .max
  ) -> Int {
    guard position.row >= 0, position.row < size.rows else { return position.column }
    var column = position.column
    let end = limit > size.columns - min(column, size.columns) ? size.columns : column + limit
    for glyph in text.glyphs {
      let width = Int(glyph.columns)
      if column + width > end { break }
      if column >= 0 { set(glyph, row: position.row, column: column, style: style) }
      column += width
    }
    return column
  }

  /// Fills part of a row with one glyph.
  public mutating func fill(row: Int, from column: Int = 0, to end: Int = .max, with glyph: Glyph, style: Style) {
    guard row >= 0, row < size.rows else { return }
    for place in max(0, column)..<max(max(0, column), min(end, size.columns)) {
      set(glyph, row: row, column: place, style: style)
    }
  }

  /// Gives part of a row another style and leaves its text: the selection bar, a pressed key.
  public mutating func restyle(
    row: Int, from column: Int = 0, to end: Int = .max, _ change: (Style) -> Style
  ) {
    guard row >= 0, row < size.rows else { return }
    for place in max(0, column)..<max(max(0, column), min(end, size.columns)) {
      let index = row * size.columns + place
      cells[index].style = change(cells[index].style)
    }
  }

  /// A row's text without styles, trailing blanks kept.
  public func text(row: Int) -> String {
    var line = ""
    for column in 0..<size.columns {
      let cell = self[row, column]
      if !cell.isContinuation { cell.glyph.write(to: &line) }
    }
    return line
  }

  private mutating func set(_ glyph: Glyph, row: Int, column: Int, style: Style) {
    let start = row * size.columns
    let index = start + column
    let width = Int(glyph.columns)
    if cells[index].isContinuation, column > 0 { cells[index - 1].glyph = .blank }
    let after = column + width
    if after < size.columns, cells[start + after].isContinuation {
      cells[start + after] = Cell(style: cells[start + after].style)
    }
    cells[index] = Cell(glyph, style: style)
    if width == 2, column + 1 < size.columns { cells[index + 1] = Cell(style: style, isContinuation: true) }
  }
}
