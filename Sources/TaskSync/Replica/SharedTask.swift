public import StoreModel

/// A task that several tables hold at once: what the server sent, the copy of it and what the worker sees are one value in
/// memory until a change parts them, and a table's place is a pointer instead of three hundred bytes.
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
  /// Each as others may hold it too, which copies nothing of it.
  var all: some Sequence<SharedTask> { tasks.values }

  subscript(id: TaskID) -> StoreTask? { tasks[id]?.task }

  /// The task as others may hold it too.
  func shared(_ id: TaskID) -> SharedTask? { tasks[id] }

  /// Puts a task; answers the one that was there.
  mutating func put(_ task: SharedTask) -> SharedTask? { tasks.updateValue(task, forKey: task.task.id) }

  /// Makes room for so many more.
  mutating func reserve(_ more: Int) { tasks.reserveCapacity(tasks.count + more) }

  mutating func remove(_ id: TaskID) -> StoreTask? { tasks.removeValue(forKey: id)?.task }
}

extension SharedTask {
  /// The same task, with the texts that are as they were in the memory in which they lay before.
  func sharing(_ before: SharedTask) -> SharedTask {
    let old = before.task
    var new = task
    if new.list == old.list { new.list = old.list }
    if new.bucketID == old.bucketID { new.bucketID = old.bucketID }
    if new.createdBy == old.createdBy { new.createdBy = old.createdBy }
    if new.completedBy == old.completedBy { new.completedBy = old.completedBy }
    if new.assignees == old.assignees { new.assignees = old.assignees }
    return SharedTask(new)
  }
}
