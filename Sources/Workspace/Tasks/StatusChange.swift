public import StoreModel
import Strings
import TaskSync
import Terminal

/// The menu of the three statuses.
public struct StatusMenu: Equatable, Sendable {
  /// The task it is about.
  public var task: TaskID
  /// The selected status.
  public var cursor = ListCursor()
}

func toggleComplete(_ state: inout AppState) -> [Effect] {
  guard let task = state.taskAtHand else { return [] }
  return setStatus(task.status == .complete ? .notStarted : .complete, of: task.id, &state)
}

func openStatusMenu(_ state: inout AppState) -> [Effect] {
  guard let task = state.taskAtHand else { return [] }
  var menu = StatusMenu(task: task.id)
  menu.cursor.select(TaskStatus.allCases.firstIndex(of: task.status) ?? 0, of: TaskStatus.allCases.count)
  state.overlay = .status(menu)
  return []
}

func statusCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .status(var menu) = state.overlay else { return [] }
  let all = TaskStatus.allCases
  switch id {
  case .moveUp: menu.cursor.move(by: -1, of: all.count)
  case .moveDown: menu.cursor.move(by: 1, of: all.count)
  case .statusNotStarted: return choose(.notStarted, menu, &state)
  case .statusInProgress: return choose(.inProgress, menu, &state)
  case .statusComplete: return choose(.complete, menu, &state)
  case .open: return choose(all[menu.cursor.row], menu, &state)
  default: return []
  }
  state.overlay = .status(menu)
  return []
}

private func choose(_ status: TaskStatus, _ menu: StatusMenu, _ state: inout AppState) -> [Effect] {
  state.overlay = nil
  return setStatus(status, of: menu.task, &state)
}

/// Asks sync for the change; it is shown once it is written down.
private func setStatus(_ status: TaskStatus, of id: TaskID, _ state: inout AppState) -> [Effect] {
  guard let task = state.shift?.tasks[id]?.task, task.status != status else { return [] }
  if case .disabled(let reason) = state.mayChange(task) {
    state.notice = Notice(state.look.words(reason), role: .warning)
    return []
  }
  let edit = TaskEdit.setStatus(status)
  state.shift?.undo.add(.init(task: id, edit: edit, opposite: .setStatus(task.status)))
  return [.sync(.edit(edit, id))]
}

func takeBack(_ state: inout AppState) -> [Effect] {
  guard let step = state.shift?.undo.undo() else {
    state.notice = Notice(state.look.words(.noticeNothingToUndo))
    return []
  }
  state.notice = Notice(state.look.words(.noticeUndone, ["title": state.shift?.tasks[step.task]?.task.title ?? ""]))
  return [.sync(.edit(step.opposite, step.task))]
}

func takeForward(_ state: inout AppState) -> [Effect] {
  guard let step = state.shift?.undo.redo() else {
    state.notice = Notice(state.look.words(.noticeNothingToRedo))
    return []
  }
  state.notice = Notice(state.look.words(.noticeRedone, ["title": state.shift?.tasks[step.task]?.task.title ?? ""]))
  return [.sync(.edit(step.edit, step.task))]
}
