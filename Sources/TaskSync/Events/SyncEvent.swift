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
  /// The worker's changes not yet confirmed, whole, oldest first: as a session begins.
  case outbox([PendingChange])
  /// Of these those that are new or look different now, oldest first, and the numbers of those that are no more.
  case outboxChanged([PendingChange], removed: [Int64])
  /// How sync stands.
  case standing(SyncStanding)
  /// A change was confirmed by the server.
  case confirmed(PendingChange)
  /// A change was joined with what somebody else did meanwhile; it goes on, and nothing of either is lost.
  case merged(PendingChange)
  /// A task has another id from now on: the server's instead of a local one. Comes before the events that use it.
  case identified(TaskID, as: TaskID)
  /// The last tasks that got another id in earlier sessions, in order: as a session begins.
  case identifiedEarlier([TaskRenaming])
  /// An edit could not even be written down and was not accepted.
  case editRefused(TaskID, TaskEdit, EditRefusal)
  /// An edit of somebody whose session has ended meanwhile could not be written down: whose, and why.
  case editLost(PersonID, EditRefusal)
  /// Something was repaired or set aside on disk.
  case storage(StorageNotice)
}

/// A task as the worker sees it: last known server state plus their unsent changes, in order.
public struct VisibleTask: Hashable, Sendable, Identifiable {
  @usableFromInline var shared: SharedTask
  /// The task, unsent changes applied.
  @inlinable public var task: StoreTask {
    get { shared.task }
    set { shared = SharedTask(newValue) }
  }
  /// The most urgent state among its unsent changes; nil when everything is confirmed.
  public var pending: PendingState?
  /// What head office has been found to keep to itself.
  public var locked: Set<TaskField.Kind>
  /// Same as the task's id.
  public var id: TaskID { task.id }

  /// A visible task.
  public init(task: StoreTask, pending: PendingState? = nil, locked: Set<TaskField.Kind> = []) {
    self.init(SharedTask(task), pending: pending, locked: locked)
  }

  init(_ shared: SharedTask, pending: PendingState? = nil, locked: Set<TaskField.Kind> = []) {
    self.shared = shared
    self.pending = pending
    self.locked = locked
  }
}

/// Why an edit was not accepted.
public enum EditRefusal: Hashable, Sendable {
  /// Nothing could be written to disk.
  case diskFull, diskFailed
  /// The files of the local copy were removed while they were open.
  case filesRemoved
  /// The task, or the checklist item, is gone meanwhile.
  case taskGone
  /// The list into which the task was to go is gone.
  case listGone
  /// What the task's details hold is not known yet.
  case detailsUnknown
  /// Head office keeps this field to itself: the server has refused it before.
  case locked
  /// Nobody is signed in (a lock came first).
  case notSignedIn
}

/// What happened to the files of the local copy.
public enum StorageNotice: Hashable, Sendable {
  /// The database was damaged: set aside under the name given, unsent changes salvaged.
  case setAside(file: String, changesSalvaged: Int)
  /// Somebody changed the local copy's file: the copy was dropped, everything is read anew.
  case copyChanged
  /// Somebody changed the file with the changes not sent: each waits until its owner has looked at it.
  case outboxChanged
  /// The disk is full: the copy on screen is not saved; edits are refused.
  case diskFull
  /// A file cannot be used, others may read it for one: the copy on screen is not saved; edits are refused. Its name.
  case fileUnusable(file: String)
  /// The terminal's key is another one: what was sealed with the old one was set aside under the name given.
  case keyChanged(file: String)
  /// The database was empty although there was one: it was begun anew.
  case begunAnew
  /// Somebody removed the files while they were open: begun anew, and so many unsent changes of this worker are lost.
  case filesRemoved(changesLost: Int)
}
