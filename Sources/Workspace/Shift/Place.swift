public import StoreModel

/// Where a worker was when they locked; holds no text of any task.
public struct Place: Equatable, Sendable {
  /// Whose place it is; nobody else comes back to it.
  public var person: PersonID
  /// The tab.
  public var tab: TaskTab
  /// The list that was open in the last tab.
  public var openList: ListID?
  /// The selected task.
  public var task: TaskID?
  /// Whether the task's own page was open.
  public var isTaskOpen: Bool
}

/// The four tabs of the task page, as the POS has them.
public enum TaskTab: Int, Hashable, Sendable, CaseIterable {
  case mine = 1
  case overdue, open, lists
}
