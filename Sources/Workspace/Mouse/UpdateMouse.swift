import StoreModel
import Terminal

/// A click selects what it is on, and opens what was selected already; on a tab or a key of the footer it is that key.
/// The wheel moves the selection. Everything is asked of the same drawing the worker sees.
func mouseReported(_ report: MouseReport, _ state: inout AppState) -> [Effect] {
  guard state.size.holdsPages else { return [] }
  state.notice = nil
  switch report.action {
  case .wheelUp: return turnWheel(.moveUp, &state)
  case .wheelDown: return turnWheel(.moveDown, &state)
  case .press: return clicked(report.position, &state)
  }
}

private func turnWheel(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard let command = Catalogue.command(id), command.areas.contains(state.area) else { return [] }
  return (0..<3).flatMap { _ in perform(command, &state) }
}

private func clicked(_ place: Position, _ state: inout AppState) -> [Effect] {
  let painter = Painter(size: state.size, look: state.look)
  if place.row == state.size.rows - 1 {
    guard let key = painter.footerPlaces(state).first(where: { $0.columns.contains(place.column) })?.key else {
      return []
    }
    return key.command.flatMap(Catalogue.command).map { perform($0, &state) }
      ?? Key(key.spelling).map { keyPressed(&state, $0) } ?? []
  }
  if case .receipt = state.page, state.overlay == nil {
    receiptLeft(&state)
    return []
  }
  if place.row == 2, state.overlay == nil, case .tasks = state.page, let shift = state.shift {
    guard let tab = painter.tabPlaces(shift).first(where: { $0.columns.contains(place.column) })?.tab else { return [] }
    return Catalogue.command(tab.command).map { perform($0, &state) } ?? []
  }
  guard let row = state.row(at: place), let rows = state.rowsAtHand, (0..<rows.count).contains(row) else { return [] }
  if row != rows.selected {
    selectRow(row, &state)
    state.shift?.board.stay()
    return []
  }
  return Catalogue.command(.open).map { perform($0, &state) } ?? []
}

extension AppState {
  /// The row of what has the keys that is drawn at a place; nil where there is none.
  fileprivate func row(at place: Position) -> Int? {
    if overlay == nil, phone?.page == nil, let shift {
      switch page {
      case .tasks where shift.board.pane == nil && !shift.board.showsLists: return taskRow(at: place, shift)
      case .task(let page): return item(at: place, page, shift)
      default: break
      }
    }
    // Elsewhere a row is a line, so the selected one tells where the others are.
    guard let rows = rowsAtHand else { return nil }
    let frame = draw(self)
    let lines = (3..<frame.size.rows - 1).filter { line in
      (0..<frame.size.columns).contains { frame[line, $0].style.isSelected }
    }
    guard let line = lines.last, (0..<frame.size.columns).contains(where: { !frame[place.row, $0].isEmpty }) else {
      return nil
    }
    return rows.selected + place.row - line
  }

  private func taskRow(at place: Position, _ shift: Shift) -> Int? {
    let layout = TaskLayout(size)
    guard layout.list.contains(place.column), (0..<layout.listRows).contains(place.row - TaskLayout.top) else {
      return nil
    }
    var board = shift.board
    board.scroll(height: layout.listRows, lists: 0)
    guard case .task(let index) = board.agenda.line(board.cursor.top + place.row - TaskLayout.top) else { return nil }
    return index
  }

  private func item(at place: Position, _ page: TaskPage, _ shift: Shift) -> Int? {
    guard let seen = shift.tasks[page.task] else { return nil }
    let parts = DetailParts(size, isPane: page.isPane)
    guard parts.rows.contains(place.row) else { return nil }
    let lines = DetailLines(seen, shift, self, width: parts.width).lines
    let line = page.top + place.row - parts.rows.lowerBound
    return lines.indices.contains(line) ? lines[line].item : nil
  }
}

extension Cell {
  fileprivate var isEmpty: Bool { glyph == .blank && !style.isSelected }
}

extension TaskTab {
  fileprivate var command: CommandID {
    switch self {
    case .mine: .tabMine
    case .overdue: .tabOverdue
    case .open: .tabOpen
    case .lists: .tabLists
    }
  }
}
