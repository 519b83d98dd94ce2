func openFinder(_ state: inout AppState, _ kind: FinderState.Kind) -> [Effect] {
  if case .finder(let finder) = state.overlay {
    state.overlay = finder.below
    return []
  }
  state.overlay = .finder(FinderState(kind: kind, area: state.area, over: state.overlay))
  return []
}

func finderCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .finder(var finder) = state.overlay else { return [] }
  let matches = finder.matches(state)
  if id == .open {
    guard matches.indices.contains(finder.cursor.row) else { return [] }
    state.overlay = finder.below
    return perform(matches[finder.cursor.row], &state)
  }
  guard finder.cursor.take(id, of: matches.count, height: finderRows(state.size)) else { return [] }
  state.overlay = .finder(finder)
  return []
}
