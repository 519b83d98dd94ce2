import StoreModel
import Strings
import TaskSync

/// `u`: the last change is taken back; what others made of the field since is not gone over unasked.
func takeBack(_ state: inout AppState) -> [Effect] {
  guard let steps = state.shift?.undo.done.last?.steps else { return [] }
  if asksBeforeDeleting(steps.map(\.turned), &state) { return [] }
  _ = state.shift?.undo.undo()
  state.notice = state.override?.note ?? Notice(state.look.words(.noticeUndone, state.summary(of: steps)))
  return give(steps.reversed().map(\.turned), &state)
}

/// Ctrl+R: what was taken back last is made again.
func takeForward(_ state: inout AppState) -> [Effect] {
  guard let steps = state.shift?.undo.undone.last?.steps else { return [] }
  if asksBeforeDeleting(steps, &state) { return [] }
  _ = state.shift?.undo.redo()
  state.notice = state.override?.note ?? Notice(state.look.words(.noticeRedone, state.summary(of: steps)))
  return give(steps, &state)
}

/// Asks before tasks go with what others made of them since they were made or brought back.
private func asksBeforeDeleting(_ steps: [UndoHistory.Step], _ state: inout AppState) -> Bool {
  let isChanged = steps.contains { step in
    guard step.edit == .delete, case .create(let new) = step.opposite, let task = state.tasks([step.task]).first else {
      return false
    }
    return !task.isStill(new, details: state.shift?.details[step.task])
  }
  if isChanged { state.overlay = .question(.deleteChanged(steps.map(\.task))) }
  return isChanged
}

/// Has sync make the edits of the steps, each where the field still holds what its opposite left there.
private func give(_ steps: [UndoHistory.Step], _ state: inout AppState) -> [Effect] {
  if let step = steps.first, case .create = step.edit { state.shift?.board.restored = step.task }
  state.shift?.board.keep(steps.filter { $0.edit == .setStatus(.complete) }.map(\.task))
  return steps.flatMap { $0.effects(state) }
}

extension UndoHistory.Step {
  /// What makes its edit.
  fileprivate func effects(_ state: AppState) -> [Effect] {
    if let stopped = stopped(state) {
      let withdrawal = Effect.sync(.discard([stopped.id]))
      // One that took the place of another before it was sent stands on what was there before both.
      guard let base = stopped.before, !edit.isDone(in: base) else { return [withdrawal] }
      return [withdrawal, .sync(.edit(edit, task, seen: base))]
    }
    return [.sync(.edit(edit, task, seen: before))] + place(state)
  }

  /// Its opposite, where that is with sync and goes no further.
  private func stopped(_ state: AppState) -> PendingChange? {
    if case .create = opposite { return nil }
    return state.shift?.outbox.of(task).last { $0.edit == opposite && $0.state.isStopped }
  }

  /// What brings an item back to its place, as it is added at the end.
  private func place(_ state: AppState) -> [Effect] {
    guard case .addItem(let item, _, _) = edit, let details = state.shift?.details[task] else { return [] }
    let others = details.checklist.map(\.id).filter { $0 != item }
    let upper = above.last(where: others.contains)
    return upper == others.last ? [] : [.sync(.edit(.moveItem(id: item, after: upper), task))]
  }
}

extension AppState {
  /// What steps changed, and of which task or of how many.
  fileprivate func summary(of steps: [UndoHistory.Step]) -> [String: String] {
    ["change": changes(in: steps), "title": titles(steps)]
  }

  private func titles(_ steps: [UndoHistory.Step]) -> String {
    let tasks = Set(steps.map(\.task))
    if tasks.count > 1 { return look.words.counted(.markedCount, tasks.count) }
    guard let first = steps.first else { return "" }
    if case .create(let new) = first.edit { return new.title }
    if case .create(let old) = first.opposite { return old.title }
    if case .setTitle(let before) = first.opposite { return before }
    return shift?.tasks[first.task]?.task.title ?? ""
  }

  /// The change in words where it is one, else its fields.
  private func changes(in steps: [UndoHistory.Step]) -> String {
    guard let shift else { return "" }
    let deeds = Set(
      steps.map { step in
        let change = PendingChange(step, at: now.wall)
        return Deed(change, DeedNames(change, self, shift))
      })
    if deeds.count == 1, let deed = deeds.first { return look.words(deed, self) }
    let fields = steps.map { ChangeReading(self, shift).field($0.edit) }
    return fields.indices.filter { !fields[..<$0].contains(fields[$0]) }.map { fields[$0] }.joined(separator: ", ")
  }
}

extension PendingChange {
  /// A step as if it had just been made.
  fileprivate init(_ step: UndoHistory.Step, at moment: Timestamp) {
    self.init(
      id: 0, task: step.task, title: "", edit: step.edit, before: step.before, made: moment, state: .notSent)
  }
}
