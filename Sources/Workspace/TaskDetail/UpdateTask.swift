import StoreModel
import Strings
import TaskSync
import Terminal

func openTask(_ state: inout AppState, _ id: TaskID, isPane: Bool = false) -> [Effect] {
  state.shift?.news.see(id)
  state.page = .task(TaskPage(task: id, isPane: isPane))
  return [.sync(.loadDetails(id))]
}

func taskCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .task(var page) = state.page, let seen = state.shift?.tasks[page.task] else { return [] }
  let details = state.shift?.details[page.task]
  let count = 1 + (details?.checklist.count ?? 0) + (details?.links.count ?? 0)
  let height = DetailParts(state.size, isPane: page.isPane).rows.count
  switch id {
  case .pageUp: page.top -= height - 2
  case .pageDown: page.top += height - 2
  case .nextPane: return nextPane(&state)
  case .open where state.itemAtHand != nil: return itemCommand(.taskComplete, page, details, &state) ?? []
  case .open: return openLink(page, details, &state)
  default:
    if page.cursor.take(id, of: count, height: count) {
      page.showSelected(seen, state)
    } else {
      return itemCommand(id, page, details, &state) ?? workCommand(id, &state)
    }
  }
  page.keepInside(seen, state)
  state.page = .task(page)
  return []
}

/// Enter on a link: its whole address, to be opened elsewhere; an operation is named for the POS.
private func openLink(_ page: TaskPage, _ details: TaskDetails?, _ state: inout AppState) -> [Effect] {
  let first = 1 + (details?.checklist.count ?? 0)
  guard let links = details?.links, links.indices.contains(page.cursor.row - first) else { return [] }
  let reading = LinkReading(links[page.cursor.row - first])
  let words = state.look.words
  state.notice = Notice(
    reading.operation.map { words(.linkAtPos, ["operation": state.look.operation($0)]) }
      ?? words(.linkElsewhere, ["address": reading.address]))
  return []
}

/// Another size of the screen: the selected item stays in view.
func scrollTask(_ state: inout AppState) {
  guard case .task(var page) = state.page, let seen = state.shift?.tasks[page.task] else { return }
  page.showSelected(seen, state)
  page.keepInside(seen, state)
  state.page = .task(page)
}

/// The checklist became another one: the worker stays at the item they are at, or where it was, and never beyond the end.
func followItem(from old: TaskDetails?, to new: TaskDetails, _ state: inout AppState) {
  guard case .task(var page) = state.page, page.task == new.task, let seen = state.shift?.tasks[page.task] else {
    return
  }
  let row = page.cursor.row
  page.cursor.select(new.row(of: old, row) ?? row, of: 1 + new.checklist.count + new.links.count)
  if page.cursor.row != row { page.showSelected(seen, state) }
  page.keepInside(seen, state)
  state.page = .task(page)
}

extension TaskDetails {
  /// Where an item or link stands now that stood in a row; nil for the task itself and for what is gone.
  fileprivate func row(of old: TaskDetails?, _ row: Int) -> Int? {
    guard let old else { return nil }
    if old.checklist.indices.contains(row - 1) {
      return checklist.firstIndex { $0.id == old.checklist[row - 1].id }.map { $0 + 1 }
    }
    let link = row - 1 - old.checklist.count
    guard old.links.indices.contains(link) else { return nil }
    return links.firstIndex { $0.address == old.links[link].address }.map { $0 + 1 + checklist.count }
  }
}

extension TaskPage {
  /// Scrolls as far as needed to have the selected item in view.
  fileprivate mutating func showSelected(_ seen: VisibleTask, _ state: AppState) {
    guard let shift = state.shift else { return }
    let parts = DetailParts(state.size, isPane: isPane)
    let lines = DetailLines(seen, shift, state, width: parts.width).lines
    guard let first = lines.firstIndex(where: { $0.item == cursor.row }),
      let last = lines.lastIndex(where: { $0.item == cursor.row })
    else { return }
    if cursor.row == 0 { top = 0 }
    top = min(max(top, last - parts.rows.count + 1), first)
  }

  fileprivate mutating func keepInside(_ seen: VisibleTask, _ state: AppState) {
    guard let shift = state.shift else { return }
    let parts = DetailParts(state.size, isPane: isPane)
    let count = DetailLines(seen, shift, state, width: parts.width).lines.count
    top = max(0, min(top, count - parts.rows.count))
  }
}
