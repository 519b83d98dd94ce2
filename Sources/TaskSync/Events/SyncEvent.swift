public import StoreModel

/// What sync tells the front end; delivered in order, on any thread.
public enum SyncEvent: Hashable, Sendable {
  /// The store's lists, whole.
  case lists([TaskList])
  /// Tasks that are new or look different now, unsent edits applied, and tasks that are gone.
  case tasks(changed: [VisibleTask], removed: [TaskID])
  /// The details of one task, unsent edits applied.
  case details(TaskDetails)
  /// Names of people by Graph user id, those that are new. Untrusted text.
  case people([UserID: String])
  /// The worker's changes not yet confirmed, whole, oldest first.
  case outbox([PendingChange])
  /// How sync stands.
  case standing(SyncStanding)
  /// A change was confirmed by the server.
  case confirmed(PendingChange)
  /// An edit could not even be written down and was not accepted.
  case editRefused(TaskID, TaskEdit, EditRefusal)
  /// Something was repaired or set aside on disk.
  case storage(StorageNotice)
}

/// A task as the worker sees it: last known server state plus their unsent changes, in order.
public struct VisibleTask: Hashable, Sendable, Identifiable {
  /// The task, unsent changes applied.
  public var task: StoreTask
  /// The most urgent state among its unsent changes; nil when everything is confirmed.
  public var pending: PendingState?
  /// Same as the task's id.
  public var id: TaskID { task.id }

  /// A visible task.
  public init(task: StoreTask, pending: PendingState? = nil) {
    self.task = task
    self.pending = pending
  }
}

/// One act of a worker on one task.
public enum TaskEdit: Hashable, Sendable {
  case setStatus(TaskStatus)
  /// Ticks or unticks one checklist item, by its key.
  case check(item: String, isChecked: Bool)
}

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
  /// The same field was changed by somebody else since the worker looked: server's status now, who completed it if known.
  case conflict(remote: TaskStatus, remoteCompletedBy: UserID?)
  /// The checklist item was changed by somebody else, or is gone.
  case itemConflict(isChecked: Bool?)
  /// The task is gone.
  case taskGone
  /// The worker may not change this (403); a limit code when the server gave one. Untrusted text.
  case forbidden(limit: String?)
  /// The server would not read it (400): our mistake; kept, the rest goes on.
  case malformed
}

/// What a worker decides about a change that stopped.
public enum ChangeDecision: Hashable, Sendable {
  /// Send mine over theirs, with what the server has now as the new base.
  case mine
  /// Drop mine.
  case theirs
  /// Try again as it is.
  case retry
}

/// How sync stands, for the truth line and F2.
public struct SyncStanding: Hashable, Sendable {
  /// Whether the last exchange got an answer.
  public var connection: Connection
  /// When the last complete round ended; nil before the first.
  public var lastSync: Now?
  /// When the next round is due; nil while one is running or none can.
  public var nextRound: Instant?
  /// A first sync's progress: lists read of all; nil otherwise.
  public var progress: Progress?
  /// Lists that could not be read in the last round, by title; the others went on.
  public var listTrouble: [ListTrouble]
  /// Why there are no lists at all, when there are none and it is known.
  public var noListsBecause: NoListsReason?
  /// Whether the server's clock and ours differ by more than 5 minutes.
  public var isClockSuspect: Bool

  /// The connection as far as the last exchange tells.
  public enum Connection: Hashable, Sendable {
    case connecting, online
    /// No answer; tried again at the moment given.
    case offline(since: Timestamp, retry: Instant)
    /// The server asked to wait.
    case throttled(until: Instant)
    /// The session's token is not accepted; a sign-in is needed.
    case signInNeeded
    /// The server's certificate is not trusted: never retried silently.
    case notTrusted(host: String)
  }
  /// Progress of a first sync.
  public struct Progress: Hashable, Sendable {
    /// Lists read.
    public var done: Int
    /// Lists in all.
    public var all: Int
    /// Progress of `done` out of `all`.
    public init(done: Int, all: Int) {
      self.done = done
      self.all = all
    }
  }
  /// A list that could not be read.
  public struct ListTrouble: Hashable, Sendable {
    /// Its title, or its id where the title is not known. Untrusted text.
    public var title: String
    /// HTTP status, 403 or 404 among them; 0 when the answer could not be read.
    public var status: Int
    /// A list and its status.
    public init(title: String, status: Int) {
      self.title = title
      self.status = status
    }
  }
  /// Why there are no lists.
  public enum NoListsReason: Hashable, Sendable {
    case storeHasNoTeam, integrationOff, notMember, noPlans
  }

  /// A standing.
  public init(
    connection: Connection = .connecting, lastSync: Now? = nil, nextRound: Instant? = nil, progress: Progress? = nil,
    listTrouble: [ListTrouble] = [], noListsBecause: NoListsReason? = nil, isClockSuspect: Bool = false
  ) {
    self.connection = connection
    self.lastSync = lastSync
    self.nextRound = nextRound
    self.progress = progress
    self.listTrouble = listTrouble
    self.noListsBecause = noListsBecause
    self.isClockSuspect = isClockSuspect
  }
}

/// Why an edit was not accepted.
public enum EditRefusal: Hashable, Sendable {
  /// Nothing could be written to disk.
  case diskFull, diskFailed
  /// The task is gone meanwhile.
  case taskGone
  /// Nobody is signed in (a lock came first).
  case notSignedIn
}

/// What happened to the files of the local copy.
public enum StorageNotice: Hashable, Sendable {
  /// The database was damaged: set aside under the name given, unsent changes salvaged.
  case setAside(file: String, changesSalvaged: Int)
  /// The disk is full: the copy on screen is not saved; edits are refused.
  case diskFull
}
