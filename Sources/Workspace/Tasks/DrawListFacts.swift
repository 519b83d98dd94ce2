import StoreModel
import Strings
import TaskSync
import Terminal

extension Painter {
  /// The selected list where its tasks are not seen yet: how far it is, and what is due next in it, as much as fits.
  mutating func listFacts(_ state: AppState, _ shift: Shift, _ layout: TaskLayout) {
    let lists = shift.shownLists
    guard lists.indices.contains(shift.board.cursor.row) else { return }
    let list = lists[shift.board.cursor.row]
    let margin = layout.isStacked ? 1 : 0
    let left = layout.detail.lowerBound + margin
    let right = layout.detail.upperBound - margin
    let top = layout.detailRows.lowerBound
    let counts = shift.counts.lists[list.id] ?? .init()
    let done = words(.listDone, ["done": String(counts.done), "all": String(counts.all)])
    let end = text(done, row: top, endingAt: right, .muted)
    text(list.title, row: top, column: left, .heading, limit: end - left - 2)
    var row = top + 1
    if counts.overdue > 0 {
      text(words.counted(.listOverdue, counts.overdue), row: row, column: left, .danger, limit: right - left)
      row += 1
    }
    for task in shift.next(in: list.id, layout.detailRows.upperBound - row) {
      if let due = task.due {
        let role: Role = due < state.now.wall ? .danger : .muted
        text(state.calendar.day(due, from: state.now.wall, look), row: row, column: left, role, limit: 8)
      }
      text(task.title, row: row, column: left + 10, limit: right - left - 10)
      row += 1
    }
  }
}

extension Shift {
  /// Open tasks of a list that have a date, so many at most, in the order its rows have: by due day unless the worker
  /// chose another.
  fileprivate func next(in list: ListID, _ limit: Int) -> [StoreTask] {
    let all = board.agenda.entries(of: list).compactMap { tasks[$0.id]?.task }
    return Array(all.filter { $0.status != .complete && $0.due != nil }.prefix(max(0, limit)))
  }
}
