import StoreModel
import Strings
import TaskSync
import Terminal

/// The columns of a row, all fixed: nothing moves when data changes.
private struct RowColumns {
  let left: Int
  let title: Int
  let list: Int
  let hasList: Bool
  let due: Int
  /// Where the count of checklist items ends.
  let checklist: Int
  let note: Int
  let link: Int
  let end: Int

  /// - Parameter hasList: whether each row names its list, which the rows of an open one need not.
  init(_ range: Range<Int>, hasList: Bool) {
    left = range.lowerBound
    title = left + 6
    end = range.upperBound
    // Beside the pane the signs stand closer, for title and list.
    let isNarrow = range.count < 78
    link = end - 2
    note = link - (isNarrow ? 1 : 2)
    checklist = note - 1
    due = checklist - 14
    self.hasList = hasList
    list = due - (!hasList ? 2 : isNarrow ? 17 : 20)
  }
}

extension Painter {
  mutating func taskRows(_ state: AppState, _ shift: Shift, _ layout: TaskLayout) {
    let isInList = shift.board.tab == .lists && shift.board.scope == nil
    let columns = RowColumns(layout.list, hasList: !isInList)
    var board = shift.board
    board.scroll(height: layout.listRows, lists: 0)
    for line in 0..<layout.listRows {
      let row = TaskLayout.top + line
      switch board.agenda.line(board.cursor.top + line) {
      case .heading(let group):
        let role: Role = group == .agenda(.overdue) ? .danger : .heading
        text(
          look.heading(group, shift), row: row, column: columns.left + 3, role, limit: columns.end - columns.left - 4)
      case .task(let index):
        guard let seen = shift.tasks[board.agenda[index].id] else { continue }
        taskRow(seen, shift, state, row: row, columns)
        guard index == board.row else { continue }
        text(look.pointer, row: row, column: columns.left, .heading)
        select(row: row, from: columns.left + 1, to: columns.end)
      case nil: break
      }
    }
  }

  private mutating func taskRow(
    _ seen: VisibleTask, _ shift: Shift, _ state: AppState, row: Int, _ columns: RowColumns
  ) {
    let task = seen.task
    let isDone = task.status == .complete
    let isOverdue = !isDone && (task.due.map { $0 < state.now.wall } ?? false)
    if isOverdue { text("!", row: row, column: columns.left + 1, .danger) }
    if let pending = seen.pending {
      text(look.mark(pending), row: row, column: columns.left + 2, pending.isStopped ? .warning : .normal)
    } else if shift.news.unseen.contains(task.id), state.till.pullsNews {
      text("*", row: row, column: columns.left + 2, .heading)
    }
    if shift.board.marked.contains(task.id) { text(look.marked, row: row, column: columns.left + 3, .heading) }
    let role: Role = isDone ? .muted : .normal
    text(look.mark(task.status), row: row, column: columns.left + 4, role)
    let end = text(task.title, row: row, column: columns.title, role, limit: columns.list - columns.title - 1)
    if !task.categories.isEmpty { labels(task, state, row: row, from: end + 1, to: columns.list - 1) }
    let list = columns.hasList ? shift.list(task.list)?.title ?? "" : ""
    let isPublished = shift.isPublished(seen)
    let listEnd = text(
      list, row: row, column: columns.list, .muted, limit: columns.due - columns.list - (isPublished ? 4 : 2))
    if isPublished { text("^", row: row, column: columns.hasList ? listEnd + 1 : columns.list, .muted) }
    if isDone {
      text(words(.tasksDone), row: row, column: columns.due, .muted, limit: 8)
    } else if let due = task.due {
      text(state.calendar.day(due, from: state.now.wall, look), row: row, column: columns.due, limit: 8)
    }
    if task.checklistCount > 0 {
      let ticked = task.checklistCount - task.openChecklistCount
      text("\(ticked)/\(task.checklistCount)", row: row, endingAt: columns.checklist)
    }
    if task.hasNote { text("+", row: row, column: columns.note) }
    if task.linkCount > 0 { text("&", row: row, column: columns.link) }
  }

  /// A task's labels in the room its title leaves, whole ones only.
  private mutating func labels(_ task: StoreTask, _ state: AppState, row: Int, from column: Int, to end: Int) {
    var column = column
    for key in task.categories {
      let label = SafeText("[" + state.label(key, of: task.list) + "]")
      guard column + label.columns <= end else { return }
      column = frame.put(label, at: Position(row: row, column: column), style: Style(.muted)) + 1
    }
  }
}
