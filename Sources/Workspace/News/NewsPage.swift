import StoreModel

/// F3: the notifications, in groups.
public struct NewsPage: Equatable, Sendable {
  /// The selected group.
  public var cursor = ListCursor()
}

func openNews(_ state: inout AppState) -> [Effect] {
  if case .news = state.page { return leaveNews(&state) }
  var page = NewsPage()
  let groups = NewsGroup.allCases
  page.cursor.select(groups.firstIndex { state.newsCount($0) > 0 } ?? 0, of: groups.count)
  state.page = .news(page)
  return []
}

func newsCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .news(var page) = state.page else { return [] }
  let groups = NewsGroup.allCases
  if id == .open { return openGroup(groups[page.cursor.row], &state) }
  if id == .notifications { return leaveNews(&state) }
  guard page.cursor.take(id, of: groups.count, height: groups.count) else { return workCommand(id, &state) }
  state.page = .news(page)
  return []
}

func leaveNews(_ state: inout AppState) -> [Effect] {
  state.page = .tasks
  return []
}

/// A group opens as the rows of the task page, whatever tab they stand in; Esc leads back to the tab.
private func openGroup(_ group: NewsGroup, _ state: inout AppState) -> [Effect] {
  if group == .needsYou { return openStanding(&state) }
  state.page = .tasks
  state.shift?.news.see(group)
  state.shift?.board.filter = TaskFilter()
  state.shift?.board.beginAnew()
  state.shift?.board.scope = group
  rebuildBoard(&state)
  return []
}

extension AppState {
  /// How much there is in a group.
  func newsCount(_ group: NewsGroup) -> Int {
    group == .needsYou ? shift?.needsYou ?? 0 : shift?.news.tasks(of: group).count ?? 0
  }
}
