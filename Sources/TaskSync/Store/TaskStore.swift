public import StoreModel

/// The durable side of sync: one worker's copy of the server's state and their outbox.
///
/// One commit is one transaction: all of it or nothing, on disk when it returns.
public protocol TaskStore: PINKeeper, HistoryKeeper {
  /// Opens one worker's copy and reads it whole; whoever was open before is closed.
  func open(for worker: PersonID) async throws(StoreFault) -> StoreContents

  /// Writes one transaction for the worker given; `.notOpen` when another or nobody is open.
  func commit(_ commit: StoreCommit, for worker: PersonID) async throws(StoreFault)

  /// Forgets keys and everything read; the copy stays sealed on disk for its worker.
  func close() async

  /// Destroys a worker's copy for good, keeps their unsent changes sealed for them, closes, and reads back.
  func destroyCopy(of worker: PersonID) async throws(StoreFault) -> CopyDestruction

  /// Unsent changes of everybody but the worker given: how many and how old, nothing else.
  func unsentOfOthers(than worker: PersonID?) async -> UnsentSummary

  /// Keeps where a worker was, sealed, in place of what was kept; nil drops it. It outlives lock, hand-over and sign-out.
  func keepPlace(_ place: [UInt8]?, for worker: PersonID) async throws(StoreFault)

  /// Keeps in memory, sealed, what `keepPlace` could not write: until a later call can, or the program ends.
  func holdPlace(_ place: [UInt8]?, for worker: PersonID) async

  /// Where a worker was; nil when nothing was kept, or it cannot be opened.
  func keptPlace(of worker: PersonID) async -> [UInt8]?
}

/// Why something could not be read or written.
public enum StoreFault: Error, Hashable, Sendable {
  /// No space; nothing was written.
  case diskFull
  /// The disk or the file system failed; nothing was written.
  case diskFailed
  /// A file is there that is not used: others may read it, it is a link, it is damaged. Its name.
  case unusable(file: String)
  /// Somebody removed the files while they were open; nothing that is written now would be there later.
  case filesRemoved
  /// Nobody is open, or somebody else.
  case notOpen
}

/// What is on disk for one worker.
public struct StoreContents: Hashable, Sendable {
  public var lists: [TaskList]
  public var tasks: [StoreTask]
  public var details: [TaskDetails]
  public var people: [UserID: String]
  /// In order.
  public var outbox: [OutboxRow]
  /// The highest sequence number ever given to a row of this worker; 0 before the first.
  public var lastSequence: Int64
  /// Until when the server asked to wait, if it did.
  public var hold: Timestamp?
  /// What head office was found to keep to itself.
  public var locks: [TaskID: Set<TaskField.Kind>]
  /// The last tasks that got another id, in order.
  public var renamings: [TaskRenaming]
  /// What was repaired or set aside on the way.
  public var notices: [StorageNotice]

  /// Contents; empty unless said.
  public init(
    lists: [TaskList] = [], tasks: [StoreTask] = [], details: [TaskDetails] = [], people: [UserID: String] = [:],
    outbox: [OutboxRow] = [], lastSequence: Int64 = 0, hold: Timestamp? = nil,
    locks: [TaskID: Set<TaskField.Kind>] = [:], renamings: [TaskRenaming] = [], notices: [StorageNotice] = []
  ) {
    self.lists = lists
    self.tasks = tasks
    self.details = details
    self.people = people
    self.outbox = outbox
    self.lastSequence = lastSequence
    self.hold = hold
    self.locks = locks
    self.renamings = renamings
    self.notices = notices
  }
}

/// What a destruction did, as read back afterwards.
public struct CopyDestruction: Hashable, Sendable {
  /// Tasks destroyed.
  public var tasksDestroyed: Int
  /// Tasks that can still be read; 0 unless something is wrong.
  public var tasksLeft: Int
  /// Unsent changes kept, sealed for their owner.
  public var changesKept: Int
  /// Unsent changes that are lost, since somebody removed the files; 0 unless something is wrong.
  public var changesLost: Int

  /// Counts; none is lost unless said.
  public init(tasksDestroyed: Int, tasksLeft: Int, changesKept: Int, changesLost: Int = 0) {
    self.tasksDestroyed = tasksDestroyed
    self.tasksLeft = tasksLeft
    self.changesKept = changesKept
    self.changesLost = changesLost
  }
}

/// Unsent changes of people who are not signed in.
public struct UnsentSummary: Hashable, Sendable {
  /// How many changes.
  public var count: Int
  /// When the oldest was made; nil when there are none.
  public var oldest: Timestamp?

  /// A summary.
  public init(count: Int = 0, oldest: Timestamp? = nil) {
    self.count = count
    self.oldest = oldest
  }
}
