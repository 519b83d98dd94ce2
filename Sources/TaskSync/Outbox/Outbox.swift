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
  }

  private(set) var order: [Int64] = []
  /// Those that make a task.
  private(set) var creations: [Int64] = []
  private var rows: [Int64: OutboxRow] = [:]
  private var chains: [TaskID: [Int64]] = [:]
  var progress: [Int64: Progress] = [:]

  var isEmpty: Bool { order.isEmpty }
  var count: Int { order.count }

  subscript(id: Int64) -> OutboxRow? { rows[id] }

  /// Rows about one task, oldest first.
  func chain(_ task: TaskID) -> [OutboxRow] { chains[task]?.compactMap { rows[$0] } ?? [] }

  func contains(_ task: TaskID) -> Bool { !chains.isEmpty && chains[task] != nil }

  /// Puts a new row at the end, or a changed one in its place.
  mutating func put(_ row: OutboxRow) {
    if rows.updateValue(row, forKey: row.id) == nil {
      order.append(row.id)
      if row.isCreation { creations.append(row.id) }
      chains[row.task, default: []].append(row.id)
      progress[row.id] = Progress()
    }
  }

  mutating func remove(_ id: Int64) {
    guard let row = rows.removeValue(forKey: id) else { return }
    order.removeAll { $0 == id }
    creations.removeAll { $0 == id }
    chains[row.task]?.removeAll { $0 == id }
    if chains[row.task]?.isEmpty == true { chains[row.task] = nil }
    progress[id] = nil
  }

  /// Gives the rows of a task that was made here the id the server gave it.
  mutating func rename(_ task: TaskID, to new: TaskID) {
    guard let ids = chains.removeValue(forKey: task) else { return }
    for id in ids { rows[id]?.task = new }
    chains[new] = ((chains[new] ?? []) + ids).sorted()
  }

  /// Rows to be sent or settled now: not stopped, no other row of the task on its way, none before it that it waits for.
  func ready(except blocked: Set<TaskID>) -> [Int64] {
    var busy: Set<TaskID> = []
    var before: [TaskID: [TaskField]] = [:]
    var ready: [Int64] = []
    for id in order {
      guard let row = rows[id], let progress = progress[id] else { continue }
      let field = row.edit.field
      let isFirst = before[row.task]?.contains(where: field.overlaps) != true
      before[row.task, default: []].append(field)
      guard !busy.contains(row.task) else { continue }
      if progress.isReading || progress.phase == .sending {
        busy.insert(row.task)
      } else if isFirst, row.stop == nil, !blocked.contains(row.task) {
        ready.append(id)
        busy.insert(row.task)
      }
    }
    return ready
  }

  /// Whether a row waits for no other.
  func isFirst(_ row: OutboxRow) -> Bool {
    !chain(row.task).contains { $0.id < row.id && $0.edit.field.overlaps(row.edit.field) }
  }

  /// Whether a row is on its way to the server, or being settled.
  var isBusy: Bool { progress.values.contains { $0.phase == .sending || $0.isReading } }

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
