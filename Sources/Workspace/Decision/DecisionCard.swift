import TaskSync

/// A change that goes no further until its owner decides.
public struct DecisionCard: Equatable, Sendable {
  /// Its number in the outbox.
  public var change: Int64
}

func decisionCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .decision(let card) = state.overlay,
    let change = state.shift?.outbox.first(where: { $0.id == card.change })
  else { return [] }
  switch id {
  case .decideMine:
    state.overlay = nil
    return [.sync(.decide(card.change, change.state == .refused ? .retry : .mine))]
  case .decideTheirs:
    state.overlay = nil
    return [.sync(.decide(card.change, .theirs))]
  default: return []
  }
}
