/// The kinds of news, as the notifications page groups them.
public enum NewsGroup: Int, Hashable, Sendable, CaseIterable {
  /// Came, or was assigned to the worker, since the shift began.
  case newForYou
  /// Came from head office since the shift began.
  case published
  /// Changed by somebody else under the worker's eyes.
  case changed
  /// The worker's own, due within the hour.
  case dueSoon
  /// The worker's own, late.
  case overdue
  /// Changes that need the worker; opens F2.
  case needsYou
}
