import StoreModel
import TaskSync

/// Planner in a few lines: a version for the task and another for its details, versions per field behind them, old
/// versions accepted where nothing clashes, fields that head office keeps to itself, a limit, and texts it shortens.
struct ModelPlanner: Sendable {
  struct Entry: Sendable {
    var state: ServerState
    var taskVersion: Int
    var detailsVersion: Int
    var versions: [TaskField: Int] = [:]
    var locked: Set<TaskField.Kind> = []
  }

  static let checklistLimit = 8
  /// Versions older than this many changes are not known any more (412), unless they are the newest.
  static let versionsKept = 60

  private(set) var lists: [TaskList]
  /// A plan outside the store's team.
  let foreign = TaskList(id: ListID(rawValue: "F0"), etag: ETag(rawValue: "f"), title: "Region")
  private(set) var entries: [TaskID: Entry] = [:]
  private var version = 0
  private var made = 0

  init(random: inout SimulationRandom) {
    lists = (0..<2).map {
      TaskList(id: ListID(rawValue: "L\($0)"), etag: ETag(rawValue: "l"), title: "List \($0)", teamID: "team")
    }
    for list in lists {
      for number in 0..<4 {
        let id = add("Task \(list.id.rawValue) \(number)", to: list.id)
        if random.chance(20) {
          entries[id]?.locked = [[.whole, .title], [.whole], [.status], [.note]][random.below(4)]
        }
      }
    }
    for number in 0..<2 {
      let id = add("Visit \(number)", to: foreign.id)
      entries[id]?.state.task.assignees = [UserID(rawValue: "worker\(number)")]
    }
  }

  /// Everything there is at the start, as a scene.
  func scene(hasProfile: Bool) -> Scene {
    let workers = (0..<3).map { number in
      Worker(
        id: PersonID(tenant: "tenant", object: "worker\(number)"), username: "worker\(number)@contoso.example",
        displayName: "Worker \(number)")
    }
    let buckets = (lists + [foreign]).map { list in (list.id, Self.buckets(of: list.id).map(\.id)) }
    return Scene(
      workers: workers, web: UserID(rawValue: "web"), lists: lists.map(\.id),
      buckets: Dictionary(uniqueKeysWithValues: buckets),
      profile: hasProfile
        ? StoreProfile(storeNumber: "1", chain: "C", storeName: "S", register: "1", teamID: "team") : nil,
      states: ids.compactMap { entries[$0]?.state })
  }

  private static func buckets(of list: ListID) -> [TaskList.Bucket] {
    ["x", "y"].map { TaskList.Bucket(id: list.rawValue + $0, name: "Bucket " + $0, orderHint: $0) }
  }

  /// Every task by id, in a fixed order.
  var ids: [TaskID] { entries.keys.sorted { $0.rawValue < $1.rawValue } }

  private mutating func add(_ title: String, to list: ListID) -> TaskID {
    made += 1
    version += 1
    let id = TaskID(rawValue: "P\(made)")
    let items = ["a", "b"].map {
      TaskDetails.ChecklistItem(id: "\($0)\(made)", title: "item \($0)", isChecked: false, orderHint: $0)
    }
    let details = TaskDetails(task: id, etag: ETag(rawValue: "D\(version)"), note: "first line", checklist: items)
    var task = StoreTask(id: id, etag: ETag(rawValue: "T\(version)"), list: list, title: title)
    task.count(details)
    entries[id] = Entry(
      state: ServerState(task: task, details: details), taskVersion: version, detailsVersion: version)
    return id
  }

  /// Carries out a call and says what came of it.
  mutating func answer(_ call: ServerCall) -> CallOutcome {
    var outcome = CallOutcome(reply: ServerReply(.failed(call.fate.failure ?? .offline)))
    if call.fate.arrives {
      let answer = answer(call.request, by: call.user, at: call.moment)
      outcome.reply.answer = call.fate.failure.map(ServerAnswer.failed) ?? answer
      if call.request.isWrite {
        outcome.isDone = answer.isDone
        outcome.task = answer.task ?? call.request.task
        outcome.state = outcome.task.flatMap { entries[$0]?.state }
      }
    }
    if call.fate != .noConnection, call.fate != .lostRequest, call.fate != .lostAnswer {
      outcome.reply.date = call.moment
    }
    return outcome
  }

