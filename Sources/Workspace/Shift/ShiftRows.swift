import StoreModel
import TaskSync

extension Shift {
  /// Whether a task stands in the rows of the board as it is set now, whatever is searched for.
  func belongs(_ seen: VisibleTask) -> Bool {
    let task = seen.task
    if let scope = board.scope { return isNews(seen.id, scope) }
    if task.status == .complete, seen.pending == nil, !board.showsCompleted { return false }
    switch board.tab {
    case .mine: return isMine(task)
    case .overdue: return task.due.map { $0 < board.agenda.order.day.now } ?? false
    case .open: return true
    case .lists: return board.openList == nil || board.openList == task.list
    }
  }

  /// Title, and what is loaded of note, checklist and links.
  private func ownTexts(_ task: StoreTask) -> [String] {
    guard let details = details[task.id] else { return [task.title] }
    return [task.title, details.note] + details.checklist.map(\.title)
      + details.links.flatMap { [$0.alias, $0.address] }
  }

  /// Tasks in which a scanned code stands, those to be done first, as they are due; not all those of a list that does.
  func mentioning(_ code: String) -> [TaskID] {
    let word = FoldedBytes(code)
    let found = tasks.values.filter { ownTexts($0.task).contains { word.isIn($0) } }
    func rank(_ seen: VisibleTask) -> (Int, Int64, String) {
      (seen.task.status == .complete ? 1 : 0, seen.task.due?.ticks ?? .max, seen.id.rawValue)
    }
    return found.sorted { rank($0) < rank($1) }.map(\.id)
  }

  /// Makes the rows anew: another tab, list, arrangement or day, or many tasks.
  mutating func rebuild(_ day: AgendaDay? = nil, areTasksNew: Bool = false) {
    let day = day ?? board.agenda.order.day
    let order = RowOrder(board.arrangement, day: day, lists: lists, people: people, worker: worker)
    if areTasksNew || board.sorted.order != order { board.sorted = Agenda(tasks.values, order: order) }
    // The day first: what is overdue is asked of it.
    board.agenda = Agenda([], order: order)
    board.all = board.showsLists ? board.agenda : board.sorted.keeping(belongs)
    board.rebuilds += 1
    find()
  }

  /// Another text is searched for, or what is searched in has changed.
  mutating func find() {
    board.agenda = board.filter.isEmpty ? board.all : kept(of: board.all)
    settle()
  }

  /// Fewer rows than before can match: only those that stand here are looked at.
  mutating func narrow() {
    if !board.showsLists { board.agenda = kept(of: board.agenda) }
    settle()
  }

  private func kept(of agenda: Agenda) -> Agenda {
    agenda.keeping(TaskSearch(board.filter.words, self).holds)
  }

  /// Tasks changed: a few are moved one by one, many make the rows anew.
  mutating func follow(old: [VisibleTask], new: [VisibleTask]) {
    if old.count + new.count > 64 { return rebuild(areTasksNew: true) }
    board.sorted.replace(old, with: new)
    if !board.showsLists {
      let added = new.filter(belongs)
      let order = board.agenda.order
      if board.filter.isEmpty {
        // One owner at a time: rows that two hold are copied when one of them changes.
        board.agenda = Agenda([], order: order)
        board.all.replace(old, with: added)
        board.agenda = board.all
      } else {
        let search = TaskSearch(board.filter.words, self)
        board.all.replace(old, with: added)
        board.agenda.replace(old, with: added.filter(search.holds))
      }
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
    if !board.marked.isEmpty { board.marked.formIntersection(board.agenda.entries.map(\.id)) }
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
