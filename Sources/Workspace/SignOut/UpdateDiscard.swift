import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal

/// `d` on "Sign out?": the changes that are not sent, by name, to tick those that never shall be.
func askWhatToDiscard(_ state: inout AppState) -> [Effect] {
  guard let shift = state.shift, !shift.outbox.isEmpty else { return [] }
  let reading = ChangeReading(state, shift)
  state.overlay = .choice(
    Choice(
      .discard(shift.outbox.map(\.id)), title: state.look.words(SessionPhrase.discardTitle),
      options: Choice.options(shift.outbox.map(reading.line), current: nil)))
  return []
}

/// Enter on that list: asks once more, with their names.
func changesChosen(_ choice: Choice, _ changes: [Int64], _ state: inout AppState) -> [Effect] {
  guard !choice.ticked.isEmpty else {
    state.overlay = .choice(choice)
    state.notice = Notice(state.look.words(SessionPhrase.discardNothing), role: .warning)
    return []
  }
  state.overlay = .question(.discard(choice.ticked.sorted().map { changes[$0] }))
  return []
}

/// They are given up by their owner, which the audit trail notes; the question about signing out comes back after that.
func discardConfirmed(_ changes: [Int64], _ state: inout AppState) -> [Effect] {
  state.overlay = nil
  guard let worker = state.session?.worker.id else { return [] }
  state.discarding = Set(changes)
  state.notice = Notice(state.look.words(SessionPhrase.discardGoing))
  return [.sync(.discard(changes)), .audit(.discarded(worker, changes: changes.count))]
}

/// The outbox changed while changes are being given up.
func discardReported(_ state: inout AppState) -> [Effect] {
  guard !state.discarding.isEmpty, let left = state.shift?.outbox, state.discarding.allSatisfy({ left[id: $0] == nil })
  else { return [] }
  state.discarding = []
  state.notice = nil
  if state.overlay == nil { state.overlay = .signOut(whenSent: false) }
  return []
}

extension Painter {
  /// The changes in question, three of them by name.
  func discardSentence(_ changes: [Int64], _ state: AppState) -> String {
    guard let shift = state.shift else { return "" }
    let reading = ChangeReading(state, shift)
    let lines = shift.outbox.filter { changes.contains($0.id) }.map(reading.line)
    var names = lines.prefix(3).joined(separator: "; ")
    if lines.count > 3 {
      names = words(SessionPhrase.discardMore, ["names": names, "n": String(lines.count - 3)])
    }
    return words.counted(SessionPhrase.discardQuestion, changes.count, ["names": names])
  }
}
