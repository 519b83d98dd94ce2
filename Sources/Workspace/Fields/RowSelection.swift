import StoreModel
import TaskSync
import Terminal

extension AppState {
  /// The rows that have the keys: which one is selected, and how many there are; nil where nothing has rows.
  var rowsAtHand: (selected: Int, count: Int)? {
    switch overlay {
    case .finder(let finder): return (finder.cursor.row, finder.matches(self).count)
    case .choice(let choice): return (choice.cursor.row, choice.shown.count)
    case .status(let menu): return (menu.cursor.row, 3)
    case nil: break
    default: return nil
    }
    if let phone, phone.page?.ask == .account { return (phone.cursor.row, accounts.count) }
    guard let shift else { return nil }
    switch page {
    case .tasks:
      if let pane = shift.board.pane { return (pane.row, shift.lists.count) }
      if shift.board.showsLists { return (shift.board.cursor.row, shift.shownLists.count) }
      return (shift.board.row, shift.board.agenda.count)
    case .task(let page):
      let details = shift.details[page.task]
      return (page.cursor.row, 1 + (details?.checklist.count ?? 0) + (details?.links.count ?? 0))
    case .news(let page): return (page.cursor.row, NewsGroup.allCases.count)
    case .standing(let page): return (page.cursor.row, shift.outbox.count)
    case .history(let page): return (page.cursor.row, history(page).count)
    case .start, .code, .note, .locked, .leaving, .receipt: return nil
    }
  }
}

/// Puts the selection of what has the keys on a row, from 0; rows that are not there change nothing.
func selectRow(_ row: Int, _ state: inout AppState) {
  guard let rows = state.rowsAtHand, (0..<rows.count).contains(row) else { return }
  if case .tasks = state.page, state.overlay == nil, state.shift?.board.pane == nil {
    return moveSelection(&state, by: row - rows.selected)
  }
  let step = row - rows.selected
  let command: CommandID = step < 0 ? .moveUp : .moveDown
  // The commands of the page itself, so that its scrolling follows as it does for keys.
  for _ in 0..<abs(step) { _ = Catalogue.command(command).map { perform($0, &state) } }
}
