import StoreModel
import TaskSync

extension Shift {
  /// Whether a task stands in the rows of the board as it is set now.
  func belongs(_ seen: VisibleTask) -> Bool {
    let task = seen.task
    if task.status == .complete, seen.pending == nil, !board.showsCompleted { return false }
    switch board.tab {
    case .mine: guard isMine(task) else { return false }
    case .overdue: guard let due = task.due, due < board.agenda.day.now else { return false }
    case .open: break
    case .lists: guard board.openList == nil || board.openList == task.list else { return false }
    }
    return board.filter.isEmpty || matches(task, board.filter.words)
  }

  /// Whether the words are all in a task's title, list, people or loaded note.
  private func matches(_ task: StoreTask, _ words: [String]) -> Bool {
    let people = task.assignees.compactMap { self.people[$0] }
    let texts = [task.title, list(task.list)?.title ?? "", details[task.id]?.note ?? ""] + people
    let haystack = texts.joined(separator: "\n").lowercased()
    return words.allSatisfy(haystack.contains)
  }

  /// Makes the rows anew: another tab, list, filter or day.
  mutating func rebuild(_ day: AgendaDay? = nil) {
    board.agenda = Agenda([], day: day ?? board.agenda.day)
    board.rebuilds += 1
    if !board.showsLists { board.agenda = Agenda(tasks.values.lazy.filter(belongs), day: board.agenda.day) }
    settle()
  }

  /// Fewer rows than before can belong: only those that stand here are looked at.
  mutating func narrow() {
    guard !board.showsLists else { return settle() }
    let kept = board.agenda.entries.compactMap { tasks[$0.id] }.filter(belongs)
    board.agenda = Agenda(kept, day: board.agenda.day)
    board.rebuilds += 1
    settle()
  }

  /// Tasks changed: a few are moved one by one, many make the rows anew.
  mutating func follow(old: [VisibleTask], new: [VisibleTask]) {
    if old.count + new.count > 64 { return rebuild() }
    if !board.showsLists {
      let added = new.filter(belongs)
      board.agenda.replace(old, with: added)
    }
    settle()
  }

  /// Everything was read: a place whose task did not come is gone.
  mutating func stopReturning() {
    guard returning != nil else { return }
    returning = nil
    settle()
  }

  /// Whether rows still come in for the first time and nobody has chosen one: the first row stays selected meanwhile.
  private var isFilling: Bool { !board.isChosen && returning == nil && standing.lastSync == nil }

  /// The selection stays on its task; when the task is not among the rows any more, on its neighbour.
  private mutating func settle() {
    if board.showsLists {
      let count = shownLists.count
      board.cursor.select(board.cursor.row, of: count)
      return
    }
    if isFilling {
      board.row = 0
      board.selected = board.agenda.entries.first?.id
    } else if let selected = selected, let index = board.agenda.index(of: selected) {
      board.row = index
    } else if returning == nil {
      board.row = max(0, min(board.row, board.agenda.entries.count - 1))
      board.selected = board.agenda.isEmpty ? nil : board.agenda.entries[board.row].id
    }
  }

  /// The lists of the last tab that match the filter.
  var shownLists: [TaskList] {
    guard !board.filter.isEmpty else { return lists }
    return lists.filter { list in board.filter.words.allSatisfy(list.title.lowercased().contains) }
  }
}
