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
  private var texts = SharedTexts()

  func list(_ id: ListID) -> TaskList? { lists.first { $0.id == id } }

  mutating func put(_ task: StoreTask) {
    var task = task
    texts.share(&task)
    if let known = tasks[task.id], known.list != task.list { members[known.list]?.remove(task.id) }
    tasks.put(task)
    members[task.list, default: []].insert(task.id)
  }

  mutating func put(_ new: TaskDetails) { details[new.task] = new }

  mutating func remove(_ id: TaskID) {
    guard let task = tasks.remove(id) else { return }
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
    tasks.put(task)
  }
}
