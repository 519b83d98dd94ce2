import StoreModel

extension SyncSession {
  /// Works out what an edit means for the outbox and has it written; it counts, and is shown, once that is on disk.
  mutating func edit(_ edit: TaskEdit, _ task: TaskID, now: Now) {
    guard replica.tasks[task] != nil else { return tell(.editRefused(task, edit, .taskGone)) }
    guard commitOnDisk == nil else {
      waitingEdits.append((edit, task))
      return
    }
    switch change(edit, task, now: now) {
    case .none: return
    case .refused: tell(.editRefused(task, edit, .taskGone))
    case .change(let change):
      let rest = backlog
      backlog = StoreCommit()
      let name = Field.Name(edit)
      let predecessor = outbox.chain(task).last { Field.Name($0.edit) == name }?.id
      write(rest, edit: AcceptedEdit(edit: edit, task: task, change: change, predecessor: predecessor))
    }
  }

  private enum Outcome {
    case none, refused
    case change(AcceptedEdit.Change)
  }

  private mutating func change(_ edit: TaskEdit, _ task: TaskID, now: Now) -> Outcome {
    guard let seen = visible(task)?.task, let known = replica.tasks[task] else { return .refused }
    let base: EditBase
    switch edit {
    case .setStatus(let status):
      if seen.status == status { return .none }
      base = EditBase(etag: known.etag, value: .percentComplete(seen.percentComplete))
    case .check(let key, let isChecked):
      guard let details = visibleDetails(task), let item = details.checklist.first(where: { $0.id == key }) else {
        return .refused
      }
      if item.isChecked == isChecked { return .none }
      base = EditBase(etag: details.etag, value: .item(title: item.title, isChecked: item.isChecked))
    }
    if let last = outbox.chain(task).last, mayRewrite(last, by: edit) {
      if isBack(edit, to: last.base) { return .change(.drop(last.id)) }
      var row = last
      row.edit = edit
      row.made = now.wall
      return .change(.put(row))
    }
    lastSequence += 1
    return .change(
      .put(
        OutboxRow(
          id: lastSequence, task: task, list: known.list, title: known.title, edit: edit, base: base, made: now.wall)))
  }

  /// Only the last edit of a task, of the same field, which no server can have seen.
  private func mayRewrite(_ row: OutboxRow, by edit: TaskEdit) -> Bool {
    guard row.stop == nil, Field.Name(row.edit) == Field.Name(edit), let progress = outbox.progress[row.id] else {
      return false
    }
    return progress.phase == .waiting && !progress.mayHaveBeenSent
  }

  private func isBack(_ edit: TaskEdit, to base: EditBase) -> Bool {
    switch (edit, base.value) {
    case (.setStatus(let status), .percentComplete(let percent)): TaskStatus(percentComplete: percent) == status
    case (.check(_, let isChecked), .item(_, let wasChecked)): isChecked == wasChecked
    default: false
    }
  }

  /// Carries out what the owner of a stopped change decided.
  mutating func decide(_ id: Int64, _ decision: ChangeDecision) {
    guard var row = outbox[id], row.stop != nil else { return }
    switch decision {
    case .theirs:
      remove(row)
    case .mine, .retry:
      if decision == .mine { row.base = currentBase(of: row) ?? row.base }
      row.stop = nil
      row.sawRemoteComplete = false
      outbox.put(row)
      outbox.progress[id]?.phase = .waiting
      outbox.progress[id]?.clashes = 0
      touch(row)
      save(StoreCommit(rows: [row]))
    }
  }

  /// The server's state of a row's field as last known.
  func currentBase(of row: OutboxRow) -> EditBase? {
    switch row.edit {
    case .setStatus:
      replica.tasks[row.task].map { EditBase(etag: $0.etag, value: .percentComplete($0.percentComplete)) }
    case .check(let key, _):
      replica.details[row.task].flatMap { details in
        details.checklist.first { $0.id == key }
          .map { EditBase(etag: details.etag, value: .item(title: $0.title, isChecked: $0.isChecked)) }
      }
    }
  }

  /// Takes a row out for good and lets the next one of the same field stand on what the server has now.
  mutating func remove(_ row: OutboxRow) {
    var commit = StoreCommit()
    let next = outbox.followers(of: row).first
    outbox.remove(row.id)
    commit.removedRows.append(row.id)
    if var next, let base = currentBase(of: row) {
      next.base = base
      outbox.put(next)
      commit.rows.append(next)
    }
    touch(row)
    save(commit)
  }
}
