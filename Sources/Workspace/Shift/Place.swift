public import StoreModel

/// Where a worker was when they locked; kept in memory it holds no text of any task, sealed on disk it may hold a draft.
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
  /// Everything half written, notes before lines: of each what was under the keys first.
  public var drafts: [Draft] = []
}

/// The four tabs of the task page, as the POS has them.
public enum TaskTab: Int, Hashable, Sendable, CaseIterable {
  case mine = 1
  case overdue, open, lists
}
