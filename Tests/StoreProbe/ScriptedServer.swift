import StoreModel
import Synchronization
import TaskSync

/// One list of tasks; takes every write until it goes offline.
final class ScriptedServer: TaskServer {
  static let list = ListID(rawValue: "L")

  private struct State {
    var tasks: [TaskID: StoreTask] = [:]
    var details: [TaskID: TaskDetails] = [:]
    var version = 1
    var isOffline = false
  }

  private let state: Mutex<State>

  init() {
    var state = State()
    for number in 1...40 {
      let id = TaskID(rawValue: "T\(number)")
      let items = ["a", "b"].map {
        TaskDetails.ChecklistItem(id: $0, title: $0, isChecked: false, orderHint: $0)
      }
      state.tasks[id] = StoreTask(
        id: id, etag: ETag(rawValue: "1"), list: Self.list, title: "Task \(number)",
        checklistCount: 2,
        openChecklistCount: 2)
      state.details[id] = TaskDetails(
        task: id, etag: ETag(rawValue: "1"), note: "note \(number)", checklist: items)
    }
    self.state = Mutex(state)
  }

  func goOffline() { state.withLock { $0.isOffline = true } }

  func renewToken() async -> TokenRenewal { .renewed }

  func answer(_ request: ServerRequest) async -> ServerReply {
    ServerReply(state.withLock { Self.answer(request, &$0) })
  }

  private static func answer(_ request: ServerRequest, _ state: inout State) -> ServerAnswer {
    if state.isOffline { return .failed(.offline) }
    switch request {
    case .teams: return .teams([ServerTeam(id: "team", name: "Store")])
    case .lists:
      return .lists([TaskList(id: list, etag: ETag(rawValue: "1"), title: "List", teamID: "team")])
    case .tasks: return .tasks(state.tasks.values.map { ServerTask($0) })
    case .myTasks: return .tasks([])
    case .buckets: return .buckets([])
    case .labels: return .labels([:])
    case .task(let id): return state.tasks[id].map { .task(ServerTask($0)) } ?? .gone
    case .details(let id): return state.details[id].map { .details(ServerDetails($0)) } ?? .gone
    case .detailsOf(let ids):
      return .detailsOf(ids.compactMap { state.details[$0].map { ServerDetails($0) } })
    case .write(let id, let write, _): return apply(write, to: id, &state)
    case .list, .person, .create, .delete: return .gone
    }
  }

  private static func apply(_ write: TaskWrite, to id: TaskID, _ state: inout State) -> ServerAnswer {
    guard var task = state.tasks[id], var details = state.details[id] else { return .gone }
    state.version += 1
    let etag = ETag(rawValue: String(state.version))
    let edit: TaskEdit
    switch write {
    case .percentComplete(let percent):
      task.percentComplete = percent
      edit = .setStatus(TaskStatus(percentComplete: percent))
    case .title(let title):
      task.title = title
      edit = .setTitle(title)
    case .note(let note):
      details.note = note
      edit = .setNote(note)
    case .ticked(let item, let isChecked):
      for index in details.checklist.indices where details.checklist[index].id == item {
        details.checklist[index].isChecked = isChecked
      }
      edit = .check(item: item, isChecked: isChecked)
    case .newItem(let id, let title, let isChecked, let hint):
      details.checklist.append(.init(id: id, title: title, isChecked: isChecked, orderHint: hint))
      edit = .addItem(id: id, title: title, isChecked: isChecked)
    case .noItem(let item):
      details.checklist.removeAll { $0.id == item }
      edit = .removeItem(id: item)
    default: return .malformed
    }
    Probe.say("applied \(id.rawValue) \(edit)")
    if write.isOnDetails { details.etag = etag } else { task.etag = etag }
    state.tasks[id] = task
    state.details[id] = details
    return write.isOnDetails ? .details(ServerDetails(details)) : .task(ServerTask(task))
  }
}
