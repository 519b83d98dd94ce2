import StoreModel
import Strings
import TaskSync
import Terminal

extension Painter {
  /// The selected task beside or below the rows, as much of it as fits.
  mutating func detailPane(_ state: AppState, _ shift: Shift, _ layout: TaskLayout) {
    let rows = layout.detailRows
    paneRule(layout)
    guard !shift.board.showsLists, let seen = shift.selected, !shift.board.agenda.isEmpty else { return }
    guard layout.isStacked else {
      let parts = DetailParts(size, isPane: true)
      return self.details(DetailLines(seen, shift, state, width: parts.width).lines, from: 0, parts, selected: nil)
    }
    let left = layout.detail.lowerBound + 1
    let width = layout.detail.upperBound - left - 1
    var row = taskHead(seen, state, row: rows.lowerBound, column: left, width: width)
    guard let details = shift.details[seen.id] else {
      if seen.task.hasNote || seen.task.checklistCount > 0 || seen.task.linkCount > 0, row < rows.upperBound {
        text(words(.detailEnter), row: row, column: left, .muted, limit: width)
      }
      return
    }
    if !details.note.isEmpty {
      let room = max(0, rows.upperBound - row - (details.checklist.isEmpty ? 0 : 2))
      row = paragraph(details.note, row: row, column: left, width: width, rows: room)
    }
    var column = left
    for item in details.checklist where row < rows.upperBound {
      let label = look.box(item.isChecked) + " " + item.title
      let columns = SafeText(label).columns
      if column > left, column + columns > left + width {
        row += 1
        column = left
      }
      guard row < rows.upperBound else { break }
      column = text(label, row: row, column: column, item.isChecked ? .muted : .normal, limit: width) + 4
    }
  }

  /// Between rows and pane: below each other a rule, side by side an upright one.
  mutating func paneRule(_ layout: TaskLayout) {
    if layout.isStacked {
      rule(row: layout.detailRows.lowerBound - 1)
    } else {
      upright(column: layout.detail.lowerBound - 2, from: TaskLayout.top, to: layout.detailRows.upperBound)
    }
  }

  /// Title, status, and one line of facts; answers the row after them.
  mutating func taskHead(_ seen: VisibleTask, _ state: AppState, row: Int, column: Int, width: Int) -> Int {
    let task = seen.task
    let end = text(look.name(task.status), row: row, endingAt: column + width)
    text(task.title, row: row, column: column, .heading, limit: end - column - 2)
    let known = state.shift.map { DetailFacts(task, $0, state) }
    let parts = (known?.when ?? []) + (known?.place ?? []) + (known?.people ?? [])
    let facts = parts.joined(separator: " " + look.dot + " ")
    let after = paragraph(facts, row: row + 1, column: column, width: width, .muted, rows: 2)
    guard let pending = seen.pending else { return after }
    text(words(pending.phrase), row: after, column: column, pending.isStopped ? .warning : .normal, limit: width)
    return after + 1
  }
}
