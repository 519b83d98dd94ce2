import StoreModel
import TaskSync

/// What was half written for a task or a list that is no longer here can neither be gone on with nor be asked for again.
///
/// Its words are shown, so that their writer can take them down: a note on its own page, a line in a question, once in a
/// session. They are kept until the writer drops them.
func showGone(_ state: inout AppState) {
  guard state.isPlaceFound, let shift = state.shift, shift.standing.lastSync != nil, shift.standing.listTrouble.isEmpty,
    state.overlay == nil
  else { return }
  switch state.page {
  case .tasks, .task: break
  default: return
  }
  if let note = state.draft ?? shift.notesHeld.last, let task = note.task, shift.tasks[task] == nil {
    if state.draft == nil { state.shift?.notesHeld.removeLast() }
    return resume(note, over: "", &state)
  }
  if let line = state.asked.first(where: { state.isGone($0) && !shift.shownAsGone.contains($0) }) {
    state.shift?.shownAsGone.insert(line)
    state.overlay = .question(.typedForGone(line))
  }
}

extension AppState {
  /// Whether what a line was for is gone, as far as can be told.
  fileprivate func isGone(_ line: Draft) -> Bool {
    line.asks.map { holds($0) == false } ?? true
  }
}
