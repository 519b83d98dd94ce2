import StoreModel
import Strings
import Terminal
import TaskSync

extension Painter {
  /// Room for a menu from a row down to the footer, below a rule, which takes the place of the pane's right above it.
  mutating func clearForMenu(_ top: Int, _ state: AppState) {
    let layout = TaskLayout(size)
    let paneRule = layout.detailRows.lowerBound - 1
    var first = top
    if case .tasks = state.page, layout.isStacked, paneRule == top - 1 { first = paneRule }
    for row in first..<size.rows - 1 { frame.fill(row: row, with: .blank, style: .normal) }
    rule(row: top)
    menuTop = top
  }

  /// Three choices above the footer, over the page.
  mutating func statusMenu(_ menu: StatusMenu, _ state: AppState) {
    let top = size.rows - 7
    clearForMenu(top, state)
    let first = menu.tasks.first.flatMap { state.shift?.tasks[$0]?.task.title } ?? ""
    let title = menu.tasks.count > 1 ? words.counted(.markedCount, menu.tasks.count) : first
    text(words(.statusQuestion, ["title": title]), row: top + 1, column: 1, .heading)
    frame.cursor = nil
    for (index, status) in TaskStatus.allCases.enumerated() {
      let row = top + 2 + index
      text(String(index + 1), row: row, column: 3, .key)
      if menu.tasks.allSatisfy({ state.shift?.tasks[$0]?.task.status == status }) {
        text("*", row: row, column: 5, .heading)
      }
      text(look.mark(status), row: row, column: 7)
      text(look.name(status), row: row, column: 9)
      guard index == menu.cursor.row else { continue }
      text(look.pointer, row: row, column: 1, .heading)
      select(row: row, from: 2, to: 30)
    }
  }
}
