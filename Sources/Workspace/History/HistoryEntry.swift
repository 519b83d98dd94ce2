import StoreModel
import TaskSync

/// Something that was done to a task, as far as this terminal knows.
struct HistoryEntry: Equatable, Sendable {
  /// What.
  enum Event: Equatable, Sendable {
    /// The worker's own change, and whether the server has confirmed it.
    case done(PendingChange, isConfirmed: Bool)
    /// Somebody else made it, or it came with a list.
    case came
    /// Somebody else changed it.
    case changed(from: StoreTask, to: StoreTask)
    case gone(title: String)
  }

  let at: Timestamp
  var task: TaskID
  var event: Event

  /// Whether it is the worker's own and the server has not confirmed it.
  var isNotSent: Bool {
    if case .done(_, isConfirmed: false) = event { true } else { false }
  }
}

/// What was done at this terminal since the worker signed in, newest last; nothing of it is written to disk.
struct ShiftHistory: Equatable, Sendable {
  private(set) var entries: [HistoryEntry] = []
  private var places: [Int64: Int] = [:]

  /// Changes of the worker's that are new in the outbox.
  mutating func take(_ changes: [PendingChange]) {
    for change in changes where places[change.id] == nil {
      places[change.id] = entries.count
      entries.append(HistoryEntry(at: change.made, task: change.task, event: .done(change, isConfirmed: false)))
    }
  }

  mutating func confirm(_ change: PendingChange) {
    take([change])
    guard let place = places[change.id] else { return }
    entries[place].event = .done(change, isConfirmed: true)
  }

  mutating func add(_ event: HistoryEntry.Event, _ task: TaskID, at moment: Timestamp) {
    // What others do to thousands of tasks at once is no history anybody reads.
    guard entries.count < 2000 else { return }
    entries.append(HistoryEntry(at: moment, task: task, event: event))
  }

  mutating func rename(_ task: TaskID, to new: TaskID) {
    for index in entries.indices where entries[index].task == task { entries[index].task = new }
  }
}
