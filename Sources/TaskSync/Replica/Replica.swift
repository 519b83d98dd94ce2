import StoreModel

/// The last known state of the server.
struct Replica: Sendable {
  /// The store's lists and those that hold tasks of mine, in order.
  var lists: [TaskList] = []
  private(set) var tasks = TaskTable()
  /// Which tasks each list holds.
  private(set) var members: [ListID: Set<TaskID>] = [:]
  private(set) var details: [TaskID: TaskDetails] = [:]
  var people: [UserID: String] = [:]

  func list(_ id: ListID) -> TaskList? { lists.first { $0.id == id } }

  mutating func put(_ shared: SharedTask) {
    let task = shared.task
    guard let known = tasks.put(shared) else {
      members[task.list, default: []].insert(task.id)
      return
    }
    _ = tasks.put(shared.sharing(known))
    guard known.task.list != task.list else { return }
    members[known.task.list]?.remove(task.id)
    members[task.list, default: []].insert(task.id)
  }

  /// Makes room for so many tasks more.
  mutating func reserve(_ more: Int) { tasks.reserve(more) }

  mutating func put(_ new: TaskDetails) { details[new.task] = new }

  mutating func remove(_ id: TaskID) {
    guard let task = tasks.remove(id) else { return }
    members[task.list]?.remove(id)
    details[id] = nil
  }

  /// Sets what a task says about its details from details that are newer than the task.
  mutating func count(_ new: TaskDetails) {
    guard var task = tasks[new.task] else { return }
    task.count(new)
    _ = tasks.put(SharedTask(task))
  }
}
