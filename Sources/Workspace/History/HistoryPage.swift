public import StoreModel
import TaskSync
import Terminal

/// Who did what and when: to one task, or by the worker since they signed in.
public struct HistoryPage: Equatable, Sendable {
  /// The task; nil for the worker's day.
  public var task: TaskID?
  /// The selected line.
  public var cursor = ListCursor()
}

/// `H`: the history of the open task; from the rows the worker's day.
func openHistory(_ state: inout AppState) -> [Effect] {
  switch state.page {
  case .history: state.page = .tasks
  case .task(let page): state.page = .history(HistoryPage(task: page.task))
  default: state.page = .history(HistoryPage())
  }
  return []
}

func historyCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .history(var page) = state.page else { return [] }
  let entries = state.history(page)
  if id == .open {
    guard entries.indices.contains(page.cursor.row), state.shift?.tasks[entries[page.cursor.row].task] != nil else {
      return []
    }
    return openTask(&state, entries[page.cursor.row].task)
  }
  guard page.cursor.take(id, of: entries.count, height: max(1, state.size.rows - 8)) else {
    return workCommand(id, &state)
  }
  state.page = .history(page)
  return []
}

/// Esc: to the task it was about, else to the rows.
func leaveHistory(_ state: inout AppState, _ page: HistoryPage) -> [Effect] {
  if let task = page.task, state.shift?.tasks[task] != nil { return openTask(&state, task) }
  state.page = .tasks
  return []
}

extension AppState {
  /// The lines of the page, newest first.
  func history(_ page: HistoryPage) -> [HistoryEntry] {
    guard let shift else { return [] }
    return shift.history.entries.reversed().filter { entry in
      if let task = page.task { return entry.task == task }
      if case .done = entry.event { return true }
      return false
    }
  }
}
