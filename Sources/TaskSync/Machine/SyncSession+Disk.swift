import StoreModel

extension SyncSession {
  /// Has a change of the copy written with the next transaction.
  mutating func save(_ commit: StoreCommit) { backlog.append(commit) }

  /// Starts the next transaction if none is being written.
  mutating func writeBacklog() {
    guard commitOnDisk == nil, !backlog.isEmpty, !isDiskRefusing else { return }
    let commit = backlog
    backlog = StoreCommit()
    write(commit)
  }

  mutating func write(_ rest: StoreCommit, edits: [AcceptedEdit] = []) {
    source.lastCommit += 1
    let id = CommitID(number: source.lastCommit)
    commitOnDisk = CommitOnDisk(id: id, rest: rest, edits: EditsByTask(edits))
    var accepted = StoreCommit()
    for change in edits.flatMap(\.changes) {
      switch change {
      case .put(let row): accepted.rows.append(row)
      case .drop(let row): accepted.removedRows.append(row)
      }
    }
    accepted.renamings = edits.filter(\.givesNewID).map { TaskRenaming($0.given, to: $0.task) }
    var commit = rest
    commit.append(accepted)
    actions.append(.commit(id, commit, worker.id))
  }

  mutating func committed(_ id: CommitID, _ fault: StoreFault?, now: Now) {
    guard let done = commitOnDisk, done.id == id else { return }
    commitOnDisk = nil
    if let fault {
      var again = done.rest
      again.append(backlog)
      backlog = again
      if !isDiskRefusing, fault == .diskFull { tell(.storage(.diskFull)) }
      isDiskRefusing = true
      for edit in done.edits { tell(.editRefused(current(edit.given), edit.edit, EditRefusal(fault))) }
      refuseWhatStands(on: done.edits, EditRefusal(fault))
    } else {
      isDiskRefusing = false
      accept(done.edits)
    }
    writeWaitingEdits(now: now)
  }

  /// The session ends before the disk answers: what the edits being written come to is taken in now, so that what follows
  /// from them goes with the next transaction.
  mutating func countAsWritten() {
    let edits = commitOnDisk?.edits
    commitOnDisk = nil
    if let edits { accept(edits) }
  }

  /// What one of the edits being written is about is given up before the disk answers: what it comes to is taken in now too.
  mutating func countAsWritten(_ edit: AcceptedEdit) {
    commitOnDisk?.edits.removeAll { $0 == edit }
    accept(EditsByTask([edit]))
  }

  /// What was noted about their rows while these were being written must not bring an old edit back.
  private mutating func accept(_ edits: EditsByTask<AcceptedEdit>) {
    var noted = Set(backlog.rows.map(\.id))
    if !noted.isEmpty {
      noted.formIntersection(edits.flatMap(\.changes).map(\.row))
      backlog.rows.removeAll { noted.contains($0.id) }
    }
    for edit in edits {
      if edit.givesNewID { identify(edit.given, as: edit.task) }
      for change in edit.changes {
        switch change {
        case .put(let row): accept(row, edit, isNoted: noted.contains(row.id))
        case .drop(let id):
          guard let row = outbox[id] else { continue }
          outbox.remove(id)
          touch(row)
        }
      }
    }
  }

  private mutating func accept(_ new: OutboxRow, _ edit: AcceptedEdit, isNoted: Bool) {
    var row = new
    row.task = current(row.task)
    if outbox[row.id]?.sawRemoteComplete == true || edit.sawRemoteComplete && row.standsOnOpen {
      row.sawRemoteComplete = true
    }
    let isFollower = edit.predecessor.map { outbox[$0] == nil && !hiddenOthers.contains($0) } ?? false
    row = (isFollower ? rebased(row) : nil) ?? onFirstVersion(row)
    if isNoted || row != new { save(StoreCommit(rows: [row])) }
    outbox.put(row)
    touch(row)
  }

  /// What was done to a field as an edit had left it that never came to be stands on nothing that anybody has seen.
  private mutating func refuseWhatStands(on refused: EditsByTask<AcceptedEdit>, _ refusal: EditRefusal) {
    var fields: [TaskID: [TaskField]] = [:]
    for edit in refused { fields[current(edit.task), default: []].append(edit.edit.field) }
    var others: [WaitingEdit] = []
    for waiting in waitingEdits {
      let task = current(waiting.task)
      let field = waiting.edit.field
      if fields[task]?.contains(where: field.overlaps) == true {
        fields[task]?.append(field)
        tell(.editRefused(task, waiting.edit, refusal))
      } else {
        others.append(waiting)
      }
    }
    waitingEdits = EditsByTask(others)
  }

  /// Has what waits written: what was done to many tasks at once goes as one transaction, so that no end of the program
  /// comes between them.
  mutating func writeWaitingEdits(now: Now) {
    while commitOnDisk == nil, !waitingEdits.isEmpty {
      let edits = takeWaitingEdits(now: now)
      guard !edits.isEmpty else { continue }
      let rest = backlog
      backlog = StoreCommit()
      write(rest, edits: edits)
    }
  }
}

extension EditRefusal {
  /// What a fault of the disk means to an edit.
  init(_ fault: StoreFault) {
    switch fault {
    case .diskFull: self = .diskFull
    case .filesRemoved: self = .filesRemoved
    case .diskFailed, .unusable, .notOpen: self = .diskFailed
    }
  }
}
