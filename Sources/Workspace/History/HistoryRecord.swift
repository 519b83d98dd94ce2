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
  /// Number of the worker's change that it is, or of the last one before it: tells what was done first in one moment.
  var number: Int64 = 0

  /// Whether it stands before another, in every session alike.
  func isBefore(_ other: HistoryRecord) -> Bool {
    (at, number, who == .worker ? 0 : 1) < (other.at, other.number, other.who == .worker ? 0 : 1)
  }
}

/// What was done, oldest first, whether it was kept of earlier sessions at this terminal or heard in this one.
struct ShiftHistory: Equatable, Sendable {
  /// More than this in a session is no history anybody reads.
  static let limit = 2000

  private(set) var records: [HistoryRecord] = []

  /// Whether something of it is kept on disk.
  var isKept: Bool { records.contains { $0.unsent == nil } }

  /// The highest number of a change of the worker's that is known.
  private var lastNumber: Int64 { records.lazy.map(\.number).max() ?? 0 }

  /// What was kept of earlier sessions, in the order in which it was kept.
  mutating func begin(with earlier: [HistoryRecord]) {
    let heard = records
    records = []
    for record in earlier + heard { put(record) }
  }

  /// Adds what is no change of the worker's own. Answers the record as it stands there, to be kept.
  mutating func add(_ record: HistoryRecord) -> HistoryRecord {
    var record = record
    record.number = lastNumber
    if records.count < ShiftHistory.limit * 2 { put(record) }
    return record
  }

  /// Puts a record in its place; behind those of the same moment.
  private mutating func put(_ record: HistoryRecord) {
    let place = records.lastIndex { !record.isBefore($0) }
    records.insert(record, at: place.map { $0 + 1 } ?? 0)
  }

  /// Follows the outbox: a change that is new in it was just made, one that left it unconfirmed was taken back.
  mutating func follow(_ outbox: [PendingChangeRecord]) {
    let open = Set(outbox.map(\.id))
    records.removeAll { record in record.unsent.map { !open.contains($0) } ?? false }
    let known = Set(records.compactMap(\.unsent))
    for change in outbox where !known.contains(change.id) { put(change.record) }
  }

  /// A change reached the server. Answers the record of it, to be kept.
  mutating func confirm(_ change: PendingChangeRecord) -> HistoryRecord {
    records.removeAll { $0.unsent == change.id }
    var record = change.record
    record.unsent = nil
    put(record)
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
