import StoreModel
import TaskSync

/// Tab: from the rows to the task beside them, then to the lists where they stand at the left, then back.
func nextPane(_ state: inout AppState) -> [Effect] {
  let layout = TaskLayout(state.size)
  if case .task = state.page {
    state.page = .tasks
    if layout.lists != nil { enterListsPane(&state) }
    return []
  }
  if state.shift?.board.pane != nil {
    state.shift?.board.pane = nil
    return []
  }
  if let task = state.shift?.selected?.id, state.shift?.board.showsLists == false {
    return openTask(&state, task, isPane: true)
  }
  if layout.lists != nil { enterListsPane(&state) }
  return []
}

private func enterListsPane(_ state: inout AppState) {
  guard let shift = state.shift, !shift.lists.isEmpty else { return }
  var cursor = ListCursor()
  cursor.select(shift.lists.firstIndex { $0.id == shift.board.openList } ?? 0, of: shift.lists.count)
  state.shift?.board.pane = cursor
}

func listsPaneCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard let lists = state.shift?.lists, var cursor = state.shift?.board.pane else { return [] }
  switch id {
  case .nextPane:
    return nextPane(&state)
  case .open:
    guard lists.indices.contains(cursor.row) else { return [] }
    state.shift?.board.pane = nil
    return openList(lists[cursor.row].id, &state)
  default:
    guard cursor.take(id, of: lists.count, height: TaskLayout(state.size).listRows - 1) else {
      return workCommand(id, &state)
    }
    state.shift?.board.pane = cursor
    return []
  }
}
