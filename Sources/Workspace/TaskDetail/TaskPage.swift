public import StoreModel

/// One task on the whole screen.
public struct TaskPage: Equatable, Sendable {
  /// The task.
  public var task: TaskID
  /// 0 is the task itself, then its checklist items.
  public var cursor = ListCursor()
  /// Lines of the note scrolled out at the top.
  public var noteTop = 0
}
