import StoreModel
import TaskSync
import Terminal

/// The task page: which tab, which rows, which of them is selected.
struct Board: Equatable, Sendable {
  var tab = TaskTab.mine
  /// The list whose tasks the last tab shows; nil while it shows the lists.
  var openList: ListID?
  /// News whose tasks are shown instead of the tab's.
  var scope: NewsGroup?
  var filter = TaskFilter()
  var arrangement = Arrangement.due
  /// Whether completed tasks stand among the rows.
  var showsCompleted = false
  /// Every task there is, and the rows.
  var agenda: Agenda
  /// The selected task.
  var selected: TaskID?
  /// Tasks marked for one command over all of them.
  var marked: Set<TaskID> = []
  /// Its place among the rows, from 0.
  var row = 0
  /// Whether the worker has moved the selection.
  var isChosen = false
  /// The selected list in the last tab; for tasks the scroll position.
  var cursor = ListCursor()
  /// The selected list of the pane with the lists, while that has the keys.
  var pane: ListCursor?
  /// The task that was just made here, until sync shows it.
  var awaited: TaskID?
  /// A deleted task that is being taken back, until it is among the rows again.
  var restored: TaskID?
  /// Where the selection was when completed rows were kept where they are; they go when it is elsewhere.
  var keptAt: TaskID?
  /// How often the rows were made anew, which moving the selection never does.
  var rebuilds = 0

  init(day: AgendaDay, worker: PersonID) { agenda = Agenda(order: RowOrder(day: day, worker: worker)) }

  /// Whether the rows are lists and not tasks.
  var showsLists: Bool { tab == .lists && openList == nil && scope == nil }

  /// Whether there is no step further out.
  var isAtTop: Bool { scope == nil && marked.isEmpty && pane == nil && (tab != .lists || openList == nil) }

  /// Other rows are shown: from the top, unless the selected task is among them.
  mutating func beginAnew() {
    scope = nil
    marked = []
    cursor = ListCursor()
    row = 0
  }

  /// Tasks of the rows that are to be completed stay where they are, so that no other slips under the worker's fingers.
  mutating func keep(_ tasks: [TaskID]) {
    guard !tasks.isEmpty else { return }
    agenda.keep(tasks)
    keptAt = selected
    isChosen = true
  }

  /// Completed rows stay although the selection moves: a click or a number means a row where it was seen.
  mutating func stay() { keptAt = selected }

  /// Completed rows need not stay any longer.
  mutating func leave() { keptAt = nil }

  /// Whether rows were kept and the worker has gone on.
  var hasLeft: Bool { !agenda.kept.isEmpty && (keptAt == nil || keptAt != selected) }

  /// The tasks that stay where they are when these are told: those that were kept, and the selected row when somebody
  /// else completed it.
  mutating func kept(_ old: [VisibleTask], _ new: [VisibleTask]) -> Set<TaskID> {
    var kept = agenda.kept
    if let selected, !kept.contains(selected), new.contains(where: { $0.id == selected && $0.isDone }),
      let before = old.first(where: { $0.id == selected }), !before.isDone, agenda.index(of: before) != nil
    {
      kept.insert(selected)
      if agenda.kept.isEmpty { keptAt = selected }
    }
    if !kept.isEmpty { kept.subtract(Set(old.map(\.id)).subtracting(new.map(\.id))) }
    return kept
  }

  /// Selects a row of tasks, kept inside.
  mutating func select(_ row: Int) {
    guard !agenda.isEmpty else { return }
    isChosen = true
    self.row = max(0, min(row, agenda.count - 1))
    selected = agenda[self.row].id
  }

  /// Scrolls as far as needed to have the selection in view, and the heading above it where there is one.
  mutating func scroll(height: Int, lists: Int) {
    if showsLists { return cursor.scroll(height: height, of: lists) }
    let line = agenda.line(ofEntry: row)
    let count = agenda.lineCount
    if line > 0, case .heading = agenda.line(line - 1) {
      cursor.select(line - 1, of: count)
      cursor.scroll(height: height, of: count)
    }
    cursor.select(line, of: count)
    cursor.scroll(height: height, of: count)
  }
}

/// What the rows are searched for.
struct TaskFilter: Equatable, Sendable {
  var field = TextField(limit: 60) {
    didSet { words = field.string.lowercased().split(separator: " ").map(String.init) }
  }
  /// Whether keys go into it.
  var isTyping = false
  /// Each must be found.
  private(set) var words: [String] = []

  var isEmpty: Bool { words.isEmpty }
}
