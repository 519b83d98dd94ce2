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
  func isBefore(_ other: HistoryRecord) -> Bool { rank < other.rank }

  /// Its place among others.
  var rank: (Timestamp, Int64, Int) { (at, number, who == .worker ? 0 : 1) }
}

/// What was done, oldest first, whether it was kept of earlier sessions at this terminal or heard in this one.
struct ShiftHistory: Equatable, Sendable {
  /// More than this in a session is no history anybody reads.
  static let limit = 2000

  private var entries: [HistoryRecord] = []
  /// Moments of the records of changes that are not confirmed, by their numbers: a record is found by its place in time.
  private var unconfirmed: [Int64: Timestamp] = [:]
  /// Changes that have just left the outbox: confirmed, as is told next, or taken back.
  private var leaving: Set<Int64> = []
  /// The latest place any record of a task has had: the last of them is looked for from there, not from the end.
  private var latest: [TaskID: (Timestamp, Int64, Int)] = [:]

  /// All of it.
  var records: [HistoryRecord] { leaving.isEmpty ? entries : entries.filter { !hasLeft($0) } }

  /// Whether something of it is kept on disk.
  var isKept: Bool { entries.contains { $0.unsent == nil } }

  /// The highest number of a change of the worker's that is known.
  private var lastNumber: Int64 { entries.lazy.filter { !hasLeft($0) }.map(\.number).max() ?? 0 }

  private func hasLeft(_ record: HistoryRecord) -> Bool { record.unsent.map(leaving.contains) ?? false }

  /// Whether it has the record of a change that is not confirmed.
  func knows(_ change: Int64) -> Bool { unconfirmed[change] != nil && !leaving.contains(change) }

  /// What was kept of earlier sessions, in the order in which it was kept.
  mutating func begin(with earlier: [HistoryRecord]) {
    let heard = records
    self = ShiftHistory()
    for record in earlier + heard { put(record) }
  }

  /// Adds what is no change of the worker's own. Answers the record as it stands there, to be kept.
  mutating func add(_ record: HistoryRecord) -> HistoryRecord {
    var record = record
    record.number = lastNumber
    if entries.count < ShiftHistory.limit * 2 { put(record) }
    return record
  }

  /// Puts a record in its place; behind those of the same moment.
  private mutating func put(_ record: HistoryRecord) {
    entries.insert(record, at: entries.sortedPlace(after: { !record.isBefore($0) }))
    if let change = record.unsent { unconfirmed[change] = record.at }
    noteLatest(record.rank, of: record.task)
  }

  private mutating func noteLatest(_ rank: (Timestamp, Int64, Int), of task: TaskID) {
    latest[task] = latest[task].map { $0 < rank ? rank : $0 } ?? rank
  }

  /// Follows the outbox: a change that is new in it was just made, one that left it unconfirmed was taken back.
  mutating func follow(_ made: [PendingChangeRecord], removed: [Int64]) {
    if !leaving.isEmpty {
      entries.removeAll(where: hasLeft)
      for change in leaving { unconfirmed[change] = nil }
    }
    leaving = Set(removed.filter { unconfirmed[$0] != nil })
    for change in made where unconfirmed[change.id] == nil { put(change.record) }
  }

  /// A change reached the server. Answers the record of it, to be kept.
  mutating func confirm(_ change: PendingChangeRecord) -> HistoryRecord {
    let place = place(of: change)
    unconfirmed[change.id] = nil
    leaving.remove(change.id)
    var record = change.record
    record.unsent = nil
    // Mostly it stays where it is, and then nothing else is moved.
    if let place, entries[place].at == record.at, place + 1 == entries.count || record.isBefore(entries[place + 1]) {
      entries[place] = record
      noteLatest(record.rank, of: record.task)
    } else {
      if let place { entries.remove(at: place) }
      put(record)
    }
    return record
  }

  /// Where the record of an unconfirmed change stands.
  private func place(of change: PendingChangeRecord) -> Int? {
    guard let moment = unconfirmed[change.id] else { return nil }
    var sought = change.record
    sought.at = moment
    let first = entries.sortedPlace(after: { $0.isBefore(sought) })
    return entries[first...].firstIndex { $0.unsent == change.id }
  }

  mutating func rename(_ task: TaskID, to new: TaskID) {
    for index in entries.indices where entries[index].task == task { entries[index].task = new }
    if let rank = latest.removeValue(forKey: task) { noteLatest(rank, of: new) }
  }

  /// The last of the worker's own records about a task that says what is asked for.
  func last(of task: TaskID, where isWanted: (Deed) -> Bool) -> HistoryRecord? {
    guard let rank = latest[task] else { return nil }
    let end = entries.sortedPlace(after: { $0.rank <= rank })
    return entries[..<end].last { $0.task == task && $0.who == .worker && !hasLeft($0) && isWanted($0.deed) }
  }

  static func == (a: ShiftHistory, b: ShiftHistory) -> Bool { a.records == b.records }
}

/// A change of the outbox with the record it makes.
struct PendingChangeRecord {
  let id: Int64
  let record: HistoryRecord
}
