public import StoreModel

/// Where an unsent change stands, least urgent first.
public enum PendingState: Hashable, Sendable, Comparable {
  case notSent, sending
  /// Sent, but no answer came: the outcome is found out by reading before anything is repeated.
  case unknown
  /// Somebody else changed the same thing; nothing is sent until the worker decides.
  case needsDecision
  /// The server refused it for good; the worker is told why.
  case refused
}

/// One row of the outbox, as shown.
public struct PendingChange: Hashable, Sendable, Identifiable {
  /// Sequence number in this worker's outbox, rising.
  public var id: Int64
  /// The task it is about.
  public var task: TaskID
  /// The task's title when the change was made. Untrusted text.
  public var title: String
  /// What the worker did.
  public var edit: TaskEdit
  /// What they saw when they did it; nil when that is not known.
  public var before: EditBase.Value?
  /// When they did it.
  public var made: Timestamp
  /// Where it stands.
  public var state: PendingState
  /// Why it needs the worker or was refused.
  public var trouble: ChangeTrouble?
  /// Of one that was confirmed the name of the bucket, person or label it is about, as known then; nil for everything
  /// else. Untrusted text.
  public var about: String?

  /// A row.
  public init(
    id: Int64, task: TaskID, title: String, edit: TaskEdit, before: EditBase.Value? = nil, made: Timestamp,
    state: PendingState, trouble: ChangeTrouble? = nil
  ) {
    self.id = id
    self.task = task
    self.title = title
    self.edit = edit
    self.before = before
    self.made = made
    self.state = state
    self.trouble = trouble
  }
}

/// Why a change stopped.
public enum ChangeTrouble: Hashable, Sendable {
  /// The status was changed by somebody else since the worker looked: server's status now, who completed it if known.
  case conflict(remote: TaskStatus, remoteCompletedBy: UserID?)
  /// The checklist item was changed by somebody else, or is gone.
  case itemConflict(isChecked: Bool?)
  /// Any other field was changed by somebody else since the worker looked: what the server has now, by whom if known.
  case changed(remote: EditBase.Value, by: UserID?)
  /// Nobody answered whether the task was made, and the server has several that may be it, or one of another title.
  case severalAlike([TaskID])
  /// The list into which the task was to go is gone.
  case listGone
  /// Not sent for so long (14 days) that its owner is asked first.
  case tooOld
  /// Somebody changed the file it was kept in; it may not be what its owner last made of it.
  case fileChanged
  /// The task is gone.
  case taskGone
  /// The worker may not change this (403): a limit's code when the server gave one, else head office keeps the field to
  /// itself. Untrusted text.
  case forbidden(limit: String?)
  /// The server would not read it (400): our mistake; kept, the rest goes on.
  case malformed
}

/// What a worker decides about a change that stopped.
public enum ChangeDecision: Hashable, Sendable {
  /// Send mine over theirs, with what the card showed as the new base; asked again when that is no longer so.
  case mine
  /// Of a note: send theirs, then mine, with a line of its own in between where the two touch; empty for none.
  case both(heading: String)
  /// Drop mine.
  case theirs
  /// Try again as it is; of a conflict, which only the other three settle, see what the server has now.
  case retry
}