  private mutating func answer(_ request: ServerRequest, by user: UserID, at moment: Timestamp) -> ServerAnswer {
    switch request {
    case .teams: return .teams([ServerTeam(id: "team", name: "Store")])
    case .lists: return .lists(lists)
    case .list(let id):
      return id == foreign.id ? .list(foreign) : lists.first { $0.id == id }.map(ServerAnswer.list) ?? .gone
    case .buckets(let id): return .buckets(Self.buckets(of: id))
    case .tasks(let list): return .tasks(tasks { $0.list == list })
    case .myTasks: return .tasks(tasks { $0.assignees.contains(user) })
    case .task(let id): return entries[id].map { .task(ServerTask($0.state.task)) } ?? .gone
    case .details(let id): return entries[id].map { .details(ServerDetails($0.state.details)) } ?? .gone
    case .detailsOf(let ids): return .detailsOf(ids.compactMap { entries[$0].map { ServerDetails($0.state.details) } })
    case .labels: return .labels(["category1": "Cold chain"])
    case .person(let user): return .person("Name of " + user.rawValue)
    case .write(let id, let write, let seen): return answer(id, write, seen: seen, by: user, at: moment)
    case .create(let new): return create(new, by: user, at: moment)
    case .delete(let id, let seen): return delete(id, seen: seen)
    }
  }

  private func tasks(where belongs: (StoreTask) -> Bool) -> [ServerTask] {
    ids.compactMap { entries[$0]?.state.task }.filter(belongs).map { ServerTask($0) }
  }

  private func isKnown(_ seen: Int, newest: Int) -> Bool { seen == newest || seen > version - Self.versionsKept }

  private mutating func delete(_ id: TaskID, seen: ETag) -> ServerAnswer {
    guard let entry = entries[id] else { return .gone }
    if entry.locked.contains(.whole) { return .forbidden(limit: nil) }
    guard let seen = seen.version(of: "T"), isKnown(seen, newest: entry.taskVersion) else { return .stale }
    if entry.taskVersion > seen { return .clashed }
    entries[id] = nil
    return .done
  }

  private mutating func answer(
    _ id: TaskID, _ write: TaskWrite, seen: ETag, by user: UserID, at moment: Timestamp
  ) -> ServerAnswer {
    guard var entry = entries[id] else { return .gone }
    if entry.locked.contains(write.field.kind) { return .forbidden(limit: nil) }
    let newest = write.isOnDetails ? entry.detailsVersion : entry.taskVersion
    guard let seen = seen.version(of: write.isOnDetails ? "D" : "T"), isKnown(seen, newest: newest) else {
      return .stale
    }
    if entry.versions.contains(where: { $0.value > seen && $0.key.clashes(with: write.field) }) { return .clashed }
    if let refusal = entry.state.details.refusal(of: write) { return refusal }
    version += 1
    let before = entry.state
    entry.state.task.apply(write, by: user, at: moment)
    entry.state.details.apply(write)
    entry.state.task.count(entry.state.details)
    if entry.state != before { entry.versions[write.field] = version }
    if entry.state.task != before.task { entry.taskVersion = version }
    if entry.state.details != before.details { entry.detailsVersion = version }
    entry.state.task.etag = ETag(rawValue: "T\(entry.taskVersion)")
    entry.state.details.etag = ETag(rawValue: "D\(entry.detailsVersion)")
    entries[id] = entry
    return write.isOnDetails ? .details(ServerDetails(entry.state.details)) : .task(ServerTask(entry.state.task))
  }

  private mutating func create(_ new: NewTask, by user: UserID, at moment: Timestamp) -> ServerAnswer {
    guard lists.contains(where: { $0.id == new.list }) || new.list == foreign.id else { return .forbidden(limit: nil) }
    made += 1
    version += 1
    let id = TaskID(rawValue: "P\(made)")
    let isDone = new.percentComplete >= 100
    let task = StoreTask(
      id: id, etag: ETag(rawValue: "T\(version)"), list: new.list, bucketID: new.bucketID, title: new.title,
      percentComplete: new.percentComplete, priority: new.priority, start: new.start, due: new.due, created: moment,
      completed: isDone ? moment : nil, completedBy: isDone ? user : nil, createdBy: user, assignees: new.assignees,
      categories: new.categories.sorted())
    let details = TaskDetails(task: id, etag: ETag(rawValue: "D\(version)"))
    entries[id] = Entry(
      state: ServerState(task: task, details: details), taskVersion: version, detailsVersion: version)
    return .task(ServerTask(task))
  }
}

extension ETag {
  /// The number in a version of the kind given; nil when it is of another kind, as that of a task is to its details.
  fileprivate func version(of kind: String) -> Int? {
    rawValue.hasPrefix(kind) ? Int(rawValue.dropFirst()) : nil
  }
}

extension ServerAnswer {
  /// Whether a write was done.
  var isDone: Bool {
    switch self {
    case .task, .details, .done: true
    default: false
    }
  }

  /// The one task it shows.
  var task: TaskID? {
    switch self {
    case .task(let server): server.task.id
    case .details(let server): server.details.task
    default: nil
    }
  }
}

extension ServerRequest {
  /// The version a write names; nil for anything else.
  var seen: ETag? {
    switch self {
    case .write(_, _, let seen), .delete(_, let seen): seen
    default: nil
    }
  }

  /// The one task a write is about, as far as it has an id.
  var task: TaskID? {
    switch self {
    case .write(let id, _, _), .delete(let id, _): id
    default: nil
    }
  }
}
