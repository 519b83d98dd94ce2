import StoreModel
import TaskSync

/// Planner in a few lines: one team, versions per field behind one etag, old etags accepted when nothing clashes.
struct ModelPlanner {
  struct Entry {
    var task: StoreTask
    var details: TaskDetails
    var version = 1
    var percentVersion = 1
    var itemVersions: [String: Int] = [:]
  }

  var lists: [TaskList]
  var entries: [TaskID: Entry] = [:]
  var hidden: Set<ListID> = []
  /// Every status each task has had.
  var history: [TaskID: Set<Int>] = [:]
  var requests: [ServerRequest] = []

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
    let items = ["a", "b"].map { TaskDetails.ChecklistItem(id: $0, title: "item \($0)", isChecked: false) }
    entries[id] = Entry(
      task: StoreTask(
        id: id, etag: ETag(rawValue: "1"), list: list, title: "Task " + name, checklistCount: 2, openChecklistCount: 2),
      details: TaskDetails(task: id, etag: ETag(rawValue: "1"), checklist: items))
    history[id] = [0]
  }

  /// A change on another device.
  mutating func set(_ task: TaskID, percent: Int) {
    guard var entry = entries[task] else { return }
    entry.version += 1
    if entry.task.percentComplete != percent { entry.percentVersion = entry.version }
    entry.task.percentComplete = percent
    entry.task.completed = percent == 100 ? Timestamp(seconds: Int64(entry.version)) : nil
    entry.task.etag = ETag(rawValue: String(entry.version))
    entries[task] = entry
    history[task]?.insert(percent)
  }

  mutating func check(_ task: TaskID, _ item: String, _ isChecked: Bool) {
    guard var entry = entries[task], let index = entry.details.checklist.firstIndex(where: { $0.id == item }) else {
      return
    }
    entry.version += 1
    if entry.details.checklist[index].isChecked != isChecked { entry.itemVersions[item] = entry.version }
    entry.details.checklist[index].isChecked = isChecked
    entry.details.etag = ETag(rawValue: String(entry.version))
    entry.task.etag = entry.details.etag
    entry.task.openChecklistCount = entry.details.checklist.count { !$0.isChecked }
    entries[task] = entry
  }

  mutating func answer(_ request: ServerRequest) -> ServerAnswer {
    requests.append(request)
    switch request {
    case .teams: return .teams([ServerTeam(id: "team", name: "Store")])
    case .lists: return .lists(lists)
    case .list(let id): return lists.first { $0.id == id }.map(ServerAnswer.list) ?? .gone
    case .buckets: return .buckets([TaskList.Bucket(id: "bucket", name: "Opening")])
    case .tasks(let list):
      if hidden.contains(list) { return .forbidden(limit: nil) }
      let tasks = entries.values.filter { $0.task.list == list }.sorted { $0.task.id.rawValue < $1.task.id.rawValue }
      return .tasks(tasks.map { ServerTask($0.task) })
    case .myTasks: return .tasks([])
    case .task(let id): return entries[id].map { .task(ServerTask($0.task)) } ?? .gone
    case .details(let id): return entries[id].map { .details(ServerDetails($0.details)) } ?? .gone
    case .person: return .person(nil)
    case .setPercentComplete(let id, let percent, let seen):
      guard let entry = entries[id] else { return .gone }
      guard let seen = Int(seen.rawValue), seen <= entry.version else { return .stale }
      if entry.percentVersion > seen { return .clashed }
      set(id, percent: percent)
      return entries[id].map { .task(ServerTask($0.task)) } ?? .gone
    case .setChecked(let id, let item, let isChecked, let seen):
      guard let entry = entries[id] else { return .gone }
      guard let seen = Int(seen.rawValue), seen <= entry.version else { return .stale }
      if entry.itemVersions[item] ?? 0 > seen { return .clashed }
      check(id, item, isChecked)
      return entries[id].map { .details(ServerDetails($0.details)) } ?? .gone
    }
  }
}
