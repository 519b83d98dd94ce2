import StoreModel
import Strings
import TaskSync
import Terminal

extension Painter {
  /// The task page: tabs, rows, and the selected task beside or below them.
  ///
  /// - Parameter besides: the task's page when that has the keys; it is drawn over the pane.
  mutating func tasks(_ state: AppState, besides page: TaskPage? = nil) {
    guard let shift = state.shift else { return }
    let layout = TaskLayout(size)
    tabs(shift)
    if let pane = layout.lists { listsPane(shift, pane, layout) }
    if shift.board.showsLists {
      listRows(state, shift, layout)
    } else if shift.board.agenda.isEmpty {
      emptiness(state, layout)
    } else {
      taskRows(state, shift, layout)
    }
    if page == nil { detailPane(state, shift, layout) } else { paneRule(layout) }
    completedSign(shift, layout)
    guard page == nil else {
      frame.cursor = nil
      return
    }
    if shift.board.filter.isTyping || !shift.board.filter.isEmpty {
      filterLine(shift.board.filter, unread: shift.unreadNotes.count)
    } else if !shift.board.marked.isEmpty {
      frame.fill(row: size.rows - 2, with: .blank, style: .normal)
      text(words.counted(.markedStatus, shift.board.marked.count), row: size.rows - 2, column: 1, .heading)
    }
  }

  /// `─ 1 My tasks 7 ── 2 Overdue 2 ─…`
  private mutating func tabs(_ shift: Shift) {
    rule(row: 2)
    var column = 1
    for (tab, label, columns) in tabPlaces(shift) {
      let isOpen = tab == shift.board.tab && shift.board.scope == nil
      let end = text(label, row: 2, column: columns.lowerBound, isOpen ? .heading : .normal)
      if isOpen { frame.restyle(row: 2, from: columns.lowerBound, to: end) { Style($0.role, isSelected: true) } }
      column = columns.upperBound + 2
    }
    if let title = openTitle(shift) {
      let end = text(label(ofOpen: title), row: 2, column: column, .heading)
      text(" ", row: 2, column: end)
    }
  }

  /// At the right of the rule below the rows, or of the tabs' where that is none: that completed tasks stand among them.
  private mutating func completedSign(_ shift: Shift, _ layout: TaskLayout) {
    guard shift.board.showsCompleted, !shift.board.showsLists else { return }
    let row = layout.isStacked ? layout.detailRows.lowerBound - 1 : 2
    text(" " + words(.tasksWithCompleted) + " ", row: row, endingAt: size.columns - 1, .muted)
  }

  private func label(ofOpen title: String) -> String { " " + look.pointer + " " + title }

  /// What is open beside the tabs: a list, or a group of news.
  private func openTitle(_ shift: Shift) -> String? {
    if let scope = shift.board.scope { return words(look.heading(scope)) }
    return shift.board.tab == .lists ? shift.board.openList.flatMap(shift.list)?.title : nil
  }

  /// The tabs with the columns they stand in: without their counts where something is open and needs that room.
  func tabPlaces(_ shift: Shift) -> [(tab: TaskTab, label: String, columns: Range<Int>)] {
    let places = tabPlaces(shift, hasCounts: true)
    guard let title = openTitle(shift), let end = places.last?.columns.upperBound,
      end + 2 + SafeText(label(ofOpen: title)).columns > size.columns
    else { return places }
    return tabPlaces(shift, hasCounts: false)
  }

  private func tabPlaces(_ shift: Shift, hasCounts: Bool) -> [(tab: TaskTab, label: String, columns: Range<Int>)] {
    let names: [(TaskTab, Phrase, Int)] = [
      (.mine, .tabMine, shift.counts.mine), (.overdue, .tabOverdue, shift.counts.overdue),
      (.open, .tabOpen, shift.counts.open), (.lists, .tabLists, shift.lists.count),
    ]
    var places: [(TaskTab, String, Range<Int>)] = []
    var column = 1
    for (tab, name, count) in names {
      let label = " \(tab.rawValue) \(words(name)) " + (hasCounts ? words.number(count) + " " : "")
      let end = column + SafeText(label).columns
      places.append((tab, label, column..<end))
      column = end + 2
    }
    return places
  }

