import StoreModel

@testable import SyncSimulation
@testable import TaskSync

/// Planner in a few lines: one team, versions per field behind one etag, old etags accepted when nothing clashes.
struct ModelPlanner {
  struct Entry {
    var task: StoreTask
    var details: TaskDetails
    var version = 1
    var versions: [TaskField: Int] = [:]
  }

  var lists: [TaskList]
  var entries: [TaskID: Entry] = [:]
  var hidden: Set<ListID> = []
  /// Kinds of fields that head office keeps to itself.
  var locked: Set<TaskField.Kind> = []
  /// What creations are refused with.
  var creationAnswer: ServerAnswer?
  /// Every status each task has had.
  var history: [TaskID: Set<Int>] = [:]
  var requests: [ServerRequest] = []
  var clock = Timestamp(seconds: 1_800_000_000)
  private var made = 0

  init(lists: Int = 1, tasksPerList: Int = 3) {
    self.lists = (0..<lists).map {
      TaskList(id: ListID(rawValue: "L\($0)"), etag: ETag(rawValue: "l"), title: "List \($0)", teamID: "team")
    }
    for list in self.lists {
      for number in 0..<tasksPerList { add("\(list.id.rawValue)T\(number)", to: list.id) }
    }
  }

  mutating func add(_ name: String, to list: ListID) {
    let id = TaskID(rawValue: name)
    let items = ["a", "b"].map {
      TaskDetails.ChecklistItem(id: $0, title: "item \($0)", isChecked: false, orderHint: $0)
    }
    entries[id] = Entry(
      task: StoreTask(
        id: id, etag: ETag(rawValue: "1"), list: list, title: "Task " + name, checklistCount: 2, openChecklistCount: 2),
      details: TaskDetails(task: id, etag: ETag(rawValue: "1"), checklist: items))
    history[id] = [0]
  }

  /// A change on another device.
  mutating func write(_ id: TaskID, _ write: TaskWrite, by user: UserID? = nil) {
    guard var entry = entries[id] else { return }
    let before = entry
    entry.task.apply(write, by: user, at: clock)
    entry.details.apply(write)
    entry.task.count(entry.details)
    entry.version += 1
    if entry.task != before.task || entry.details != before.details { entry.versions[write.field] = entry.version }
    entry.task.etag = ETag(rawValue: String(entry.version))
    entry.details.etag = entry.task.etag
    entries[id] = entry
    history[id, default: []].insert(entry.task.percentComplete)
  }

  mutating func set(_ task: TaskID, percent: Int) { write(task, .percentComplete(percent)) }

  mutating func check(_ task: TaskID, _ item: String, _ isChecked: Bool) {
    write(task, .ticked(item: item, isChecked))
  }

  mutating func answer(_ request: ServerRequest) -> ServerAnswer {
    requests.append(request)
    switch request {
    case .teams: return .teams([ServerTeam(id: "team", name: "Store")])
    case .lists: return .lists(lists)
    case .list(let id): return lists.first { $0.id == id }.map(ServerAnswer.list) ?? .gone
    case .labels: return .labels(["category1": "Cold chain"])
    case .buckets: return .buckets([TaskList.Bucket(id: "bucket", name: "Opening")])
    case .tasks(let list):
      if hidden.contains(list) { return .forbidden(limit: nil) }
      let tasks = entries.values.filter { $0.task.list == list }.sorted { $0.task.id.rawValue < $1.task.id.rawValue }
      return .tasks(tasks.map { ServerTask($0.task) })
    case .myTasks: return .tasks([])
    case .task(let id): return entries[id].map { .task(ServerTask($0.task)) } ?? .gone
    case .details(let id): return entries[id].map { .details(ServerDetails($0.details)) } ?? .gone
    case .detailsOf(let ids): return .detailsOf(ids.compactMap { entries[$0].map { ServerDetails($0.details) } })
    case .person: return .person(nil)
    case .write(let id, let write, let seen): return answer(id, write, seen: seen)
    case .create(let new): return create(new, by: SyncStand.user)
    case .delete(let id, let seen):
      guard let entry = entries[id] else { return .gone }
      if locked.contains(.whole) { return .forbidden(limit: nil) }
      guard let seen = Int(seen.rawValue) else { return .stale }
      if entry.version > seen { return .clashed }
      entries[id] = nil
      return .done
    }
  }

  private mutating func answer(_ id: TaskID, _ write: TaskWrite, seen: ETag) -> ServerAnswer {
    guard let entry = entries[id] else { return .gone }
    if locked.contains(write.field.kind) { return .forbidden(limit: nil) }
    guard let seen = Int(seen.rawValue), seen <= entry.version else { return .stale }
    if entry.versions.contains(where: { $0.value > seen && $0.key.overlaps(write.field) }) { return .clashed }
    self.write(id, write)
    guard let entry = entries[id] else { return .gone }
    return write.isOnDetails ? .details(ServerDetails(entry.details)) : .task(ServerTask(entry.task))
  }

  /// A task made by somebody.
  mutating func create(_ new: NewTask, by user: UserID) -> ServerAnswer {
    if let creationAnswer { return creationAnswer }
    guard lists.contains(where: { $0.id == new.list }) else { return .gone }
    made += 1
    let id = TaskID(rawValue: "made\(made)")
    let task = StoreTask(
      id: id, etag: ETag(rawValue: "1"), list: new.list, bucketID: new.bucketID, title: new.title,
      percentComplete: new.percentComplete, priority: new.priority, start: new.start, due: new.due, created: clock,
      createdBy: user, assignees: new.assignees, categories: new.categories)
    entries[id] = Entry(task: task, details: TaskDetails(task: id, etag: ETag(rawValue: "1")))
    history[id] = [new.percentComplete]
    return .task(ServerTask(task))
  }
}
