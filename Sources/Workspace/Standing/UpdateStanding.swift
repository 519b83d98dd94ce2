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
  switch id {
  case .open:
    guard changes.indices.contains(page.cursor.row) else { return [] }
    return openChange(changes[page.cursor.row], &state)
  case .standing: return leaveStanding(&state)
  default:
    guard page.cursor.take(id, of: changes.count, height: standingRows(state.size)) else {
      return workCommand(id, &state)
    }
    state.page = .standing(page)
    return []
  }
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
