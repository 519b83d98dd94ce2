import StoreModel
import Strings
import TaskSync
import Terminal

func tasksCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  switch id {
  case .moveUp: moveSelection(&state, by: -1)
  case .moveDown: moveSelection(&state, by: 1)
  case .pageUp: moveSelection(&state, by: -pageStep(state))
  case .pageDown: moveSelection(&state, by: pageStep(state))
  case .moveFirst: moveSelection(&state, by: -(state.shift?.tasks.count ?? 0) - 1000)
  case .moveLast: moveSelection(&state, by: (state.shift?.tasks.count ?? 0) + 1000)
  case .tabMine: show(.mine, &state)
  case .tabOverdue: show(.overdue, &state)
  case .tabOpen: show(.open, &state)
  case .tabLists: show(.lists, &state)
  case .nextTab: show(state.tab(after: 1), &state)
  case .previousTab: show(state.tab(after: -1), &state)
  case .open: return openSelected(&state)
  case .filter: state.shift?.board.filter.isTyping = true
  case .showCompleted:
    state.shift?.board.showsCompleted.toggle()
    rebuildBoard(&state)
  case .order: return openOrder(&state)
  case .mark: toggleMark(&state)
  case .markAll: toggleAllMarks(&state)
  case .nextPane: return nextPane(&state)
  default: return workCommand(id, &state)
  }
  return []
}

/// In the filter Enter keeps what was typed; the selection can be moved meanwhile.
func filterCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  switch id {
  case .filterKeep:
    state.shift?.board.filter.isTyping = false
    return []
  case .moveUp, .moveDown, .pageUp, .pageDown: return tasksCommand(id, &state)
  default: return []
  }
}

/// Commands that mean the task at hand or the whole shift, wherever it is shown.
func workCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  if let effects = editCommand(id, &state) { return effects }
  switch id {
  case .taskComplete: return toggleComplete(&state)
  case .taskStatus: return openStatusMenu(&state)
  case .undo: return takeBack(&state)
  case .redo: return takeForward(&state)
  case .syncNow:
    let isSignedOut = state.shift?.standing.connection == .signInNeeded
    state.notice =
      isSignedOut
      ? Notice(state.look.words(.standingSignIn)) : Notice(state.look.words(.noticeSyncing), about: .sync)
    return [.sync(.syncNow)]
  case .legend: state.notice = Notice(state.look.legend)
  case .standing: return openStanding(&state)
  case .notifications: return openNews(&state)
  case .history: return openHistory(&state)
  case .tasks:
    state.page = .tasks
    return []
  case .signInAgain:
    state.pageBeside = state.page
    return beginSignIn(&state, hint: state.session?.worker.username ?? "")
  default: break
  }
  return []
}

/// Keys into the filter.
func typeFilter(_ key: Key, _ state: inout AppState) -> Bool {
  var isTaken = false
  changeFilter(&state) { isTaken = $0.take(key) }
  return isTaken
}

/// Changes what the rows are searched for: a longer text can only match less.
func changeFilter(_ state: inout AppState, _ change: (inout TextField) -> Void) {
  guard var filter = state.shift?.board.filter else { return }
  let before = filter.field.string
  change(&filter.field)
  guard filter != state.shift?.board.filter else { return }
  if filter.field.string != before { state.shift?.letGo() }
  state.shift?.board.filter = filter
  if filter.field.string == before { return }
  if filter.field.string.hasPrefix(before) { state.shift?.narrow() } else { state.shift?.find() }
  scrollBoard(&state)
}

/// Esc on the task page: out of the filter, then out of the list. Answers whether there was a step to go.
func tasksLeft(_ state: inout AppState) -> Bool {
  guard let board = state.shift?.board else { return false }
  if board.pane != nil {
    state.shift?.board.pane = nil
    return true
  }
  if !board.marked.isEmpty, !board.filter.isTyping {
    state.shift?.board.marked = []
    return true
  }
  if board.filter.isTyping || !board.filter.isEmpty {
    state.shift?.board.filter = TaskFilter()
  } else if board.scope != nil {
    state.shift?.board.scope = nil
  } else if let open = board.openList, board.tab == .lists {
    state.shift?.board.openList = nil
    let row = state.shift?.shownLists.firstIndex { $0.id == open } ?? 0
    let count = state.shift?.lists.count ?? 0
    state.shift?.board.cursor.select(row, of: count)
  } else if !board.agenda.kept.isEmpty {
    state.shift?.board.leave()
    return true
  } else {
    return false
  }
  rebuildBoard(&state)
  return true
}

func rebuildBoard(_ state: inout AppState) {
  state.shift?.rebuild(keepsRows: false)
  scrollBoard(&state)
}

func scrollBoard(_ state: inout AppState) {
  let height = TaskLayout(state.size).listRows
  let lists = state.shift?.shownLists.count ?? 0
  state.shift?.board.scroll(height: height, lists: lists)
}

func moveSelection(_ state: inout AppState, by step: Int) {
  guard let board = state.shift?.board else { return }
  state.shift?.returning = nil
  if board.showsLists {
    let count = state.shift?.shownLists.count ?? 0
    state.shift?.board.cursor.move(by: step, of: count)
  } else {
    state.shift?.board.select(board.row + step)
    if let selected = state.shift?.board.selected { state.shift?.news.see(selected) }
  }
  scrollBoard(&state)
}

private func pageStep(_ state: AppState) -> Int { max(1, TaskLayout(state.size).listRows - 2) }

private func show(_ tab: TaskTab, _ state: inout AppState) {
  guard let board = state.shift?.board else { return }
  if board.tab == tab, board.scope == nil, tab != .lists || board.openList == nil { return }
  state.shift?.board.tab = tab
  state.shift?.board.openList = nil
  state.shift?.board.beginAnew()
  rebuildBoard(&state)
}

private func openSelected(_ state: inout AppState) -> [Effect] {
  guard let shift = state.shift else { return [] }
  if shift.board.showsLists {
    let lists = shift.shownLists
    guard lists.indices.contains(shift.board.cursor.row) else { return [] }
    return openList(lists[shift.board.cursor.row].id, &state)
  }
  return shift.board.selected.map { openTask(&state, $0) } ?? []
}

func openList(_ id: ListID, _ state: inout AppState) -> [Effect] {
  state.shift?.board.tab = .lists
  state.shift?.board.openList = id
  state.shift?.board.filter = TaskFilter()
  state.shift?.board.beginAnew()
  rebuildBoard(&state)
  return []
}

extension AppState {
  /// The tab so many places further, round the end.
  func tab(after step: Int) -> TaskTab {
    let all = TaskTab.allCases
    let index = (shift?.board.tab.rawValue ?? 1) - 1 + step + all.count
    return all[index % all.count]
  }
}
