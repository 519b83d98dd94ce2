import StoreModel
public import Terminal

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
  switch state.target(at: place) {
  case .command(let id): return Catalogue.command(id).map { perform($0, &state) } ?? []
  case .key(let key): return keyPressed(&state, key)
  case .receipt: receiptLeft(&state)
  case .row(let row):
    selectRow(row, &state)
    state.shift?.board.stay()
  case nil: break
  }
  return []
}

/// What a click means.
enum ClickTarget {
  case command(CommandID)
  case key(Key)
  /// The receipt, which any click leaves.
  case receipt
  /// A row that is not selected yet.
  case row(Int)
}

extension AppState {
  /// The command a click at a place does; nil where it selects, or does nothing.
  public func command(at place: Position) -> CommandID? {
    guard size.holdsPages else { return nil }
    return switch target(at: place) {
    case .command(let id): id
    case .key(let key): command(for: key)
    case .receipt, .row, nil: nil
    }
  }

  func target(at place: Position) -> ClickTarget? {
    let painter = Painter(size: size, look: look)
    if place.row == size.rows - 1 {
      guard let key = painter.footerPlaces(self).first(where: { $0.columns.contains(place.column) })?.key else {
        return nil
      }
      return key.command.map(ClickTarget.command) ?? Key(key.spelling).map(ClickTarget.key)
    }
    if case .receipt = page, overlay == nil { return .receipt }
    if place.row == 2, overlay == nil, case .tasks = page, let shift {
      return painter.tabPlaces(shift).first { $0.columns.contains(place.column) }.map { .command($0.tab.command) }
    }
    guard let row = row(at: place), let rows = rowsAtHand, (0..<rows.count).contains(row) else { return nil }
    return row == rows.selected ? .command(.open) : .row(row)
  }
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
