public import StoreModel

/// One act of a worker on one task.
public enum TaskEdit: Hashable, Sendable {
  case setStatus(TaskStatus)
  /// Ticks or unticks one checklist item, by its key.
  case check(item: String, isChecked: Bool)
  /// Adds an item at the end of the checklist; `id` is a GUID made here (`ClientKeys`), so that sending it twice adds it once.
  case addItem(id: String, title: String, isChecked: Bool = false)
  case renameItem(id: String, title: String)
  case removeItem(id: String)
  /// Moves an item behind another one, or to the top with nil.
  case moveItem(id: String, after: String?)
  case setNote(String)
  /// 1 to 255 UTF-16 units, or the server refuses it.
  case setTitle(String)
  case setDue(Timestamp?)
  case setStart(Timestamp?)
  /// 0–10; Planner's pages write 1, 3, 5, 9.
  case setPriority(Int)
  /// Moves it to another bucket of its plan, or to none.
  case moveToBucket(String?)
  case assign(UserID)
  case unassign(UserID)
  /// Key `category1`…`category25`.
  case setCategory(String, applies: Bool)
  /// Makes a task under the id given with the edit, `TaskID.local(…)`, until the server names it.
  ///
  /// Given an id that is in use or was the server's (as when a deletion is taken back), sync makes a local id itself and
  /// tells with `SyncEvent.identified` which.
  case create(NewTask)
  case delete
}

extension TaskEdit {
  /// The checklist item it is about.
  public var checklistItem: String? {
    switch self {
    case .check(let id, _), .addItem(let id, _, _), .renameItem(let id, _), .removeItem(let id), .moveItem(let id, _):
      id
    default: nil
    }
  }

  /// Whether it writes to the task's details, which have a version of their own.
  public var isOnDetails: Bool {
    if case .setNote = self { true } else { checklistItem != nil }
  }

  /// The edit that takes this one back, made on the task (and details) as they were before it.
  ///
  /// Given to sync while this one is unsent, it removes it; later it goes to the server as an edit of its own. Nil when
  /// the details it would take are not known.
  public func opposite(before task: StoreTask, _ details: TaskDetails? = nil) -> TaskEdit? {
    let items = details?.checklist ?? []
    let index = items.firstIndex { $0.id == checklistItem }
    switch self {
    case .setStatus: return .setStatus(task.status)
    case .check(let id, let isChecked): return .check(item: id, isChecked: !isChecked)
    case .addItem(let id, _, _): return .removeItem(id: id)
    case .renameItem(let id, _): return index.map { .renameItem(id: id, title: items[$0].title) }
    case .removeItem(let id):
      return index.map { .addItem(id: id, title: items[$0].title, isChecked: items[$0].isChecked) }
    case .moveItem(let id, _): return index.map { .moveItem(id: id, after: $0 > 0 ? items[$0 - 1].id : nil) }
    case .setNote: return details.map { .setNote($0.note) }
    case .setTitle: return .setTitle(task.title)
    case .setDue: return .setDue(task.due)
    case .setStart: return .setStart(task.start)
    case .setPriority: return .setPriority(task.priority)
    case .moveToBucket: return .moveToBucket(task.bucketID)
    case .assign(let user): return .unassign(user)
    case .unassign(let user): return .assign(user)
    case .setCategory(let key, let applies): return .setCategory(key, applies: !applies)
    case .create: return .delete
    case .delete: return .create(NewTask(like: task, details: details))
    }
  }
}
