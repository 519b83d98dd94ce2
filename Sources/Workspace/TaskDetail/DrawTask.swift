import StoreModel
import Strings
import Terminal
import TaskSync

/// How the rows of a task's page are shared: head, note, checklist and links.
struct DetailParts {
  let width: Int
  /// Rows the note gets.
  let noteRows: Int
  /// The first row below the header.
  static let top = 3

  init(_ size: Size) {
    width = min(100, size.columns - 4)
    noteRows = max(3, (size.rows - 12) / 2)
  }
}

extension Painter {
  /// One task on the whole screen.
  mutating func task(_ page: TaskPage, _ state: AppState) {
    guard let shift = state.shift, let seen = shift.tasks[page.task] else { return }
    let parts = DetailParts(size)
    rule(row: 2)
    var row = taskHead(seen, state, row: DetailParts.top, column: 2, width: parts.width)
    if page.cursor.row == 0 {
      text(look.pointer, row: DetailParts.top, column: 0, .heading)
      select(row: DetailParts.top, from: 1, to: parts.width + 3)
    }
    if let line = completion(seen.task, shift, state) {
      row = paragraph(line, row: row, column: 2, width: parts.width, .muted, rows: 1)
    }
    row += 1
    guard let details = shift.details[page.task] else {
      text(words(.detailLoading), row: row, column: 2, .muted)
      return
    }
    row = note(details.note, page, parts, row: row)
    row = checklist(details, page, row: row, width: parts.width)
    for link in details.links where row < size.rows - 2 {
      let label = link.alias.isEmpty ? link.address : link.alias + "  " + link.address
      text("& " + label, row: row, column: 2, .normal, limit: parts.width)
      row += 1
    }
  }

  private func completion(_ task: StoreTask, _ shift: Shift, _ state: AppState) -> String? {
    guard task.status == .complete, let when = task.completed else { return nil }
    let time = state.calendar.dayAndTime(when, from: state.now.wall, look)
    guard let who = task.completedBy else { return words(.detailCompleted, ["when": time]) }
    let name = shift.worker.id.isUser(who) ? words(.detailYou) : shift.people[who] ?? words(.personUnknown)
    return words(.detailCompletedBy, ["when": time, "name": name])
  }

  private mutating func note(_ note: String, _ page: TaskPage, _ parts: DetailParts, row: Int) -> Int {
    guard !note.isEmpty else { return row }
    let lines = SafeText.wrap(note, columns: parts.width)
    let top = min(page.noteTop, max(0, lines.count - parts.noteRows))
    var row = row
    for line in lines.dropFirst(top).prefix(parts.noteRows) {
      frame.put(line, at: Position(row: row, column: 2), style: .normal)
      row += 1
    }
    let left = lines.count - top - parts.noteRows
    if left > 0 || top > 0 {
      text(words(left > 0 ? .detailNoteMore : .detailNoteTop, ["n": String(max(left, 0))]), row: row, column: 2, .muted)
      row += 1
    }
    return row + 1
  }

  private mutating func checklist(_ details: TaskDetails, _ page: TaskPage, row: Int, width: Int) -> Int {
    let items = details.checklist
    guard !items.isEmpty else { return row }
    let room = max(1, size.rows - 2 - row - min(3, details.links.count))
    let first = max(0, min(page.cursor.row - room, items.count - room))
    var row = row
    for (index, item) in items.enumerated().dropFirst(first).prefix(room) {
      let label = look.box(item.isChecked) + " " + item.title
      text(label, row: row, column: 2, item.isChecked ? .muted : .normal, limit: width)
      if page.cursor.row == index + 1 {
        text(look.pointer, row: row, column: 0, .heading)
        select(row: row, from: 1, to: width + 3)
      }
      row += 1
    }
    return row + (details.links.isEmpty ? 0 : 1)
  }
}
