public import StoreModel
import TaskSync
import Terminal

/// Who did what and when: to one task, or by the worker, day by day.
public struct HistoryPage: Equatable, Sendable {
  /// The task; nil for the worker's days.
  public var task: TaskID?
  /// The selected record, newest first.
  public var cursor = ListCursor()
}

/// `H`: the history of the open task; from the rows the worker's days.
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
  let records = state.history(page)
  if id == .open {
    guard records.indices.contains(page.cursor.row), state.shift?.tasks[records[page.cursor.row].task] != nil else {
      return []
    }
    return openTask(&state, records[page.cursor.row].task)
  }
  guard page.cursor.take(id, of: records.count, height: max(1, state.size.rows - 11)) else {
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
  /// The records of the page, newest first.
  func history(_ page: HistoryPage) -> [HistoryRecord] {
    guard let shift else { return [] }
    return shift.history.records.reversed().filter { record in
      page.task.map { record.task == $0 } ?? (record.who == .worker)
    }
  }
}
