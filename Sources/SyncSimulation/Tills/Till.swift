import StoreModel
import TaskSync

/// One terminal: the machine, its disk, and what its screen has been told.
struct Till: Sendable {
  let number: Int
  var machine: SyncMachine
  var disk: ModelDisk
  var process = 0
  /// Whose session it is; nil when nobody is signed in.
  var worker: Int?
  var isLocking = false
  var renewals = 0
  var wake: Instant?
  /// How wrong its clock is.
  var wallOffset: Duration = .zero
  /// Before this moment nothing may leave, as the server said.
  var holdUntil: Instant?
  /// The same by the terminal's own clock, as it was then.
  var holdWall: Timestamp?
  /// Times teams may still be asked for.
  var teamsAllowed = 0

  var screen: [TaskID: VisibleTask] = [:]
  var details: [TaskID: TaskDetails] = [:]
  var outbox: PendingChanges = []
  var standing = SyncStanding()
  /// Acts that wait until the disk has done what it is doing.
  var waitingActs: [Act] = []
  /// Names that tasks of this session have by now.
  var identified: [TaskID: TaskID] = [:]
  /// Versions of tasks last told in this session.
  var told: [TaskID: ETag] = [:]
  /// Counts sessions.
  var session = 0
  /// Rows whose write is on its way.
  var onTheWay: Set<Int64> = []
  /// Requests of this run that have been answered.
  var answered: Set<AskID> = []
  private var sortedIDs: [TaskID]?

  init(number: Int, workers: Int, machine: SyncMachine) {
    self.number = number
    self.machine = machine
    disk = ModelDisk(workers: workers)
  }

  /// The tasks on the screen, in a fixed order.
  mutating func shown() -> [TaskID] {
    if let sortedIDs { return sortedIDs }
    let sorted = screen.keys.sorted { $0.rawValue < $1.rawValue }
    sortedIDs = sorted
    return sorted
  }

  /// Nothing is on the screen.
  mutating func clearScreen() {
    screen = [:]
    sortedIDs = nil
    details = [:]
    outbox = []
    standing = SyncStanding()
    waitingActs = []
    identified = [:]
    told = [:]
    onTheWay = []
  }

  mutating func show(_ event: SyncEvent) {
    switch event {
    case .tasks(let changed, let removed):
      for task in changed { if screen.updateValue(task, forKey: task.id) == nil { sortedIDs = nil } }
      for id in removed {
        details[id] = nil
        if screen.removeValue(forKey: id) != nil { sortedIDs = nil }
      }
    case .details(let new): details[new.task] = new
    case .outbox(let changes): outbox = PendingChanges(changes)
    case .outboxChanged(let changes, let removed): outbox.take(changes, removed: removed)
    case .standing(let new): standing = new
    case .identified(let old, let new): identified[old] = new
    default: break
    }
  }

  /// What its worker sees of a field.
  func seen(_ edit: TaskEdit, _ task: TaskID) -> Act {
    let shown = screen[task]?.task
    let details = details[task]
    var act = Act(
      edit: edit, task: task, taskEtag: shown?.etag, detailsEtag: details?.etag, value: .absent, seen: shown)
    if let shown {
      let state = ServerState(task: shown, details: details ?? TaskDetails(task: task, etag: ETag(rawValue: "")))
      act.value = state.value(edit.field)
      if let item = edit.checklistItem {
        act.title = state.value(.itemTitle(item))
        act.tick = state.value(.itemTick(item))
      }
      let names = names(of: task)
      let before = (disk.waiting.flatMap(\.acts) + waitingActs).filter { names.contains($0.task) }.map(\.edit)
      act.expected = before
      if let item = edit.checklistItem {
        act.title = before.last { $0.field == .itemTitle(item) }?.wanted ?? act.title
        act.tick = before.last { $0.field == .itemTick(item) }?.wanted ?? act.tick
      }
    }
    return act
  }

  /// The acts that a transaction is about, each of another task; those before the last of them came to nothing.
  mutating func takeActs(where isAbout: (Act) -> Bool) -> [Act] {
    for place in waitingActs.indices { waitingActs[place].names = names(of: waitingActs[place].task) }
    var (taken, names, count): ([Act], Set<TaskID>, Int) = ([], [], 0)
    for (place, act) in waitingActs.enumerated() {
      if !names.isDisjoint(with: act.names) { break }
      guard isAbout(act) else { continue }
      taken.append(act)
      names.formUnion(act.names)
      count = place + 1
    }
    waitingActs.removeFirst(count)
    return taken
  }

  /// An act that found the disk idle, or the last ones that waited for it, came to nothing if no transaction is about them.
  mutating func settleActs(after input: SyncInput, wasDiskBusy: Bool) {
    switch input {
    case .edit where !wasDiskBusy: waitingActs = []
    case .committed where disk.waiting.last?.acts.isEmpty != false: waitingActs = []
    default: break
    }
  }

  /// Every name a task has or had.
  func names(of task: TaskID) -> Set<TaskID> {
    var names: Set = [task]
    var count = 0
    while count < names.count {
      count = names.count
      for (old, new) in identified where names.contains(old) || names.contains(new) { names.formUnion([old, new]) }
    }
    return names
  }

  /// Whether a change goes no further before its owner has decided about it, or about one before it.
  func waitsForOwner(_ change: PendingChange) -> Bool {
    outbox.contains { $0.task == change.task && $0.state >= .needsDecision && $0.id <= change.id }
  }

  /// Its worker's rows on the disk.
  func key(_ row: Int64, of worker: Int) -> Deed.Key { Deed.Key(till: number, worker: worker, row: row) }
}
