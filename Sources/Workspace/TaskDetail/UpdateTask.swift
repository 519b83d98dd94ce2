import StoreModel
import Strings
import TaskSync
import Terminal

func openTask(_ state: inout AppState, _ id: TaskID) -> [Effect] {
  state.shift?.news.see(id)
  state.page = .task(TaskPage(task: id))
  return [.sync(.loadDetails(id))]
}

func taskCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .task(var page) = state.page else { return [] }
  let details = state.shift?.details[page.task]
  let count = 1 + (details?.checklist.count ?? 0)
  let noteRows = DetailParts(state.size).noteRows
  let noteLines = SafeText.wrap(details?.note ?? "", columns: DetailParts(state.size).width).count
  let lastTop = max(0, noteLines - noteRows)
  switch id {
  case .moveUp: page.cursor.move(by: -1, of: count)
  case .moveDown: page.cursor.move(by: 1, of: count)
  case .moveFirst: page.cursor.select(0, of: count)
  case .moveLast: page.cursor.select(count - 1, of: count)
  case .pageUp: page.noteTop = max(0, page.noteTop - noteRows)
  case .pageDown: page.noteTop = min(lastTop, page.noteTop + noteRows)
  case .taskComplete where page.cursor.row > 0: return tick(page, details, &state)
  case .nextPane: return nextPane(&state)
  default: return workCommand(id, &state)
  }
  state.page = .task(page)
  return []
}

/// Ticks or unticks the selected item.
private func tick(_ page: TaskPage, _ details: TaskDetails?, _ state: inout AppState) -> [Effect] {
  guard let items = details?.checklist, items.indices.contains(page.cursor.row - 1) else { return [] }
  let item = items[page.cursor.row - 1]
  let edit = TaskEdit.check(item: item.id, isChecked: !item.isChecked)
  return change([page.task], may: { $0.mayChange($1) }, &state) { _ in edit }
}
