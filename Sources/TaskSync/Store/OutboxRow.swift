public import StoreModel

/// One edit of a worker that the server has not confirmed, with the base it was made on; durable.
public struct OutboxRow: Hashable, Sendable, Identifiable {
  /// Sequence number in this worker's outbox, rising, never used twice.
  public var id: Int64
  /// The task it is about.
  public var task: TaskID
  /// The list that holds the task.
  public var list: ListID
  /// The task's title when the edit was made. Untrusted text.
  public var title: String
  /// What the worker did.
  public var edit: TaskEdit
  /// What the worker saw when they did it.
  public var base: EditBase
  /// When they did it, by this terminal's clock; never used to pick a winner.
  public var made: Timestamp
  /// Why it stopped, if it did; it goes on only after its owner's decision.
  public var stop: ChangeStop?
  /// Whether the server's task was seen complete since the edit was made: reopening it again is somebody's decision.
  public var sawRemoteComplete: Bool

  /// A row.
  public init(
    id: Int64, task: TaskID, list: ListID, title: String, edit: TaskEdit, base: EditBase, made: Timestamp,
    stop: ChangeStop? = nil, sawRemoteComplete: Bool = false
  ) {
    self.id = id
    self.task = task
    self.list = list
    self.title = title
    self.edit = edit
    self.base = base
    self.made = made
    self.stop = stop
    self.sawRemoteComplete = sawRemoteComplete
  }
}

/// The state an edit was made on: the version, and the value of the one field it changes.
public struct EditBase: Hashable, Sendable {
  /// Version of the resource the edit writes to (task or details).
  public var etag: ETag
  /// The field's value then.
  public var value: Value

  /// The value of the field an edit changes.
  public enum Value: Hashable, Sendable {
    case percentComplete(Int)
    /// A checklist item's sentence and tick. Untrusted text.
    case item(title: String, isChecked: Bool)
  }

  /// A base.
  public init(etag: ETag, value: Value) {
    self.etag = etag
    self.value = value
  }
}

/// Why a row stopped.
public enum ChangeStop: Hashable, Sendable {
  /// Somebody changed the same thing.
  case needsDecision(ChangeTrouble)
  /// The server refused it for good.
  case refused(ChangeTrouble)

  /// What is in the way.
  public var trouble: ChangeTrouble {
    switch self {
    case .needsDecision(let trouble), .refused(let trouble): trouble
    }
  }
}
