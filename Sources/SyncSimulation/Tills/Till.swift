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
  /// Times teams may still be asked for.
  var teamsAllowed = 0

  var screen: [TaskID: VisibleTask] = [:]
  var details: [TaskID: TaskDetails] = [:]
  var outbox: [PendingChange] = []
  var standing = SyncStanding()
  /// Acts that wait until the disk has done what it is doing.
  var waitingActs: [Act] = []
  /// Names that tasks of this session have by now.
  var identified: [TaskID: TaskID] = [:]
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
    case .outbox(let changes): outbox = changes
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
      if case .check(let item, _) = edit { act.title = state.value(.itemTitle(item)) }
    }
    return act
  }

  /// The act that a transaction is about; those before it came to nothing.
  mutating func takeAct(where isAbout: (Act, Set<TaskID>) -> Bool) -> Act? {
    guard let place = waitingActs.firstIndex(where: { isAbout($0, names(of: $0.task)) }) else { return nil }
    let act = waitingActs[place]
    waitingActs.removeFirst(place + 1)
    return act
  }

  /// An act that found the disk idle, or the last ones that waited for it, came to nothing if no transaction is about them.
  mutating func settleActs(after input: SyncInput, wasDiskBusy: Bool) {
    switch input {
    case .edit where !wasDiskBusy: waitingActs = []
    case .committed where disk.waiting.last?.act == nil: waitingActs = []
    default: break
    }
  }

  /// Every name a task has had since.
  private func names(of task: TaskID) -> Set<TaskID> {
    var names: Set = [task]
    var last = task
    while let next = identified[last], names.insert(next).inserted { last = next }
    return names
  }

  /// Its worker's rows on the disk.
  func key(_ row: Int64, of worker: Int) -> Deed.Key { Deed.Key(till: number, worker: worker, row: row) }
}
