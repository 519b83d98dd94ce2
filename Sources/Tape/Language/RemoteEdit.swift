/// A change somebody else makes to a task, from outside this terminal.
public struct RemoteEdit: Hashable, Sendable {
  /// What changes, in the order of the words after `Remote`.
  public enum Change: Hashable, Sendable {
    /// The task is done.
    case complete
    /// The task is not done after all.
    case reopen
    /// The task is somebody's work now: half way.
    case begin
    /// Another title.
    case rename(TapeText)
    /// Another note.
    case note(TapeText)
    /// Another due moment, ISO 8601.
    case due(TapeText)
    /// A checklist item is ticked.
    case check(TapeText)
    /// A checklist item is not ticked any more.
    case uncheck(TapeText)
    /// A checklist item is taken off.
    case remove(TapeText)
    /// The task gets a label of its plan.
    case label(TapeText)
    /// Another task of the same name is made beside it.
    case copy
    /// Somebody gets the task.
    case assign(TapeText)
    /// Somebody has the task no more.
    case unassign(TapeText)
    /// The task is gone.
    case delete
    /// The list of this title is gone, with everything in it.
    case deleteList
  }

  /// What changes.
  public var change: Change
  /// Title or id of the task; title of the list that is deleted.
  public var task: TapeText

  /// A change of a task.
  public init(_ change: Change, task: TapeText) {
    self.change = change
    self.task = task
  }
}
