/// What a mouse did, where.
public struct MouseReport: Hashable, Sendable {
  /// What it did.
  public enum Action: Hashable, Sendable {
    /// The first button was pressed.
    case press
    case wheelUp, wheelDown
  }

  /// What it did.
  public var action: Action
  /// The cell it was over.
  public var position: Position

  /// A report.
  public init(_ action: Action, at position: Position) {
    self.action = action
    self.position = position
  }
}
