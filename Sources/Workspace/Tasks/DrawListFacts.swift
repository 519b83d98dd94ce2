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
    for (due, title) in shift.nextDue(in: list.id).prefix(max(0, layout.detailRows.upperBound - row)) {
      let role: Role = due < state.now.wall ? .danger : .muted
      text(state.calendar.day(due, from: state.now.wall, look), row: row, column: left, role, limit: 8)
      text(title, row: row, column: left + 10, limit: right - left - 10)
      row += 1
    }
  }
}

extension Shift {
  /// The open tasks of a list that have a date, the first due first.
  fileprivate func nextDue(in list: ListID) -> [(due: Timestamp, title: String)] {
    let open = tasks.values.lazy.filter { $0.task.list == list && $0.task.status != .complete }
    let dated = open.compactMap { seen in seen.task.due.map { (due: $0, title: seen.task.title) } }
    return dated.sorted { ($0.due, $0.title) < ($1.due, $1.title) }
  }
}
