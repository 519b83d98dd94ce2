import StoreModel
import Strings
import TaskSync
import Terminal

/// Where a task's own page stands.
struct DetailParts {
  let column: Int
  let width: Int
  let rows: Range<Int>

  init(_ size: Size, isPane: Bool) {
    let layout = TaskLayout(size)
    if isPane, !layout.isStacked {
      column = layout.detail.lowerBound
      width = layout.detail.count
      rows = layout.detailRows
    } else {
      column = 2
      width = min(100, size.columns - 4)
      rows = 3..<size.rows - 2
    }
  }
}

extension Painter {
  /// One task on the whole screen, or beside the rows.
  mutating func task(_ page: TaskPage, _ state: AppState) {
    guard let shift = state.shift, let seen = shift.tasks[page.task] else { return }
    let parts = DetailParts(size, isPane: page.isPane)
    if page.isPane, !TaskLayout(size).isStacked {
      tasks(state, besides: page)
    } else {
      rule(row: 2)
    }
    let lines = DetailLines(seen, shift, state, width: parts.width).lines
    details(lines, from: page.top, parts, selected: page.cursor.row)
    // Where the worker reads on and the selected item is out of view, they read from the top.
    if frame.cursor == nil { frame.cursor = Position(row: parts.rows.lowerBound, column: parts.column) }
  }

  /// As many of the lines as there is room for, the selected item in reverse.
  mutating func details(_ lines: [DetailLine], from top: Int, _ parts: DetailParts, selected: Int?) {
    for (row, line) in zip(parts.rows, lines.dropFirst(top)) {
      frame.put(line.text, at: Position(row: row, column: parts.column), style: Style(line.role), limit: parts.width)
      if !line.right.isEmpty { text(line.right, row: row, endingAt: parts.column + parts.width) }
      guard let selected, line.item == selected else { continue }
      if frame.cursor == nil { text(look.pointer, row: row, column: max(0, parts.column - 2), .heading) }
      select(row: row, from: parts.column - 1, to: parts.column + parts.width + 1)
    }
    let below = lines.count - top - parts.rows.count
    guard selected != nil, below > 0 || top > 0 else { return }
    let line = below > 0 ? words.counted(.detailNoteMore, below) : words(.detailNoteTop)
    text(line, row: parts.rows.upperBound, column: parts.column, .muted, limit: parts.width)
  }
}
