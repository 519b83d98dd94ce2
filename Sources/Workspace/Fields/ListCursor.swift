/// Which row of a list is selected and which rows are in view; never points outside the list.
public struct ListCursor: Hashable, Sendable {
  /// The selected row, from 0; 0 in an empty list.
  public private(set) var row = 0
  /// The first row in view.
  public private(set) var top = 0

  /// A cursor at the first row.
  public init() {}

  /// Selects a row, kept inside a list of `count` rows.
  public mutating func select(_ row: Int, of count: Int) { self.row = max(0, min(row, count - 1)) }

  /// Moves by rows, stopping at both ends.
  public mutating func move(by step: Int, of count: Int) { select(row + step, of: count) }

  /// Scrolls just as far as needed to have the selection in view, and no empty rows below the last.
  public mutating func scroll(height: Int, of count: Int) {
    guard height > 0 else { return }
    top = min(max(top, row - height + 1), row)
    top = max(0, min(top, count - height))
  }
}

extension ListCursor {
  /// Takes a command that moves a selection and keeps it in view; answers false when it is none of these.
  mutating func take(_ id: CommandID, of count: Int, height: Int) -> Bool {
    switch id {
    case .moveUp: move(by: -1, of: count)
    case .moveDown: move(by: 1, of: count)
    case .pageUp: move(by: -max(1, height), of: count)
    case .pageDown: move(by: max(1, height), of: count)
    case .moveFirst: select(0, of: count)
    case .moveLast: select(count - 1, of: count)
    default: return false
    }
    scroll(height: height, of: count)
    return true
  }
}
