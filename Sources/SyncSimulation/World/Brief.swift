import StoreModel
import TaskSync

extension SyncInput {
  /// In one line.
  var brief: String {
    switch self {
    case .begin(let worker, _): "begin \(worker.username)"
    case .edit(let edit, let task, _): "edit \(task.rawValue) \(edit)"
    case .committed(let id, let fault): "committed \(id) \(fault.map { "\($0)" } ?? "ok")"
    case .answered(let id, let reply): "answered \(id) \(reply.answer.brief)"
    default: "\(self)"
    }
  }
}

extension ServerAnswer {
  var brief: String {
    switch self {
    case .tasks(let tasks): "tasks \(tasks.map { "\($0.task.id.rawValue)@\($0.task.etag.rawValue)" })"
    case .task(let server): "task \(server.task.brief)"
    case .details(let server): "details \(server.details.brief)"
    case .detailsOf(let all): "details \(all.map(\.details.brief))"
    default: "\(self)"
    }
  }
}

extension StoreTask {
  var brief: String {
    "\(id.rawValue)@\(etag.rawValue) \(percentComplete)% '\(title)' !\(priority) \(assignees.map(\.rawValue))"
  }
}

extension TaskDetails {
  var brief: String {
    "\(task.rawValue)@\(etag.rawValue) note \(note.debugDescription) \(checklist.map { "\($0.id):\($0.title):\($0.isChecked)" })"
  }
}

extension ServerRequest {
  var brief: String { "\(self)" }
}

extension CallOutcome {
  var brief: String {
    isDone ? "done \(state.map { "\($0.task.brief) \($0.details.brief)" } ?? "gone")" : reply.answer.brief
  }
}

extension PendingChange {
  fileprivate var brief: String {
    "\(id) \(task.rawValue) \(edit) \(state) \(trouble.map { "\($0)" } ?? "")"
  }
}

extension SyncEvent {
  var brief: String {
    switch self {
    case .tasks(let changed, let removed): "tasks \(changed.map(\.task.brief)) gone \(removed.map(\.rawValue))"
    case .details(let details): "details \(details.brief)"
    case .outbox(let changes): "outbox \(changes.map(\.brief))"
    case .outboxChanged(let changes, let removed): "outbox changed \(changes.map(\.brief)) gone \(removed)"
    case .standing(let standing): "standing \(standing.connection)"
    default: "\(self)"
    }
  }
}

extension StoreCommit {
  var brief: String {
    "rows \(rows.map { "\($0.id) \($0.task.rawValue) \($0.edit)" }) without \(removedRows), \(tasks.count) tasks, \(removedTasks.map(\.rawValue)) gone"
  }
}