  /// What the rows are searched for stands above the footer.
  private mutating func filterLine(_ filter: TaskFilter, unread: Int) {
    let row = size.rows - 2
    let start = text(words(.filterLabel), row: row, column: 1, .heading) + 1
    var blank = size.columns - start - 1
    if unread > 0 {
      let line = words.counted(.filterUnreadNotes, unread)
      blank = text(line, row: row, endingAt: size.columns - 1, .muted) - start - 2
    }
    if filter.isTyping {
      field(filter.field, row: row, column: start, width: min(blank, 50))
    } else {
      text(filter.field.string, row: row, column: start, .field, limit: blank)
    }
  }

  private mutating func listRows(_ state: AppState, _ shift: Shift, _ layout: TaskLayout) {
    let lists = shift.shownLists
    var cursor = shift.board.cursor
    cursor.scroll(height: layout.listRows, of: lists.count)
    if lists.isEmpty { emptiness(state, layout) }
    for line in 0..<layout.listRows {
      let index = cursor.top + line
      guard lists.indices.contains(index) else { break }
      let row = TaskLayout.top + line
      let counts = shift.counts.lists[lists[index].id] ?? .init()
      let end = layout.list.upperBound - 1
      let done = words(.listDone, ["done": String(counts.done), "all": String(counts.all)])
      text(bar(counts.done, of: counts.all), row: row, column: end - 10)
      text(done, row: row, endingAt: end - 12, .muted)
      var start = end - 26
      if counts.overdue > 0 {
        start = text(words.counted(.listOverdue, counts.overdue), row: row, endingAt: start - 2, .danger)
      }
      let left = layout.list.lowerBound
      text(lists[index].title, row: row, column: left + 3, limit: start - left - 5)
      if index == cursor.row {
        text(look.pointer, row: row, column: left, .heading)
        select(row: row, from: left + 1, to: end)
      }
    }
  }

  /// Ten columns that say how much is done, the same in every font: `#####.....`.
  private func bar(_ done: Int, of all: Int) -> String {
    let full = all == 0 ? 0 : max(done > 0 ? 1 : 0, done * 10 / all)
    return String(repeating: look.isUnicode ? "━" : "#", count: full)
      + String(repeating: look.isUnicode ? "┈" : ".", count: 10 - full)
  }

  /// The third pane of very wide screens: the lists with what is open in each.
  private mutating func listsPane(_ shift: Shift, _ pane: Range<Int>, _ layout: TaskLayout) {
    text(words(.tabLists), row: TaskLayout.top, column: pane.lowerBound + 1, .heading)
    var cursor = shift.board.pane ?? ListCursor()
    cursor.scroll(height: layout.listRows - 1, of: shift.lists.count)
    for (line, list) in shift.lists.dropFirst(cursor.top).prefix(layout.listRows - 1).enumerated() {
      let row = TaskLayout.top + 1 + line
      let counts = shift.counts.lists[list.id] ?? .init()
      let start = text(String(counts.all - counts.done), row: row, endingAt: pane.upperBound - 1, .muted)
      text(list.title, row: row, column: pane.lowerBound + 1, limit: start - pane.lowerBound - 2)
      guard shift.board.pane != nil, cursor.top + line == cursor.row else { continue }
      text(look.pointer, row: row, column: pane.lowerBound, .heading)
      select(row: row, from: pane.lowerBound + 1, to: pane.upperBound)
    }
    upright(column: pane.upperBound, from: TaskLayout.top, to: size.rows - 2)
  }

  /// A rule from top to bottom between two panes.
  mutating func upright(column: Int, from row: Int, to end: Int) {
    for place in row..<max(row, end) { text(look.isUnicode ? "│" : "|", row: place, column: column, .rule) }
  }
}
