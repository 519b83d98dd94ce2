import StoreModel

extension SyncSession {
  /// Carries out what the owner of a stopped change decided.
  mutating func decide(_ id: Int64, _ decision: ChangeDecision) {
    guard var row = outbox[id], let stop = row.stop else { return }
    switch decision {
    case .theirs: return discard(row)
    // On what its worker saw it goes no further, not even where somebody has put that back: it is looked at once more.
    case .retry where stop.trouble.isConflict: return look(row.settlingRead)
    case .retry: break
    // A card that shows nothing of the server decides nothing about it.
    case .mine where !stop.trouble.isConflict, .both where !stop.trouble.isConflict: break
    case .mine, .both:
      guard let base = currentBase(of: row) else { break }
      if let now = conflictNow(row), now != stop.trouble {
        return self.stop(row, .needsDecision(now))
      }
      // What is gone is not made again by a tick or a new name.
      if base.value == .noItem, !row.edit.isAddition { return }
      if case .both(let heading) = decision {
        guard let both = row.both(base.value, heading: heading) else { return }
        row.edit = .setNote(both)
        row.isMerged = true
      }
      row.base = base
      row.sawRemoteComplete = false
    }
    unlock(row)
    row.stop = nil
    if case .severalAlike(let others) = stop.trouble { row.attempt?.others += others }
    outbox.put(row)
    // A creation that may have been done is looked for before it is repeated, whatever it was stopped for.
    outbox[progress: id]?.phase = row.isCreation && row.attempt != nil ? .unknown : .waiting
    outbox[progress: id]?.clashes = 0
    outbox[progress: id]?.isUnanswered = false
    touch(row)
    save(StoreCommit(rows: [row]))
  }

  /// The owner gives changes up, by name; what is on its way to the server just now cannot be called back and stays.
  mutating func discard(_ ids: [Int64]) {
    for id in ids.reversed() {
      guard let row = outbox[id], outbox[progress: id]?.phase != .sending else { continue }
      unlock(row)
      discard(row)
    }
  }

  /// The owner gives a change up; what hangs on a task that then never comes to be goes with it, and so does what is being
  /// written of either: it counts as written, and its removal goes with the next transaction.
  private mutating func discard(_ row: OutboxRow) {
    // One of those that look like it is taken for it, but none that its owner has deleted themselves.
    if case .severalAlike(let others) = row.stop?.trouble,
      let newest = others.filter({ visible($0) != nil }).compactMap({ replica.tasks[$0] }).last
    {
      return made(row, ServerTask(newest))
    }
    let edit = editBeingWritten(of: row)
    if let edit { countAsWritten(edit) }
    guard row.isCreation else {
      hiddenOthers.insert(row.id)
      return remove(row, rebasing: false)
    }
    let chain = outbox.chain(row.task)
    for other in chain {
      outbox.remove(other.id)
      touch(other)
    }
    save(StoreCommit(removedRows: chain.map(\.id)))
    if let edit { tell(.editRefused(row.task, edit.edit, .taskGone)) }
  }

  /// The edit being written, if it makes another edit of a row or hangs on the task that the row is to make.
  private func editBeingWritten(of row: OutboxRow) -> AcceptedEdit? {
    commitOnDisk?.edits.first { edit in
      edit.changes.contains { change in
        guard case .put(let new) = change else { return false }
        return new.id == row.id || row.isCreation && current(edit.task) == row.task
      }
    }
  }

  /// The server's state of a row's field as last known.
  func currentBase(of row: OutboxRow) -> EditBase? {
    if row.edit.isOnDetails {
      return replica.details[row.task].flatMap { details in
        row.edit.value(in: details).map { EditBase(etag: details.etag, value: $0) }
      }
    }
    return replica.tasks[row.task].flatMap { task in
      row.edit.value(in: task).map { EditBase(etag: task.etag, value: $0) }
    }
  }

  /// The row on the server's version now, if its field is there as the worker saw it; any other is merged when it leaves.
  func rebased(_ row: OutboxRow) -> OutboxRow? {
    guard let base = currentBase(of: row), base.value == row.base.value else { return nil }
    var next = row
    next.base = base
    return next
  }

  /// Takes a row out for good; where the server has done it, those that waited for it stand on what the server has now.
  ///
  /// Where it has not, they know of the completion that this one stood on: whoever reopened the task was another.
  mutating func remove(_ row: OutboxRow, rebasing: Bool) {
    var commit = StoreCommit()
    let next = outbox.followers(of: row)
    outbox.remove(row.id)
    commit.removedRows.append(row.id)
    // A deletion stands on the whole task as it was seen, whatever becomes of one field; what was done to a task just made
    // stands on its first version, or on the one it left on where the disk did not take that the creation was confirmed.
    for follower in next where rebasing && follower.edit != .delete && !row.isCreation {
      guard let rebased = rebased(follower) else { continue }
      outbox.put(rebased)
      commit.rows.append(rebased)
    }
    if !rebasing, row.knewCompletion {
      noteCompletionUnwritten(of: row.task)
      for var follower in next where follower.standsOnOpen && !follower.sawRemoteComplete {
        follower.sawRemoteComplete = true
        outbox.put(follower)
        commit.rows.append(follower)
      }
    }
    touch(row)
    save(commit)
  }

  /// What the server has now is shown on the cards of those that wait for a decision.
  mutating func refreshCards(_ task: TaskID) {
    guard outbox.contains(task) else { return }
    for row in outbox.chain(task) {
      guard case .needsDecision(let trouble) = row.stop, trouble.isConflict, let base = currentBase(of: row),
        let now = conflictNow(row)
      else { continue }
      if row.edit.isDone(in: base.value) {
        confirm(row, byOthers: isDoneByOthers(row))
      } else if now != trouble {
        stop(row, .needsDecision(now))
      }
    }
  }

  private func conflictNow(_ row: OutboxRow) -> ChangeTrouble? {
    currentBase(of: row).map { row.conflict(with: $0.value, by: replica.tasks[row.task]?.completedBy) }
  }
}

extension OutboxRow {
  fileprivate func both(_ remote: EditBase.Value, heading: String) -> String? {
    guard case .setNote(let mine) = edit, case .text(let before) = base.value, case .text(let theirs) = remote else {
      return nil
    }
    return NoteMerge(base: before, mine: mine, theirs: theirs).both(heading: heading)
  }
}

extension ChangeTrouble {
  /// Whether it shows what the server has.
  fileprivate var isConflict: Bool {
    switch self {
    case .conflict, .itemConflict, .changed: true
    case .severalAlike, .listGone, .tooOld, .fileChanged, .taskGone, .forbidden, .malformed: false
    }
  }
}
