import StoreModel

extension SyncSession {
  /// The server refuses to change this field of this task to whoever asks: remembered, so that nobody runs into it again.
  ///
  /// A list that cannot be read at all is another matter: then it is the worker who is no member. Nor does head office
  /// keep a status to itself: it asks for something first, a ticked checklist or an approval, and Graph v1.0 does not say
  /// what.
  mutating func lock(_ row: OutboxRow) {
    guard row.edit.field.kind != .status else { return }
    guard replica.tasks[row.task] != nil, !isClosed(row.list) else { return }
    let kind = row.edit.field.kind
    guard locks[row.task, default: []].insert(kind).inserted else { return }
    lockChanged(row.task)
  }

  /// Its owner wants to try again.
  mutating func unlock(_ row: OutboxRow) {
    guard locks[row.task]?.remove(row.edit.field.kind) != nil else { return }
    lockChanged(row.task)
  }

  private mutating func lockChanged(_ task: TaskID) {
    let kinds = locks[task] ?? []
    if kinds.isEmpty { locks[task] = nil }
    told.change(task)
    save(StoreCommit(locks: [task: kinds]))
  }

  private func isClosed(_ list: ListID) -> Bool {
    let title = replica.list(list)?.title ?? list.rawValue
    return standing.listTrouble.contains { $0.title == title && $0.status == 403 }
  }
}
