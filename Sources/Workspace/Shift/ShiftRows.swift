import StoreModel
import TaskSync

extension Shift {
  /// Title, and what is loaded of note, checklist and links; list, people and labels by number.
  func text(of seen: VisibleTask) -> SearchTexts.Text {
    let task = seen.task
    let tags =
      [.list(task.list)] + task.assignees.map { .person($0) } + task.categories.map { .label(task.list, $0) }
      as [SearchTexts.Tag]
    guard let details = details[task.id] else { return .init(words: task.title, tags: tags) }
    let parts =
      [task.title, details.note] + details.checklist.map(\.title) + details.links.flatMap { [$0.alias, $0.address] }
    return .init(words: parts.joined(separator: "\n"), tags: tags)
  }

  private var choice: RowChoice { RowChoice(board, news: news.tasks) }

  private var names: TagNames { TagNames(lists: listsByID, people: people) }

  private var search: TaskSearch? {
    board.filter.isEmpty ? nil : TaskSearch(board.filter.words, board.agenda.texts.tags, names)
  }

  /// How many tasks that are no rows hold what is searched for: open ones of the store, and completed ones of this page.
  var foundElsewhere: (open: Int, done: Int) {
    guard let search, board.agenda.isEmpty else { return (0, 0) }
    var whole = board
    whole.showsCompleted = true
    let choice = RowChoice(whole, news: news.tasks)
    let found = board.agenda.holding(search)
    return (found.count { !$0.isDone }, found.count { $0.isDone && choice.holds($0) })
  }

  /// Tasks in which a scanned code stands, those to be done first, as they are due; not all those of a list that does.
  func mentioning(_ code: String) -> [TaskID] {
    let found = board.agenda.mentioning(code).compactMap { tasks[$0] }
    func rank(_ seen: VisibleTask) -> (Int, Int64, String) {
      (seen.task.status == .complete ? 1 : 0, seen.task.due?.ticks ?? .max, seen.id.rawValue)
    }
    return found.sorted { rank($0) < rank($1) }.map(\.id)
  }

  /// Makes the rows anew: another tab, list, arrangement or day.
  ///
  /// - Parameter keepsRows: whether completed rows that stayed where they were go on doing so.
  mutating func rebuild(_ day: AgendaDay? = nil, keepsRows: Bool = true) {
    if !keepsRows, !board.agenda.kept.isEmpty { _ = placeKept() }
    let day = day ?? board.agenda.order.day
    let order = RowOrder(board.arrangement, day: day, lists: lists, people: people, worker: worker)
    if board.agenda.order != order { board.agenda = Agenda(board.agenda, order: order) { tasks[$0] } }
    chooseRows()
  }

  private mutating func chooseRows() {
    board.agenda.choose(choice.holds)
    board.rebuilds += 1
    find()
  }

  /// Another text is searched for, or what is searched in has changed.
  mutating func find() {
    board.agenda.find(search)
    settle()
  }

  /// Fewer rows than before can match: only those that stand here are looked at.
  mutating func narrow() {
    board.agenda.find(search, isNarrower: true)
    settle()
  }

  /// Tasks changed: a few are moved one by one, many make the rows anew.
  mutating func follow(old: [VisibleTask], new: [VisibleTask]) {
    let kept = board.kept(old, new)
    if place(new, insteadOf: old, keeping: kept) { settle() } else { chooseRows() }
  }

  /// Completed rows that were kept where they were go where they belong.
  mutating func letGo() {
    if placeKept() { settle() } else { chooseRows() }
  }

  /// - Returns: whether the rows are as they have to be, or are to be chosen anew.
  private mutating func placeKept() -> Bool {
    let kept = board.agenda.kept.compactMap { tasks[$0] }
    board.leave()
    return place(kept, insteadOf: kept, keeping: [])
  }

  private mutating func place(_ new: [VisibleTask], insteadOf old: [VisibleTask], keeping kept: Set<TaskID>) -> Bool {
    let newcomers = new.map { (seen: $0, text: text(of: $0)) }
    if old.count + new.count > 64 {
      board.agenda.merge(old, with: newcomers, keeping: kept)
      return false
    }
    let (words, names) = (board.filter.words, names)
    board.agenda.replace(old, with: newcomers, keeping: kept, choice.holds) { tags in
      words.isEmpty ? nil : TaskSearch(words, tags, names)
    }
    return true
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
    if !board.marked.isEmpty {
      board.marked = board.marked.filter { tasks[$0].flatMap(board.agenda.index) != nil }
    }
    if board.showsLists {
      let count = shownLists.count
      board.cursor.select(board.cursor.row, of: count)
      return
    }
    if isFilling {
      board.row = 0
      board.selected = board.agenda.isEmpty ? nil : board.agenda[0].id
    } else if let selected = selected, let index = board.agenda.index(of: selected) {
      board.row = index
    } else if returning == nil {
      board.row = max(0, min(board.row, board.agenda.count - 1))
      board.selected = board.agenda.isEmpty ? nil : board.agenda[board.row].id
    }
  }

  /// The lists of the last tab that match the filter.
  var shownLists: [TaskList] {
    guard !board.filter.isEmpty else { return lists }
    return lists.filter { list in board.filter.words.allSatisfy(list.title.lowercased().contains) }
  }
}
