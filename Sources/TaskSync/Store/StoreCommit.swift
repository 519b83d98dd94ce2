public import StoreModel

/// One transaction: what to put and what to remove, all or nothing.
public struct StoreCommit: Hashable, Sendable {
  /// The lists, whole, when they changed.
  public var lists: [TaskList]?
  /// Tasks to put.
  public var tasks: [ServerTask]
  /// Tasks to remove, with their details.
  public var removedTasks: [TaskID]
  /// Details to put.
  public var details: [ServerDetails]
  /// Names to put.
  public var people: [UserID: String]
  /// Outbox rows to put, new or changed.
  public var rows: [OutboxRow]
  /// Outbox rows to remove.
  public var removedRows: [Int64]
  /// Until when the server asked to wait; nil leaves what is there.
  public var hold: Timestamp?
  /// What head office was found to keep to itself, per task, whole; empty when nothing is kept any more.
  public var locks: [TaskID: Set<TaskField.Kind>]
  /// Tasks that have another id from now on, in order.
  public var renamings: [TaskRenaming]

  /// A transaction; does nothing unless said.
  public init(
    lists: [TaskList]? = nil, tasks: [ServerTask] = [], removedTasks: [TaskID] = [], details: [ServerDetails] = [],
    people: [UserID: String] = [:], rows: [OutboxRow] = [], removedRows: [Int64] = [], hold: Timestamp? = nil,
    locks: [TaskID: Set<TaskField.Kind>] = [:], renamings: [TaskRenaming] = []
  ) {
    self.lists = lists
    self.tasks = tasks
    self.removedTasks = removedTasks
    self.details = details
    self.people = people
    self.rows = rows
    self.removedRows = removedRows
    self.hold = hold
    self.locks = locks
    self.renamings = renamings
  }

  /// Whether it does nothing.
  public var isEmpty: Bool {
    lists == nil && tasks.isEmpty && removedTasks.isEmpty && details.isEmpty && people.isEmpty && rows.isEmpty
      && removedRows.isEmpty && hold == nil && locks.isEmpty && renamings.isEmpty
  }

  /// Puts one more task, later than everything else here.
  public mutating func put(_ task: ServerTask) {
    if !removedTasks.isEmpty { removedTasks.removeAll { $0 == task.task.id } }
    tasks.append(task)
  }

  /// Adds what a later transaction does, so that both go as one.
  public mutating func append(_ later: StoreCommit) {
    lists = later.lists ?? lists
    let removed = Set(later.removedTasks)
    if !removed.isEmpty {
      tasks.removeAll { removed.contains($0.task.id) }
      details.removeAll { removed.contains($0.details.task) }
    }
    if !removedTasks.isEmpty {
      let put = Set(later.tasks.map(\.task.id))
      removedTasks.removeAll { put.contains($0) }
    }
    tasks.append(contentsOf: later.tasks)
    removedTasks.append(contentsOf: later.removedTasks)
    details.append(contentsOf: later.details)
    people.merge(later.people) { $1 }
    if !rows.isEmpty, !later.removedRows.isEmpty {
      let dropped = Set(later.removedRows)
      rows.removeAll { dropped.contains($0.id) }
    }
    rows.append(contentsOf: later.rows)
    removedRows.append(contentsOf: later.removedRows)
    hold = later.hold ?? hold
    locks.merge(later.locks) { $1 }
    renamings.append(contentsOf: later.renamings)
  }
}

/// A task that has another id from some moment on: the server's instead of a local one, or a local one because it is made
/// again.
public struct TaskRenaming: Hashable, Sendable {
  /// The id it had.
  public var old: TaskID
  /// The id it has since.
  public var new: TaskID

  /// A renaming.
  public init(_ old: TaskID, to new: TaskID) {
    self.old = old
    self.new = new
  }

  /// Renamings of a worker that are kept at most, the last ones: what was half written of a task finds it by them, and
  /// goes by its new id from the next sign-in on.
  public static let keptAtMost = 128
}

extension [TaskRenaming] {
  /// What is kept of these once there are later ones.
  public func followed(by later: [TaskRenaming]) -> [TaskRenaming] {
    later.isEmpty ? self : Array((self + later).suffix(TaskRenaming.keptAtMost))
  }
}
