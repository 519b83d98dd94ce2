import TaskSync
import Strings

func openStanding(_ state: inout AppState) -> [Effect] {
  var page = StandingPage()
  let changes = state.shift?.outbox ?? []
  page.cursor.select(changes.firstIndex { $0.state.isStopped } ?? 0, of: changes.count)
  state.page = .standing(page)
  return []
}

func standingCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .standing(var page) = state.page, let changes = state.shift?.outbox else { return [] }
  let height = standingRows(state.size)
  switch id {
  case .moveUp: page.cursor.move(by: -1, of: changes.count)
  case .moveDown: page.cursor.move(by: 1, of: changes.count)
  case .pageUp: page.cursor.move(by: -height, of: changes.count)
  case .pageDown: page.cursor.move(by: height, of: changes.count)
  case .moveFirst: page.cursor.select(0, of: changes.count)
  case .moveLast: page.cursor.select(changes.count - 1, of: changes.count)
  case .open:
    guard changes.indices.contains(page.cursor.row) else { return [] }
    return openChange(changes[page.cursor.row], &state)
  case .standing: return leaveStanding(&state)
  default: return workCommand(id, &state)
  }
  page.cursor.scroll(height: height, of: changes.count)
  state.page = .standing(page)
  return []
}

func leaveStanding(_ state: inout AppState) -> [Effect] {
  state.page = .tasks
  return []
}

private func openChange(_ change: PendingChange, _ state: inout AppState) -> [Effect] {
  guard change.state.isStopped else {
    state.notice = Notice(state.look.words(.noticeChangeWaits))
    return []
  }
  state.overlay = .decision(DecisionCard(change: change.id))
  return []
}
