import StoreModel

/// Something that was done to a task: who, when, at which register, and what.
struct HistoryRecord: Hashable, Sendable {
  /// Who did it, as far as this terminal knows.
  enum Doer: Hashable, Sendable {
    /// The worker whose history it is.
    case worker
    /// Somebody else, by name. Untrusted text.
    case named(String)
    case unknown
  }

  var at: Timestamp
  var who: Doer
  /// Where the worker did it; nil for what others did, which may be anywhere.
  var register: String?
  var task: TaskID
  /// The task's title at that time. Untrusted text.
  var title: String
  var deed: Deed
  /// The change it is in the outbox, while the server has not confirmed it.
  var unsent: Int64?
}

/// What was done, oldest first: what was kept of earlier sessions at this terminal, then what was heard in this one.
struct ShiftHistory: Equatable, Sendable {
  /// More than this in a session is no history anybody reads.
  static let limit = 2000

  private(set) var records: [HistoryRecord] = []

  /// Whether something of it is kept on disk.
  var isKept: Bool { records.contains { $0.unsent == nil } }

  /// What was kept of earlier sessions comes before everything of this one.
  mutating func begin(with earlier: [HistoryRecord]) {
    records = earlier.sorted { $0.at < $1.at } + records
  }

  mutating func add(_ record: HistoryRecord) {
    guard records.count < ShiftHistory.limit * 2 else { return }
    records.append(record)
  }

  /// Follows the outbox: a change that is new in it was just made, one that left it unconfirmed was taken back.
  mutating func follow(_ outbox: [PendingChangeRecord]) {
    let open = Set(outbox.map(\.id))
    records.removeAll { record in record.unsent.map { !open.contains($0) } ?? false }
    let known = Set(records.compactMap(\.unsent))
    for change in outbox where !known.contains(change.id) { records.append(change.record) }
  }

  /// A change reached the server. Answers the record of it, to be kept.
  mutating func confirm(_ change: PendingChangeRecord) -> HistoryRecord {
    records.removeAll { $0.unsent == change.id }
    var record = change.record
    record.unsent = nil
    records.append(record)
    return record
  }

  mutating func rename(_ task: TaskID, to new: TaskID) {
    for index in records.indices where records[index].task == task { records[index].task = new }
  }

  /// The last of the worker's own records about a task that says what is asked for.
  func last(of task: TaskID, where isWanted: (Deed) -> Bool) -> HistoryRecord? {
    records.last { $0.task == task && $0.who == .worker && isWanted($0.deed) }
  }
}

/// A change of the outbox with the record it makes.
struct PendingChangeRecord {
  let id: Int64
  let record: HistoryRecord
}
