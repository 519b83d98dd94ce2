import Glibc
import Tape
import Terminal

@testable import Workspace

/// Holds every screen of a walk against what is true of all screens.
struct ScreenJudge {
  /// What a terminal shows that was only ever sent the differences.
  private var shown: Frame?

  mutating func judge(_ screen: TapeScreen, of state: AppState) throws(Objection) {
    let frame = screen.frame
    guard frame.size == state.size else { throw Objection("size", "\(frame.size) on \(state.size)") }
    try judgeCells(frame)
    guard let cursor = frame.cursor else { throw Objection("cursor", "there is none") }
    guard (0..<frame.size.rows).contains(cursor.row), (0..<frame.size.columns).contains(cursor.column) else {
      throw Objection("cursor", "outside the screen: \(cursor)")
    }
    let anew = draw(state)
    guard Self.isSame(anew, frame) else { throw Objection("redraw", "drawn anew \(Self.difference(frame, anew))") }
    try judgeDifferences(to: frame)
    try judgeFooter(frame, state)
  }

  func judgeCells(_ frame: Frame) throws(Objection) {
    guard frame.cells.count == frame.size.columns * frame.size.rows else {
      throw Objection("cells", "\(frame.cells.count)")
    }
    for row in 0..<frame.size.rows where !Self.isSame(frame, shown, row) {
      for column in 0..<frame.size.columns {
        let cell = frame[row, column]
        let place = "row \(row + 1), column \(column + 1)"
        if cell.isContinuation {
          let isHalf = column > 0 && frame[row, column - 1].glyph.columns == 2 && !frame[row, column - 1].isContinuation
          guard isHalf else { throw Objection("half", "a right half without a left at \(place)") }
        } else if cell.glyph.columns == 2 {
          guard column + 1 < frame.size.columns, frame[row, column + 1].isContinuation else {
            throw Objection("half", "a left half without a right at \(place)")
          }
        }
        for value in [cell.glyph.base, cell.glyph.mark1, cell.glyph.mark2] where value != 0 {
          let isSafe =
            value >= 0x20 && !(0x7F...0x9F).contains(value) && !(0x200B...0x200F).contains(value)
            && !(0x2028...0x202E).contains(value) && !(0x2066...0x2069).contains(value)
          guard isSafe else { throw Objection("control", "U+\(String(value, radix: 16)) at \(place)") }
        }
      }
    }
  }

  /// A terminal that is sent differences alone shows the same.
  private mutating func judgeDifferences(to frame: Frame) throws(Objection) {
    var terminal = shown.flatMap { $0.size == frame.size ? $0 : nil } ?? Frame(size: frame.size)
    for run in FrameDiff(from: shown, to: frame).runs {
      var column = run.position.column
      for glyph in run.glyphs {
        var text = ""
        glyph.write(to: &text)
        terminal.put(SafeText(text), at: Position(row: run.position.row, column: column), style: run.style)
        column += Int(glyph.columns)
      }
    }
    terminal.cursor = frame.cursor
    shown = frame
    guard Self.isSame(terminal, frame) else {
      throw Objection("differences", "sent \(Self.difference(frame, terminal))")
    }
  }

  private func judgeFooter(_ frame: Frame, _ state: AppState) throws(Objection) {
    var rows = (0..<frame.size.rows).map { frame.text(row: $0) }
    if frame.size.holdsPages, let last = rows.popLast() {
      if case .receipt = state.page, state.overlay == nil { return }
      if case .leaving = state.page, state.overlay == nil { return }
      rows = [last]
    }
    guard rows.contains(where: { $0.contains { $0 != " " } }) else { throw Objection("footer", "nothing is said") }
  }

  /// Whether two frames are the same; bytes are compared first, which is faster.
  private static func isSame(_ one: Frame, _ other: Frame) -> Bool {
    guard one.size == other.size, one.cursor == other.cursor else { return false }
    return (0..<one.size.rows).allSatisfy { isSame(one, other, $0) } || one == other
  }

  /// Whether a row is the same to the byte.
  private static func isSame(_ one: Frame, _ other: Frame?, _ row: Int) -> Bool {
    guard let other, one.size == other.size else { return false }
    let length = one.size.columns * MemoryLayout<Cell>.stride
    return one.cells.withUnsafeBytes { one in
      other.cells.withUnsafeBytes { other in
        guard let one = one.baseAddress, let other = other.baseAddress else { return length == 0 }
        return memcmp(one + row * length, other + row * length, length) == 0
      }
    }
  }

  static func difference(_ one: Frame, _ other: Frame) -> String {
    guard one.size == other.size else { return "\(one.size), \(other.size)" }
    for row in 0..<one.size.rows where one.text(row: row) != other.text(row: row) {
      return "row \(row + 1): |\(one.text(row: row))| |\(other.text(row: row))|"
    }
    guard let cell = one.cells.indices.first(where: { one.cells[$0] != other.cells[$0] }) else {
      return "cursor \(String(describing: one.cursor)) \(String(describing: other.cursor))"
    }
    return "row \(cell / one.size.columns + 1): \(one.cells[cell]) \(other.cells[cell])"
  }
}
