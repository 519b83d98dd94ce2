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
  /// Of a creation that may have left: how its task is recognised, should no answer come. Of another edit: that it may have.
  public var attempt: CreationAttempt?
  /// Whether it was joined with what somebody else wrote meanwhile.
  public var isMerged: Bool

  /// A row.
  public init(
    id: Int64, task: TaskID, list: ListID, title: String, edit: TaskEdit, base: EditBase, made: Timestamp,
    stop: ChangeStop? = nil, sawRemoteComplete: Bool = false, attempt: CreationAttempt? = nil, isMerged: Bool = false
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
    self.attempt = attempt
    self.isMerged = isMerged
  }
}

/// What is written down before a creation first leaves, so that its task can be told from others of the same title.
public struct CreationAttempt: Hashable, Sendable {
  /// When it first left, by the server's clock; 1970 when the server had not told its time.
  public var started: Timestamp
  /// Tasks of the same worker that might be taken for it and are known to be others.
  public var others: [TaskID]

  /// An attempt.
  public init(started: Timestamp, others: [TaskID]) {
    self.started = started
    self.others = others
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
