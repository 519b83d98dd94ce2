public import Terminal

/// What a tape can say about the screen.
public enum TapeExpectation: Hashable, Sendable {
  /// The text stands somewhere in one row.
  case text(TapeText)
  /// The text stands in a row, counted from 1 at the top.
  case row(Int, TapeText)
  /// The text stands in the focused item.
  case focus(TapeText)
  /// The text stands somewhere in cells of a role, under any theme.
  case role(Role, TapeText)
  /// The whole screen equals a golden one.
  case screen(TapeText)
}
