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
  let matches = finder.matches(state.look.words)
  let height = finderRows(state.size)
  switch id {
  case .moveUp: finder.cursor.move(by: -1, of: matches.count)
  case .moveDown: finder.cursor.move(by: 1, of: matches.count)
  case .pageUp: finder.cursor.move(by: -height, of: matches.count)
  case .pageDown: finder.cursor.move(by: height, of: matches.count)
  case .moveFirst: finder.cursor.select(0, of: matches.count)
  case .moveLast: finder.cursor.select(matches.count - 1, of: matches.count)
  case .open:
    guard matches.indices.contains(finder.cursor.row) else { return [] }
    state.overlay = nil
    return perform(matches[finder.cursor.row], &state)
  default: return []
  }
  finder.cursor.scroll(height: height, of: matches.count)
  state.overlay = .finder(finder)
  return []
}
