import StoreModel
import TaskSync
import Strings
import Terminal

extension Painter {
  /// The notifications: each group with how much is in it, and its first tasks below.
  mutating func news(_ page: NewsPage, _ state: AppState) {
    guard let shift = state.shift else { return }
    rule(row: 2)
    text(words(.newsTitle), row: 3, column: 1, .heading)
    let hint: WorkPhrase = state.till.pullsNews ? .newsHint : .newsOff
    text(words(hint), row: 3, column: 18, .muted, limit: size.columns - 19)
    for (index, group) in NewsGroup.allCases.enumerated() {
      let row = 5 + index
      let count = state.newsCount(group)
      let isUnseen = !shift.news.tasks(of: group).isDisjoint(with: shift.news.unseen)
      if isUnseen || group == .needsYou && count > 0 { text("*", row: row, column: 2, .heading) }
      text(words(look.heading(group)), row: row, column: 4, count > 0 ? group.role : .muted, limit: 40)
      text(String(count), row: row, endingAt: 50, count > 0 ? .normal : .muted)
      guard index == page.cursor.row else { continue }
      text(look.pointer, row: row, column: 0, .heading)
      select(row: row, from: 1, to: 51)
    }
    let group = NewsGroup.allCases[page.cursor.row]
    rule(row: 12)
    firstTasks(of: group, shift, state, from: 13)
  }

  private mutating func firstTasks(of group: NewsGroup, _ shift: Shift, _ state: AppState, from top: Int) {
    if group == .needsYou {
      let stopped = shift.outbox.filter { $0.state.isStopped }
      for (line, change) in stopped.prefix(size.rows - 2 - top).enumerated() {
        let reading = ChangeReading(state, shift).line(change, columns: size.columns - 4)
        text(reading, row: top + line, column: 2, limit: size.columns - 4)
      }
      if stopped.isEmpty { text(words(.newsNothing), row: top, column: 2, .muted) }
      return
    }
    let tasks = shift.news.tasks(of: group).compactMap { shift.tasks[$0]?.task }
      .sorted { ($0.due?.ticks ?? .max, $0.title) < ($1.due?.ticks ?? .max, $1.title) }
    if tasks.isEmpty { text(words(.newsNothing), row: top, column: 2, .muted) }
    let room = size.rows - 2 - top
    if tasks.count > room {
      text(words.counted(.noteMore, tasks.count - room), row: size.rows - 2, column: 4, .muted)
    }
    for (line, task) in tasks.prefix(room).enumerated() {
      if shift.news.unseen.contains(task.id) { text("*", row: top + line, column: 2, .heading) }
      text(task.title, row: top + line, column: 4, limit: 44)
      text(shift.list(task.list)?.title ?? "", row: top + line, column: 50, .muted, limit: 18)
      if let due = task.due {
        text(state.calendar.day(due, from: state.now.wall, look), row: top + line, column: 70, limit: 9)
      }
    }
  }
}

extension Look {
  func heading(_ group: NewsGroup) -> WorkPhrase {
    switch group {
    case .newForYou: .newsNewForYou
    case .published: .newsPublished
    case .changed: .newsChanged
    case .dueSoon: .newsDueSoon
    case .overdue: .newsOverdue
    case .needsYou: .newsNeedsYou
    }
  }
}

extension NewsGroup {
  fileprivate var role: Role {
    switch self {
    case .overdue: .danger
    case .needsYou, .dueSoon: .warning
    case .newForYou, .published, .changed: .normal
    }
  }
}
