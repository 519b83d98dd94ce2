public import StoreModel

/// A task that several tables hold at once: the copy of the server and what the worker sees are one value in memory
/// until a change parts them, and a table's place is a pointer instead of three hundred bytes.
@usableFromInline
final class SharedTask: Hashable, Sendable {
  @usableFromInline let task: StoreTask

  @usableFromInline
  init(_ task: StoreTask) { self.task = task }

  @usableFromInline
  static func == (a: SharedTask, b: SharedTask) -> Bool { a === b || a.task == b.task }

  @usableFromInline
  func hash(into hasher: inout Hasher) { hasher.combine(task) }
}

/// Tasks by their ids, each shared with whoever it is shown to.
struct TaskTable: Sendable {
  private var tasks: [TaskID: SharedTask] = [:]

  var count: Int { tasks.count }
  var isEmpty: Bool { tasks.isEmpty }
  var keys: some Sequence<TaskID> { tasks.keys }
  var values: some Sequence<StoreTask> { tasks.values.lazy.map(\.task) }

  subscript(id: TaskID) -> StoreTask? { tasks[id]?.task }

  /// The task as others may hold it too.
  func shared(_ id: TaskID) -> SharedTask? { tasks[id] }

  mutating func put(_ task: StoreTask) { tasks[task.id] = SharedTask(task) }

  mutating func remove(_ id: TaskID) -> StoreTask? { tasks.removeValue(forKey: id)?.task }
}
