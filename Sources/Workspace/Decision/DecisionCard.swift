import StoreModel
import Strings
import TaskSync

/// A change that goes no further until its owner decides.
public struct DecisionCard: Equatable, Sendable {
  /// Its number in the outbox.
  public var change: Int64
  /// Lines of it scrolled out at the top.
  public var top = 0
}

func decisionCommand(_ id: CommandID, _ state: inout AppState) -> [Effect] {
  guard case .decision(var card) = state.overlay,
    let change = state.shift?.outbox[id: card.change]
  else { return [] }
  switch id {
  case .decideMine: return decide(card.change, change.isOverruled ? .mine : .retry, &state)
  case .decideTheirs:
    // Of tasks that look alike one is taken for the worker's own: then it was made.
    if case .severalAlike = change.trouble { return decide(card.change, .theirs, &state) }
    state.shift?.undo.forget(change.edit, change.task)
    return decide(card.change, .theirs, &state)
  case .decideBoth:
    let parts = [
      "name": state.session?.worker.displayName ?? "", "time": state.calendar.clock(change.made, state.look),
    ]
    return decide(card.change, .both(heading: state.look.words(ChangePhrase.decisionBothHeading, parts)), &state)
  case .moveUp, .moveDown, .pageUp, .pageDown:
    let step = id == .moveUp || id == .moveDown ? 1 : decisionRows(state.size)
    let last = max(0, decisionLines(change, state).count - decisionRows(state.size))
    card.top = min(max(0, card.top + (id == .moveUp || id == .pageUp ? -step : step)), last)
    state.overlay = .decision(card)
    return []
  default: return []
  }
}

private func decide(_ change: Int64, _ decision: ChangeDecision, _ state: inout AppState) -> [Effect] {
  state.overlay = nil
  return [.sync(.decide(change, decision))]
}

/// Whether what the worker did can still be done.
func mayDecideMine(_ state: AppState) -> Availability {
  guard case .decision(let card) = state.overlay,
    let change = state.shift?.outbox[id: card.change], !change.isWithoutObject
  else { return .disabled(.reasonObjectGone) }
  return .enabled
}

/// Whether both versions can be kept: of a note that two people wrote.
func mayJoin(_ state: AppState) -> Availability {
  guard case .decision(let card) = state.overlay,
    let change = state.shift?.outbox[id: card.change], change.isNoteOfTwo
  else { return .disabled(.reasonNothingToJoin) }
  return .enabled
}

extension PendingChange {
  /// Whether the question is what the worker wants against what somebody else did.
  var isOverruled: Bool {
    switch trouble {
    case .conflict, .itemConflict, .changed, .severalAlike: true
    case .taskGone, .listGone, .forbidden, .malformed, .tooOld, .fileChanged, nil: false
    }
  }

  /// Whether what it is about is gone: no second try brings that back.
  var isWithoutObject: Bool {
    switch (trouble, edit) {
    case (.taskGone, _): true
    case (.itemConflict(nil), .addItem): false
    case (.itemConflict(nil), _): true
    default: false
    }
  }

  /// Whether two people wrote a note, and neither emptied it.
  var isNoteOfTwo: Bool {
    guard case .setNote(let mine) = edit, case .changed(.text(let theirs), _) = trouble else { return false }
    return !mine.isEmpty && !theirs.isEmpty
  }
}
