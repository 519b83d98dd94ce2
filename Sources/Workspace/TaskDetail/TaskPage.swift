public import StoreModel

/// One task: on the whole screen, or beside the rows while it has the keys.
public struct TaskPage: Equatable, Sendable {
  /// The task.
  public var task: TaskID
  /// 0 is the task itself, then its checklist items, then its links.
  public var cursor = ListCursor()
  /// Lines scrolled out at the top.
  public var top = 0
  /// Whether it stands beside the rows, where there is room for both.
  public var isPane = false
}
