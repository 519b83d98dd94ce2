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
