public import StoreModel

/// Something half written: what it is for, and its text so far. Untrusted text, the worker's own.
public struct Draft: Hashable, Sendable {
  /// What the text will become.
  public enum Purpose: UInt8, Hashable, Sendable, CaseIterable {
    /// A task's note.
    case note = 1
    /// A task's title.
    case title = 2
    /// A new task's title.
    case newTask = 3
    /// A new checklist item.
    case checklistItem = 4
    /// Another title of a checklist item.
    case itemTitle = 5
  }

  /// What it will become.
  public var purpose: Purpose
  /// The task it is about; nil for a new one.
  public var task: TaskID?
  /// The list a new task goes into.
  public var list: ListID?
  /// The bucket of a new task, or the checklist item whose title it is.
  public var part: String?
  /// The text so far.
  public var text: String
  /// Where the cursor stands, in characters from the start.
  public var cursor: Int
  /// The note or title as its writer saw it when they began; nil where it takes nothing's place.
  public var before: String?

  /// A draft.
  public init(
    _ purpose: Purpose, task: TaskID?, list: ListID? = nil, part: String? = nil, text: String, cursor: Int,
    before: String? = nil
  ) {
    self.purpose = purpose
    self.task = task
    self.list = list
    self.part = part
    self.text = text
    self.cursor = cursor
    self.before = before
  }
}
