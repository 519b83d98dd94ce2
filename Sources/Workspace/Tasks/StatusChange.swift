public import StoreModel
import Strings
import TaskSync
import Terminal

/// The menu of the three statuses.
public struct StatusMenu: Equatable, Sendable {
  /// The tasks it is about.
  public var tasks: [TaskID]
  /// What the worker saw of them when they opened it.
  var seen: [TaskID: EditBase.Value] = [:]
  /// The selected status.
  public var cursor = ListCursor()
}

/// Completes what is not complete; when everything is, gives each the status it had before the worker completed it.
func toggleComplete(_ state: inout AppState) -> [Effect] {
  let tasks = state.tasksAtHand
  guard tasks.allSatisfy({ $0.status == .complete }) else { return setStatus(.complete, of: tasks.map(\.id), &state) }
  let undo = state.shift?.undo
  return change(tasks.map(\.id), .status, &state) {
    [.setStatus(undo?.statusBeforeCompletion(of: $0.id) ?? .notStarted)]
  }
}

func openStatusMenu(_ state: inout AppState) -> [Effect] {
  let tasks = state.tasksAtHand
  guard let first = tasks.first else { return [] }
  let ids = tasks.map(\.id)
  var menu = StatusMenu(tasks: ids, seen: state.values(ids) { .percentComplete($0.percentComplete) })
  menu.cursor.select(TaskStatus.allCases.firstIndex(of: first.status) ?? 0, of: TaskStatus.allCases.count)
  state.overlay = .status(menu)
  return []
}

func statusCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .status(var menu) = state.overlay else { return [] }
  let all = TaskStatus.allCases
  switch id {
  case .statusNotStarted: return choose(.notStarted, menu, &state)
  case .statusInProgress: return choose(.inProgress, menu, &state)
  case .statusComplete: return choose(.complete, menu, &state)
  case .open: return choose(all[menu.cursor.row], menu, &state)
  default: guard menu.cursor.take(id, of: all.count, height: all.count) else { return [] }
  }
  state.overlay = .status(menu)
  return []
}

private func choose(_ status: TaskStatus, _ menu: StatusMenu, _ state: inout AppState) -> [Effect] {
  state.overlay = nil
  return setStatus(status, of: menu.tasks, seen: menu.seen, &state)
}

private func setStatus(
  _ status: TaskStatus, of ids: [TaskID], seen: [TaskID: EditBase.Value] = [:], _ state: inout AppState
) -> [Effect] {
  change(ids, .status, seen: seen, &state) { task in
    let wanted = TaskEdit.setStatus(status)
    return task.status == status || seen[task.id].map(wanted.isDone) ?? false ? [] : [wanted]
  }
}
