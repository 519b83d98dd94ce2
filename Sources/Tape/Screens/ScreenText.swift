import Terminal

/// A screen as text that people can read and compare: rows end in `|`, `^` marks the cursor under its row, and styled runs
/// are named below the grid, rows and columns counted from 1.
public struct ScreenText: Hashable, Sendable {
  /// Lines of the grid, cursor mark included.
  public let grid: [String]
  /// Lines that name the styled runs; nil when roles are not known.
  public let styles: [String]?

  /// A screen's text, masks applied.
  public init(_ screen: TapeScreen, masks: ScreenMasks) {
    let frame = screen.frame
    var grid: [String] = []
    for row in 0..<frame.size.rows {
      grid.append(masks.apply(to: frame.text(row: row)) + "|")
      if let cursor = frame.cursor, cursor.row == row {
        grid.append(String(repeating: " ", count: max(0, cursor.column)) + "^")
      }
    }
    self.grid = grid
    styles = screen.knowsRoles ? (0..<frame.size.rows).compactMap { ScreenText.runs(of: $0, in: frame) } : nil
  }

  /// Reads a golden file; nil when it is none.
  public init?(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    guard let end = lines.firstIndex(of: ScreenText.separator),
      lines[..<end].allSatisfy({ $0.hasSuffix("|") || $0.hasSuffix("^") })
    else { return nil }
    grid = Array(lines[..<end])
    styles = Array(lines[(end + 1)...])
  }

  /// The rows alone, each with its bar.
  var rows: [String] { grid.filter { $0.hasSuffix("|") } }

  /// A row's text, counted from 1; nil where there is none.
  func row(_ number: Int) -> String? { rows.indices.contains(number - 1) ? rows[number - 1] : nil }

  /// Row and column of the cursor, counted from 1; nil without one.
  var cursor: [Int]? {
    guard let mark = grid.firstIndex(where: { !$0.hasSuffix("|") }) else { return nil }
    return [mark, grid[mark].count]
  }

  /// Where the cursor is, in words.
  var cursorLine: String { cursor.map { "cursor in row \($0[0]), column \($0[1])" } ?? "no cursor" }

  /// The whole file.
  public var text: String {
    (grid + (styles.map { [ScreenText.separator] + $0 } ?? [])).map { $0 + "\n" }.joined()
  }

  private static let separator = "styles:"

  /// `row 5: heading 2-12, selected normal 13-80`; nil for a row of body text alone.
  private static func runs(of row: Int, in frame: Frame) -> String? {
    var runs: [String] = []
    var start = 0
    while start < frame.size.columns {
      let style = frame[row, start].style
      var end = start + 1
      while end < frame.size.columns, frame[row, end].style == style { end += 1 }
      if style != .normal {
        runs.append("\(style.isSelected ? "selected " : "")\(style.role.tapeName) \(start + 1)-\(end)")
      }
      start = end
    }
    return runs.isEmpty ? nil : "row \(row + 1): " + runs.joined(separator: ", ")
  }
}
