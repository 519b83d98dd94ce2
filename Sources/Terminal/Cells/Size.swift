/// How big a screen is, in character cells.
public struct Size: Hashable, Sendable {
  /// Width in columns.
  public var columns: Int
  /// Height in rows.
  public var rows: Int

  /// A size in columns and rows; negative values count as 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The smallest screen every page is drawn for.
  public static let smallest = Size(columns: 80, rows: 24)

  /// Whether every page fits.
  public var holdsPages: Bool { columns >= Size.smallest.columns && rows >= Size.smallest.rows }
}

/// A place on the screen, counted in cells from the top left corner, both from 0.
public struct Position: Hashable, Sendable {
  /// Row from the top, from 0.
  public var row: Int
  /// Column from the left, from 0.
  public var column: Int

  /// A place by row and column, both from 0.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
