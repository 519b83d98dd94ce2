import StoreModel

/// One worker's sync from sign-in to lock or sign-out; nothing of it outlives that.
struct SyncSession: Sendable {
  /// What goes on from one session to the next, so that no number is ever used twice.
  struct Source: Sendable {
    var random: any RandomNumberGenerator & Sendable
    var lastAsk: UInt64 = 0
    var lastCommit: UInt64 = 0
    /// Until when the server asked this host to wait, whoever works.
    var hold: Instant?
    /// The server's clock, as last heard, and when that was; our own may be wrong, and wrong by another amount later.
    var serverClock: (date: Timestamp, heard: Instant)?
  }

  let worker: Worker
  let profile: StoreProfile?
  let settings: SyncSettings
  var source: Source

  var replica = Replica()
  var outbox = Outbox()
  var lastSequence: Int64 = 0
  /// Ids that tasks have by now, by the ids they had.
  private(set) var identified: [TaskID: TaskID] = [:]
  /// The same the other way round.
  private var formerNames: [TaskID: [TaskID]] = [:]
  /// Rows of this session behind which something of others may hide: they found their work done, overruled it, or were
  /// given up.
  var hiddenOthers: Set<Int64> = []
  /// What the server has refused for good, per task.
  var locks: [TaskID: Set<TaskField.Kind>] = [:]

  // Requests.
  var asks: [AskID: Ask] = [:]
  var queue: [Ask] = []
  /// The first request whose answer can know about the last write to a task; older answers about it are ignored.
  var freshFrom: [Resource: AskID] = [:]

  // Rounds.
  var round: SyncRound?
  var wantsThoroughRound = true
  var roundsDone = 0
  var teams: [ServerTeam]?
  var teamLists: Set<ListID> = []
  /// Lists whose tasks were read in this session: the copy lacks none of them for having been destroyed.
  var listsRead: Set<ListID> = []
  var triedLists: Set<ListID> = []
  var triedNames: Set<UserID> = []
  var wantedNames: [UserID] = []
  /// The version of the task at which its details were read.
  var detailsReadAt: [TaskID: ETag] = [:]
  var suspiciousLists: Set<ListID> = []
  var isListSetSuspicious = false

  // Disk.
  var commitOnDisk: CommitOnDisk?
  var backlog = StoreCommit()
  var waitingEdits = EditsByTask<WaitingEdit>()
  /// How many edits that are not written yet have been looked at so far for what a new one is judged by.
  var looksAtUnwritten = 0
  /// Transactions with an edit that the disk had not answered when the session ended.
  var leftToDisk: [CommitID] = []
  /// Whether the last transaction could not be written; the copy is tried again with the next round or edit.
  var isDiskRefusing = false

  // Connection.
  var hold: Instant? {
    get { source.hold }
    set { source.hold = newValue }
  }
  var retry: Instant?
  var failures = 0
  var tokenRejections = 0
  var isRenewing = false
  var isHalted = false
  var isFlushing = false
  var offlineSince: Timestamp?
  /// Whether anything was answered in this session.
  var hasHeard = false
  var wakeAsked: Instant?
  var nextRound: Instant?

  // Telling.
  var actions: [SyncAction] = []
  var standing = SyncStanding()
  var told = Told()

  init(worker: Worker, profile: StoreProfile?, settings: SyncSettings, source: Source) {
    self.worker = worker
    self.profile = profile
    self.settings = settings
    self.source = source
  }

  /// A task has another id from now on; the transaction that gives it one says so too.
  mutating func identify(_ task: TaskID, as new: TaskID) {
    if let old = identified.updateValue(new, forKey: task) {
      formerNames[old]?.removeAll { $0 == task }
      if formerNames[old]?.isEmpty == true { formerNames[old] = nil }
    }
    formerNames[new, default: []].append(task)
    told.identified.append(.identified(task, as: new))
  }

  /// What a task was or is called by those whose edits of it are not written yet.
  func names(of task: TaskID) -> [TaskID] {
    var names = [task]
    var next = 0
    while next < names.count {
      names += (formerNames[names[next]] ?? []).filter { !names.contains($0) }
      next += 1
    }
    return names.filter { current($0) == task }
  }

  var userID: UserID { UserID(rawValue: worker.id.object) }

  /// Whether no request may leave now.
  var isBlocked: Bool { isRenewing || isHalted || hold != nil || retry != nil }

  var isDrained: Bool {
    if outbox.isBusy || commitOnDisk?.edits.isEmpty == false || !waitingEdits.isEmpty { return false }
    return isBlocked || outbox.ready.isEmpty
  }

  func visible(_ id: TaskID) -> VisibleTask? {
    guard outbox.contains(id) else {
      return replica.tasks.shared(id).map { VisibleTask($0, locked: locks.isEmpty ? [] : locks[id] ?? []) }
    }
    let chain = outbox.chain(id)
    var task = replica.tasks[id]
    for row in chain {
      switch row.edit {
      case .create(let new): task = task ?? StoreTask(made: new, row, by: userID)
      case .delete where row.stop == nil: return nil
      default: task = task?.applying(row, by: userID)
      }
    }
    return task.map { VisibleTask(task: $0, pending: chain.map(outbox.state).max(), locked: locks[id] ?? []) }
  }

  func visibleDetails(_ id: TaskID) -> TaskDetails? {
    guard let details = replica.details[id] ?? unmadeDetails(id) else { return nil }
    return outbox.chain(id).reduce(details) { $0.applying($1) }
  }

  /// A task that is not made yet has nothing in its details; nor has one just made, as far as its worker knows.
  private func unmadeDetails(_ id: TaskID) -> TaskDetails? {
    guard id.isLocal ? outbox.contains(id) : formerNames[id] != nil else { return nil }
    return TaskDetails(task: id, etag: ETag(rawValue: ""))
  }

  mutating func takeActions() -> [SyncAction] {
    defer { actions = [] }
    return actions + takeEvents().map(SyncAction.report)
  }
}
