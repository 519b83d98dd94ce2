import StoreModel
import Strings
import TaskSync
import Terminal

extension Painter {
  /// The selected task or list beside or below the rows, as much of it as fits.
  mutating func detailPane(_ state: AppState, _ shift: Shift, _ layout: TaskLayout) {
    let rows = layout.detailRows
    paneRule(layout)
    if shift.board.showsLists { return listFacts(state, shift, layout) }
    guard let seen = shift.selected, !shift.board.agenda.isEmpty else { return }
    guard layout.isStacked else {
      let parts = DetailParts(size, isPane: true)
      let lines = DetailLines(seen, shift, state, width: parts.width, isOpen: false).lines
      return self.details(lines, from: 0, parts, selected: nil)
    }
    let left = layout.detail.lowerBound + 1
    let width = layout.detail.upperBound - left - 1
    var row = taskHead(seen, state, row: rows.lowerBound, column: left, width: width)
    guard let details = shift.details[seen.id] else {
      if seen.task.hasDetails, row < rows.upperBound {
        text(words(.detailEnter), row: row, column: left, .muted, limit: width)
      }
      return
    }
    let items = checklistRows(details.checklist, width: width, atMost: 2)
    if !details.note.isEmpty {
      let room = max(0, rows.upperBound - row - items.count)
      row = paragraph(details.note, row: row, column: left, width: width, rows: room)
    }
    let all = details.note.isEmpty ? checklistRows(details.checklist, width: width, atMost: rows.count) : items
    for (line, items) in zip(row..<max(row, rows.upperBound), all) {
      var column = left
      for item in items {
        let label = look.box(item.isChecked) + " " + item.title
        let role: Role = item.isChecked ? .muted : .normal
        column = text(label, row: line, column: column, role, limit: left + width - column) + 4
      }
    }
  }

  /// Checklist items beside each other, as many to a row as fit.
  private func checklistRows(
    _ items: [TaskDetails.ChecklistItem], width: Int, atMost limit: Int
  ) -> [[TaskDetails.ChecklistItem]] {
    var rows: [[TaskDetails.ChecklistItem]] = []
    var column = width + 1
    for item in items {
      let columns = SafeText(look.box(item.isChecked) + " " + item.title).columns
      if column > 0, column + columns > width {
        if rows.count == limit { break }
        rows.append([])
        column = 0
      }
      rows[rows.count - 1].append(item)
      column += columns + 4
    }
    return rows
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
    let facts = look.beside(parts, width: width, lines: 2)
    let after = paragraph(facts, row: row + 1, column: column, width: width, .muted, rows: 2)
    guard let pending = seen.pending else { return after }
    text(words(pending.phrase), row: after, column: column, pending.isStopped ? .warning : .normal, limit: width)
    return after + 1
  }
}
