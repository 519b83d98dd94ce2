import StoreModel
import TaskSync

/// A change of the worker's reached the server: from now on it is kept over sessions.
func confirmed(_ state: inout AppState, _ change: PendingChange) -> [Effect] {
  if let value = state.shift?.kept(of: change) { state.shift?.undo.confirmed(change.edit, change.task, as: value) }
  guard let record = state.record(of: change), let kept = state.shift?.history.confirm(record) else { return [] }
  return keep([kept], state)
}

/// What is sent on the way out of a session reached the server after its worker had left: it is history all the same.
func confirmedAfterwards(_ state: inout AppState, _ change: PendingChange) -> [Effect] {
  guard state.session == nil, let worker = state.notKept.worker else { return [] }
  let names = DeedNames(afterwards: change, state)
  var record = PendingChangeRecord(change, names, register: state.till.register).record
  record.unsent = nil
  state.keepsHistory = true
  return [.sync(.keepHistory([record.bytes], worker))]
}

/// What others did under the worker's eyes.
func recordWhatOthersDid(_ state: inout AppState) -> [Effect] {
  guard let shift = state.shift, !shift.unrecorded.isEmpty else { return [] }
  state.shift?.unrecorded = []
  let records = shift.unrecorded.flatMap {
    HistoryRecord.ofOthers($0, at: shift.heard, shift, state.look.words)
  }
  return keep(records.compactMap { state.shift?.history.add($0) }, state)
}

/// What somebody allowed the worker once stands beside what was done.
func recordAllowance(_ state: inout AppState, _ command: CommandID, by name: String, _ tasks: [TaskID]) -> [Effect] {
  let titles = Dictionary(state.tasks(tasks).map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  let records = tasks.map { task in
    HistoryRecord(
      at: state.now.wall, who: .worker, register: state.till.register, task: task, title: titles[task] ?? "",
      deed: .allowed(command.rawValue, by: name))
  }
  return keep(records.compactMap { state.shift?.history.add($0) }, state)
}

extension AppState {
  fileprivate func record(of change: PendingChange) -> PendingChangeRecord? {
    shift.map { PendingChangeRecord(change, DeedNames(change, self, $0), register: till.register) }
  }
}

extension Shift {
  /// What the server made of a change it has; nil while another change of the field hides it.
  fileprivate func kept(of change: PendingChange) -> EditBase.Value? {
    guard !outbox.of(change.task).contains(where: { $0.edit.field == change.edit.field }) else { return nil }
    return tasks[change.task].flatMap { change.edit.value(in: $0.task) }
      ?? details[change.task].flatMap { change.edit.value(in: $0) }
  }
}

private func keep(_ records: [HistoryRecord], _ state: AppState) -> [Effect] {
  guard !records.isEmpty, let worker = state.session?.worker.id else { return [] }
  return [.sync(.keepHistory(records.map(\.bytes), worker))]
}
