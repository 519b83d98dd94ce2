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
  /// What they were writing.
  public var draft: Draft?
  /// What they were typing into a line that was asked for.
  public var entry: Draft?
  /// What else was half written and waits, the latest first.
  public var held: [Draft] = []
}

extension Place {
  /// Everything half written: what was under the keys first, notes before lines.
  var drafts: [Draft] {
    get { [draft, entry].compactMap(\.self) + held }
    set {
      draft = newValue.first { $0.purpose == .note }
      entry = newValue.first { $0.purpose != .note }
      held = newValue.filter { $0 != draft && $0 != entry }
    }
  }
}

/// The four tabs of the task page, as the POS has them.
public enum TaskTab: Int, Hashable, Sendable, CaseIterable {
  case mine = 1
  case overdue, open, lists
}
