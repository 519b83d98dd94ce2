func openFinder(_ state: inout AppState, _ kind: FinderState.Kind) -> [Effect] {
  if case .finder = state.overlay {
    state.overlay = nil
    return []
  }
  state.overlay = nil
  state.overlay = .finder(FinderState(kind: kind, area: state.area))
  return []
}

func finderCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .finder(var finder) = state.overlay else { return [] }
  let matches = finder.matches(state)
  if id == .open {
    guard matches.indices.contains(finder.cursor.row) else { return [] }
    state.overlay = nil
    return perform(matches[finder.cursor.row], &state)
  }
  guard finder.cursor.take(id, of: matches.count, height: finderRows(state.size)) else { return [] }
  state.overlay = .finder(finder)
  return []
}
