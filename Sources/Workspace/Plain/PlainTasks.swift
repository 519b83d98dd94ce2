import StoreModel
import Strings
import TaskSync
import Terminal

extension PlainReading {
  /// The task page: the tab with its count, then its tasks or lists in words.
  func board(_ shift: Shift) -> PlainPage {
    let board = shift.board
    let place = [board.tab.rawValue, board.arrangement.rawValue, board.showsLists ? 0 : board.row / PlainReading.rows]
    let why = state.whyNoTasks?.rawValue ?? ""
    var page = PlainPage("board:\(place):\(board.openList?.rawValue ?? ""):\(board.filter.words):\(why)")
    // Lists come one by one at first; they are said once they are all there.
    if state.isReadingFirst {
      page.name = "board:reading"
      page.say(words(.emptyReading))
      page.question = words(PlainPhrase.askCommand)
      return page
    }
    page.say(title(shift))
    if board.filter.isTyping {
      page.name += ":typing"
      page.question = words(.filterLabel)
      page.answer = .text
      return page
    } else if let reason = state.whyNoTasksInWords {
      page.say(reason)
    } else if board.showsLists {
      let lists = shift.shownLists
      offerRows(lists.count, selected: board.cursor.row, &page) { index in
        (line(lists[index], shift), .list(lists[index].id))
      }
    } else {
      tasks(shift, &page)
    }
    sayCommands(&page)
    page.question = words(PlainPhrase.askTask)
    return page
  }

  private func title(_ shift: Shift) -> String {
    let board = shift.board
    if let scope = board.scope { return words(look.heading(scope)) + ", \(board.agenda.count)" }
    if let open = board.openList.flatMap(shift.list), board.tab == .lists { return line(open, shift) }
    var title =
      switch board.tab {
      case .mine: words(.tabMine) + " \(shift.counts.mine)"
      case .overdue: words(.tabOverdue) + " \(shift.counts.overdue)"
      case .open: words(.tabOpen) + " \(shift.counts.open)"
      case .lists: words(.tabLists) + " \(shift.lists.count)"
      }
    if !board.filter.isEmpty { title += ". " + words(.filterLabel) + " " + board.filter.field.string }
    if !board.marked.isEmpty { title += ". " + words.counted(.markedStatus, board.marked.count) }
    return title
  }

  private func line(_ list: TaskList, _ shift: Shift) -> String {
    let counts = shift.counts.lists[list.id] ?? .init()
    var parts = [list.title, words(.listDone, ["done": String(counts.done), "all": String(counts.all)])]
    if counts.overdue > 0 { parts.append(words(.listOverdue, ["n": String(counts.overdue)])) }
    return parts.joined(separator: ", ")
  }

  /// Rows under their headings; a heading is said where it begins, and again where a page of rows begins.
  private func tasks(_ shift: Shift, _ page: inout PlainPage) {
    let entries = shift.board.agenda
    let first = shift.board.row / PlainReading.rows * PlainReading.rows
    let last = min(entries.count, first + PlainReading.rows)
    var group: RowGroup.Kind?
    for index in first..<max(first, last) {
      if entries[index].group.kind != group {
        group = entries[index].group.kind
        let heading = group.map { look.heading($0, shift) } ?? ""
        if !heading.isEmpty { page.say(heading) }
      }
      guard let seen = shift.tasks[entries[index].id] else { continue }
      page.offer(line(seen, shift), .task(seen.id), number: index + 1)
    }
    guard entries.count > PlainReading.rows else { return }
    page.say(
      words(
        PlainPhrase.rows, ["first": String(first + 1), "last": String(last), "all": String(entries.count)]))
  }

  /// A task in one line: every sign of a row as a word.
  func line(_ seen: VisibleTask, _ shift: Shift) -> String {
    let task = seen.task
    var parts = [task.title, look.name(task.status)]
    if task.status != .complete, let due = task.due {
      let isOverdue = due < state.now.wall
      let moment = state.calendar.dayAndTime(due, from: state.now.wall, look)
      parts.append(words(isOverdue ? PlainPhrase.overdueSince : PlainPhrase.due, ["when": moment]))
    }
    if let list = shift.list(task.list) { parts.append(list.title) }
    if task.checklistCount > 0 {
      let ticked = task.checklistCount - task.openChecklistCount
      parts.append(words(PlainPhrase.checklist, ["done": String(ticked), "all": String(task.checklistCount)]))
    }
    if task.hasNote { parts.append(words(PlainPhrase.hasNote)) }
    if task.linkCount > 0 { parts.append(words.counted(PlainPhrase.links, task.linkCount)) }
    if let pending = seen.pending { parts.append(words(pending.phrase)) }
    if shift.news.unseen.contains(task.id) { parts.append(words(PlainPhrase.new)) }
    if shift.board.marked.contains(task.id) { parts.append(words(PlainPhrase.marked)) }
    return parts.joined(separator: ", ")
  }
}
