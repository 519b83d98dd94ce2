/// What has to be drawn so that a screen that shows one frame shows the next.
public struct FrameDiff: Hashable, Sendable {
  /// Neighbouring cells of one row that changed and share a style; a glyph that is spread is a run of its own, behind one
  /// that blanks its place.
  public struct Run: Hashable, Sendable {
    /// Where its first glyph goes.
    public var position: Position
    /// How all of it is shown.
    public var style: Style
    /// What is drawn, from left to right; wide glyphs are whole.
    public var glyphs: [Glyph]
  }

  /// From the top row down, each row from left to right.
  public let runs: [Run]
  /// Where the hardware cursor stands afterwards.
  public let cursor: Position?
  /// Whether nothing needs to be written.
  public let isEmpty: Bool

  /// The way from one frame to the next; from nil or from another size it is the whole frame.
  public init(from old: Frame?, to new: Frame) {
    let shown = old?.size == new.size ? old : nil
    var runs: [Run] = []
    let before = shown?.cells.span
    let cells = new.cells.span
    for row in 0..<new.size.rows {
      FrameDiff.compare(row: row, width: new.size.columns, before, cells, into: &runs)
    }
    self.runs = runs
    cursor = new.cursor
    isEmpty = runs.isEmpty && shown != nil && shown?.cursor == new.cursor
  }

  private static func compare(
    row: Int, width: Int, _ old: Span<Cell>?, _ new: Span<Cell>, into runs: inout [Run]
  ) {
    let start = row * width
    var open: Run?
    for column in 0..<width {
      let cell = new[start + column]
      if cell.isContinuation { continue }
      var isSame = false
      if let old {
        // A glyph changed when any of its cells did: its right half may cover what used to be another glyph.
        let end = min(width, column + Int(cell.glyph.columns))
        isSame = (start + column..<start + end).allSatisfy { old[$0] == new[$0] }
      }
      if let run = open, isSame || run.style != cell.style {
        runs.append(run)
        open = nil
      }
      if isSame { continue }
      if cell.glyph.isSpread {
        if let run = open { runs.append(run) }
        open = nil
        let place = Position(row: row, column: column)
        runs.append(Run(position: place, style: cell.style, glyphs: [.blank, .blank]))
        runs.append(Run(position: place, style: cell.style, glyphs: [cell.glyph]))
        continue
      }
      if open == nil {
        open = Run(position: Position(row: row, column: column), style: cell.style, glyphs: [])
        open?.glyphs.reserveCapacity(width - column)
      }
      open?.glyphs.append(cell.glyph)
    }
    if let open { runs.append(open) }
  }
}
