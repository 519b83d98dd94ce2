public import StoreModel

/// What a store holds of one worker, as a value: how a transaction changes it, and what is read from it at the next start.
///
/// The store in memory and the model disk of the simulation are made of it; the one on disk does the same to its rows.
public struct StoreCopy: Hashable, Sendable {
  /// The lists, whole.
  public private(set) var lists: [TaskList] = []
  /// Tasks as the server had them.
  public private(set) var tasks: [TaskID: ServerTask] = [:]
  /// Details as the server had them.
  public private(set) var details: [TaskID: ServerDetails] = [:]
  /// Unsent changes by their sequence numbers.
  public private(set) var rows: [Int64: OutboxRow] = [:]
  private var people: [UserID: String] = [:]
  private var lastSequence: Int64 = 0
  private var locks: [TaskID: Set<TaskField.Kind>] = [:]
  private var renamings: [TaskRenaming] = []
  /// Until when the server asked to wait.
  public var hold: Timestamp?

  /// Nothing.
  public init() {}

  /// Does what a transaction says.
  public mutating func apply(_ commit: StoreCommit) {
    lists = commit.lists ?? lists
    for task in commit.removedTasks {
      tasks[task] = nil
      details[task] = nil
      locks[task] = nil
    }
    for task in commit.tasks { tasks[task.task.id] = task }
    for new in commit.details { details[new.details.task] = new }
    people.merge(commit.people) { $1 }
    for id in commit.removedRows { rows[id] = nil }
    for row in commit.rows {
      rows[row.id] = row
      lastSequence = max(lastSequence, row.id)
    }
    hold = commit.hold ?? hold
    for (task, kinds) in commit.locks { locks[task] = kinds.isEmpty ? nil : kinds }
    renamings = renamings.followed(by: commit.renamings)
  }

  /// Drops everything but the unsent changes, and by which ids their tasks went.
  public mutating func destroy() {
    var kept = StoreCopy()
    kept.rows = rows
    kept.lastSequence = lastSequence
    kept.hold = hold
    kept.renamings = renamings
    self = kept
  }

  /// What is read at the next start, in a fixed order.
  public var contents: StoreContents {
    StoreContents(
      lists: lists, tasks: tasks.values.map(\.task).sorted { $0.id.rawValue < $1.id.rawValue },
      details: details.values.map(\.details).sorted { $0.task.rawValue < $1.task.rawValue },
      people: people, outbox: rows.values.sorted { $0.id < $1.id }, lastSequence: lastSequence, hold: hold,
      locks: locks, renamings: renamings)
  }
}
