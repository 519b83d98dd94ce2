public import StoreModel

/// A store without a disk, for tests, demos and strict terminals: everything is lost when the program ends.
public actor MemoryTaskStore: TaskStore {
  private struct Copy {
    var lists: [TaskList] = []
    var tasks: [TaskID: ServerTask] = [:]
    var details: [TaskID: ServerDetails] = [:]
    var people: [UserID: String] = [:]
    var rows: [Int64: OutboxRow] = [:]
    var lastSequence: Int64 = 0
    var hold: Timestamp?
    var locks: [TaskID: Set<TaskField.Kind>] = [:]
  }

  private var copies: [PersonID: Copy] = [:]
  private var places: [PersonID: [UInt8]] = [:]
  private var histories: [PersonID: [(at: Timestamp, record: [UInt8])]] = [:]
  private var pins: [PersonID: (pin: [UInt8], left: Int)] = [:]
  private var worker: PersonID?
  /// What the next commits fail with; nil when they succeed.
  private var fault: StoreFault?
  /// Transactions written since the start.
  public private(set) var commits = 0

  /// An empty store.
  public init() {}

  /// Lets every commit from now on fail, or succeed again with nil.
  public func fail(with fault: StoreFault?) { self.fault = fault }

  public func open(for worker: PersonID) async throws(StoreFault) -> StoreContents {
    self.worker = worker
    let copy = copies[worker] ?? Copy()
    return StoreContents(
      lists: copy.lists, tasks: copy.tasks.values.map(\.task).sorted { $0.id.rawValue < $1.id.rawValue },
      details: copy.details.values.map(\.details).sorted { $0.task.rawValue < $1.task.rawValue },
      people: copy.people, outbox: copy.rows.values.sorted { $0.id < $1.id }, lastSequence: copy.lastSequence,
      hold: copy.hold, locks: copy.locks)
  }

  public func commit(_ commit: StoreCommit, for worker: PersonID) async throws(StoreFault) {
    guard worker == self.worker else { throw .notOpen }
    if let fault { throw fault }
    commits += 1
    var copy = copies[worker] ?? Copy()
    copy.lists = commit.lists ?? copy.lists
    for task in commit.removedTasks {
      copy.tasks[task] = nil
      copy.details[task] = nil
      copy.locks[task] = nil
    }
    for task in commit.tasks { copy.tasks[task.task.id] = task }
    for details in commit.details { copy.details[details.details.task] = details }
    copy.people.merge(commit.people) { $1 }
    for id in commit.removedRows { copy.rows[id] = nil }
    for row in commit.rows {
      copy.rows[row.id] = row
      copy.lastSequence = max(copy.lastSequence, row.id)
    }
    copy.hold = commit.hold ?? copy.hold
    for (task, kinds) in commit.locks { copy.locks[task] = kinds.isEmpty ? nil : kinds }
    copies[worker] = copy
  }

  public func close() async { worker = nil }

  public func destroyCopy(of worker: PersonID) async throws(StoreFault) -> CopyDestruction {
    guard let old = copies[worker] else {
      return CopyDestruction(tasksDestroyed: 0, tasksLeft: 0, changesKept: 0)
    }
    var kept = Copy()
    kept.rows = old.rows
    kept.lastSequence = old.lastSequence
    copies[worker] = kept
    pins[worker] = nil
    self.worker = nil
    return CopyDestruction(
      tasksDestroyed: old.tasks.count, tasksLeft: copies[worker]?.tasks.count ?? 0, changesKept: kept.rows.count)
  }

  public func keepPlace(_ place: [UInt8]?, for worker: PersonID) async throws(StoreFault) {
    if let fault { throw fault }
    places[worker] = place
  }

  public func keptPlace(of worker: PersonID) async -> [UInt8]? { places[worker] }

  public func addHistory(
    _ records: [[UInt8]], at moment: Timestamp, for worker: PersonID
  ) async throws(StoreFault) {
    if let fault { throw fault }
    let oldest = moment.advanced(by: .seconds(-historyDays * 86_400))
    let all = (histories[worker] ?? []) + records.map { (at: moment, record: $0) }
    histories[worker] = all.filter { $0.at >= oldest }.suffix(historyLimit)
  }

  public func keptHistory(of worker: PersonID) async -> [[UInt8]] { (histories[worker] ?? []).map(\.record) }

  public func setPIN(_ pin: [UInt8], for worker: PersonID) async throws(StoreFault) {
    if let fault { throw fault }
    pins[worker] = (pin, pinTries)
  }

  public func tryPIN(_ pin: [UInt8], for worker: PersonID) async throws(StoreFault) -> PINVerdict {
    guard let known = pins[worker] else { return .gone }
    if known.pin == pin {
      pins[worker]?.left = pinTries
      return .right
    }
    pins[worker] = known.left > 1 ? (known.pin, known.left - 1) : nil
    return known.left > 1 ? .wrong(left: known.left - 1) : .gone
  }

  public func unsentOfOthers(than worker: PersonID?) async -> UnsentSummary {
    let rows = copies.filter { $0.key != worker }.values.flatMap(\.rows.values)
    return UnsentSummary(count: rows.count, oldest: rows.map(\.made).min())
  }
}
