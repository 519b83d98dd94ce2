import StoreModel
import Strings
import Terminal
import TaskSync

extension Painter {
  /// Three choices above the footer, over the page.
  mutating func statusMenu(_ menu: StatusMenu, _ state: AppState) {
    let top = size.rows - 7
    for row in top..<size.rows - 2 { frame.fill(row: row, with: .blank, style: .normal) }
    rule(row: top)
    let first = menu.tasks.first.flatMap { state.shift?.tasks[$0]?.task.title } ?? ""
    let title = menu.tasks.count > 1 ? words.counted(.markedCount, menu.tasks.count) : first
    text(words(.statusQuestion, ["title": title]), row: top + 1, column: 1, .heading)
    frame.cursor = nil
    for (index, status) in TaskStatus.allCases.enumerated() {
      let row = top + 2 + index
      text(String(index + 1), row: row, column: 3, .key)
      text(look.mark(status), row: row, column: 6)
      text(look.name(status), row: row, column: 8)
      guard index == menu.cursor.row else { continue }
      text(look.pointer, row: row, column: 1, .heading)
      select(row: row, from: 2, to: 30)
    }
  }
}
