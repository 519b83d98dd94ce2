import StoreModel

/// The transaction being written.
struct CommitOnDisk: Sendable {
  var id: CommitID
  /// Without the edits' part.
  var rest: StoreCommit
  /// In the order in which they were made; several are of different tasks.
  var edits = EditsByTask<AcceptedEdit>()
}

/// An edit that counts once it is on disk.
struct AcceptedEdit: EditOfTask {
  enum Change: Hashable, Sendable {
    case put(OutboxRow)
    case drop(Int64)

    /// The number of the row.
    var row: Int64 {
      switch self {
      case .put(let row): row.id
      case .drop(let row): row
      }
    }
  }
  var edit: TaskEdit
  /// The task as the worker named it.
  var given: TaskID
  var task: TaskID
  var changes: [Change]
  /// The unconfirmed row that a new row stands on.
  var predecessor: Int64?
  /// Whether the server's task was seen complete while this was being written.
  var sawRemoteComplete = false

  /// Whether it makes a task again that was deleted, under an id of its own.
  var givesNewID: Bool { if case .create = edit { given != task } else { false } }
}

/// An edit that waits until the disk has done what it is doing.
struct WaitingEdit: EditOfTask {
  var edit: TaskEdit
  var task: TaskID
  /// What the worker saw; nil when an edit of theirs that is not written yet decides about it.
  var seen: EditBase?
  /// Whether the server's task was seen complete since.
  var sawRemoteComplete = false
}
