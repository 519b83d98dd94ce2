import StoreModel

/// The worker's unconfirmed edits in order, and how far each has got in this session.
struct Outbox: Sendable {
  /// How far a row has got; not durable: after a restart every row counts as perhaps sent.
  struct Progress: Hashable, Sendable {
    enum Phase: Hashable, Sendable {
      case waiting
      case sending
      /// Perhaps done: to be found out by reading.
      case unknown
      /// Refused because of a newer version: to be resolved by reading.
      case clashed(sameField: Bool)
    }
    var phase = Phase.waiting
    /// Whether a read that settles `unknown` or `clashed` is on its way.
    var isReading = false
    /// Whether the server may have seen it already; then it is not rewritten, and undoing it takes an edit of its own.
    var mayHaveBeenSent = false
    /// Whether it may have left once, in an earlier session perhaps, and nobody said what became of it.
    var mayBeDone = false
    /// Whether it did so in this session.
    var isUnanswered = false
    /// When the server's state was last read to settle it.
    var read: Instant?
    /// Times it clashed in a row.
    var clashes = 0
    /// Times no usable answer came in a row.
    var failures = 0

    /// Whether it is on its way to the server, or being settled.
    var isOnItsWay: Bool { isReading || phase == .sending }
  }

  /// The numbers of all rows, rising.
  private(set) var order: [Int64] = []
  /// Those that make a task.
  private(set) var creations: [Int64] = []
  private var rows: [Int64: OutboxRow] = [:]
  private var chains: [TaskID: [Int64]] = [:]
  private var progress: [Int64: Progress] = [:]
  /// Rows to be sent or settled now, one of a task at most: not stopped, no other row of the task on its way, none before it
  /// that it waits for. Kept as rows change, so that no answer has the whole outbox looked through.
  private(set) var ready: [Int64] = []
  private var readyOfTask: [TaskID: Int64] = [:]
  private var busy: Set<Int64> = []
  private var changed: Set<Int64> = []
  /// How many rows have been looked at so far to find those that are ready.
  private(set) var looks = 0

  var isEmpty: Bool { order.isEmpty }
  var count: Int { order.count }
  /// Whether a row is on its way to the server, or being settled.
  var isBusy: Bool { !busy.isEmpty }

  subscript(id: Int64) -> OutboxRow? { rows[id] }

  /// How far a row has got; nil when there is no such row.
  subscript(progress id: Int64) -> Progress? {
    get { progress[id] }
    set {
      guard let newValue, let old = progress[id], let row = rows[id] else { return }
      progress[id] = newValue
      if newValue.phase != old.phase { changed.insert(id) }
      if newValue.isOnItsWay == old.isOnItsWay { return }
      if newValue.isOnItsWay { busy.insert(id) } else { busy.remove(id) }
      findReady(of: row.task)
    }
  }

  /// Rows about one task, oldest first.
  func chain(_ task: TaskID) -> [OutboxRow] { chains[task]?.compactMap { rows[$0] } ?? [] }

  func contains(_ task: TaskID) -> Bool { !chains.isEmpty && chains[task] != nil }

  /// Puts a new row in, or a changed one in its place.
  mutating func put(_ row: OutboxRow) {
    if let old = rows.updateValue(row, forKey: row.id) {
      if shown(old) != shown(row) { changed.insert(row.id) }
    } else {
      changed.insert(row.id)
      order.insertRising(row.id)
      if row.isCreation { creations.insertRising(row.id) }
      chains[row.task, default: []].insertRising(row.id)
      progress[row.id] = Progress()
    }
    findReady(of: row.task)
  }

  mutating func remove(_ id: Int64) {
    guard let row = rows.removeValue(forKey: id) else { return }
    changed.insert(id)
    order.removeRising(id)
    creations.removeRising(id)
    chains[row.task]?.removeRising(id)
    if chains[row.task]?.isEmpty == true { chains[row.task] = nil }
    progress[id] = nil
    busy.remove(id)
    findReady(of: row.task)
  }

  /// Gives the rows of a task that was made here the id the server gave it.
  mutating func rename(_ task: TaskID, to new: TaskID) {
    guard let ids = chains.removeValue(forKey: task) else { return }
    for id in ids { rows[id]?.task = new }
    changed.formUnion(ids)
    chains[new] = ((chains[new] ?? []) + ids).sorted()
    findReady(of: task)
    findReady(of: new)
  }

  /// The first ready row behind another.
  func ready(after id: Int64) -> Int64? { ready.rising(after: id) }

  /// Rows that are new or look different since this was last asked, and those that are gone.
  mutating func takeChanges() -> (changed: [PendingChange], removed: [Int64])? {
    guard !changed.isEmpty else { return nil }
    defer { changed = [] }
    let ids = changed.sorted()
    return (ids.compactMap { rows[$0].map(shown) }, ids.filter { rows[$0] == nil })
  }

  private mutating func findReady(of task: TaskID) {
    let known = readyOfTask[task]
    let next = readyRow(of: task)
    guard next != known else { return }
    if let known { ready.removeRising(known) }
    if let next { ready.insertRising(next) }
    readyOfTask[task] = next
  }

  private mutating func readyRow(of task: TaskID) -> Int64? {
    var before: [TaskField] = []
    for id in chains[task] ?? [] {
      guard let row = rows[id], let progress = progress[id] else { continue }
      looks += 1
      if progress.isOnItsWay { return nil }
      let field = row.edit.field
      if row.stop == nil, !before.contains(where: field.overlaps) { return id }
      before.append(field)
    }
    return nil
  }

  /// Whether a row waits for no other.
  func isFirst(_ row: OutboxRow) -> Bool {
    !chain(row.task).contains { $0.id < row.id && $0.edit.field.overlaps(row.edit.field) }
  }

  /// Later rows that waited for this one and for nothing else.
  func followers(of row: OutboxRow) -> [OutboxRow] {
    var between: [TaskField] = []
    return chain(row.task).filter { other in
      let field = other.edit.field
      guard other.id > row.id, field.overlaps(row.edit.field) else { return false }
      defer { between.append(field) }
      return !between.contains(where: field.overlaps)
    }
  }

  /// The last row that an edit of this field has to wait for.
  func last(of task: TaskID, before field: TaskField) -> OutboxRow? {
    chain(task).last { $0.edit.field.overlaps(field) }
  }

  func state(_ row: OutboxRow) -> PendingState {
    switch row.stop {
    case .needsDecision: return .needsDecision
    case .refused: return .refused
    case nil: break
    }
    switch progress[row.id]?.phase ?? .waiting {
    case .waiting: return .notSent
    case .sending, .clashed: return .sending
    case .unknown: return .unknown
    }
  }

  func shown(_ row: OutboxRow) -> PendingChange {
    PendingChange(
      id: row.id, task: row.task, title: row.title, edit: row.edit, before: row.base.value, made: row.made,
      state: state(row), trouble: row.stop?.trouble)
  }

  /// All rows as shown, oldest first.
  var shown: [PendingChange] { order.compactMap { rows[$0].map(shown) } }
}
