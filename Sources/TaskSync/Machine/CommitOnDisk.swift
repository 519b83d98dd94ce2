import StoreModel

/// The transaction being written.
struct CommitOnDisk: Sendable {
  var id: CommitID
  /// Without the edit's part.
  var rest: StoreCommit
  var edit: AcceptedEdit?
}

/// An edit that counts once it is on disk.
struct AcceptedEdit: Hashable, Sendable {
  enum Change: Hashable, Sendable {
    case put(OutboxRow)
    case drop(Int64)
  }
  var edit: TaskEdit
  /// The task as the worker named it.
  var given: TaskID
  var task: TaskID
  var changes: [Change]
  /// The unconfirmed row that a new row stands on.
  var predecessor: Int64?
}
