import StoreModel

/// The last known state of the server.
struct Replica: Sendable {
  /// The store's lists and those that hold tasks of mine, in order.
  var lists: [TaskList] = []
  private(set) var tasks: [TaskID: StoreTask] = [:]
  /// Which tasks each list holds.
  private(set) var members: [ListID: Set<TaskID>] = [:]
  private(set) var details: [TaskID: TaskDetails] = [:]
  var people: [UserID: String] = [:]

  func list(_ id: ListID) -> TaskList? { lists.first { $0.id == id } }

  mutating func put(_ task: StoreTask) {
    if let known = tasks[task.id], known.list != task.list { members[known.list]?.remove(task.id) }
    tasks[task.id] = task
    members[task.list, default: []].insert(task.id)
  }

  mutating func put(_ new: TaskDetails) { details[new.task] = new }

  mutating func remove(_ id: TaskID) {
    guard let task = tasks.removeValue(forKey: id) else { return }
    members[task.list]?.remove(id)
    details[id] = nil
  }

  /// Sets what a task says about its checklist from details that are newer than the task.
  mutating func count(_ new: TaskDetails) {
    guard var task = tasks[new.task] else { return }
    task.checklistCount = new.checklist.count
    task.openChecklistCount = new.checklist.count { !$0.isChecked }
    task.hasNote = !new.note.isEmpty
    task.linkCount = new.links.count
    tasks[new.task] = task
  }
}
