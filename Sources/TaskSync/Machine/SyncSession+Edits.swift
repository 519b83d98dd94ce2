import StoreModel

extension SyncSession {
  /// Works out what an edit means for the outbox and has it written; it counts, and is shown, once that is on disk.
  mutating func edit(_ edit: TaskEdit, _ task: TaskID, seen: EditBase.Value? = nil, now: Now) {
    var waiting = WaitingEdit(edit: edit, task: task)
    let shown = commitOnDisk == nil && seen == nil ? nil : shown(edit, task)
    if commitOnDisk != nil { waiting.seen = shown }
    // Of what they saw no version is known any more: it is merged with what the server has when it leaves.
    if let seen, let shown, shown.value != seen { waiting.seen = EditBase(etag: ETag(rawValue: ""), value: seen) }
    waitingEdits.append(waiting)
    writeWaitingEdits(now: now)
  }

  /// What the screen shows of the field just now, or will when what waits for the disk is written: an answer that comes
  /// before the edit is written must not pass for what its worker saw.
  private mutating func shown(_ edit: TaskEdit, _ given: TaskID) -> EditBase? {
    let task = current(given)
    guard var seen = visible(task)?.task else { return nil }
    var details = visibleDetails(task)
    let names = names(of: task)
    var unwritten: [TaskEdit] = []
    if let onDisk = commitOnDisk?.edits { unwritten += onDisk.places(of: names).map { onDisk[$0].edit } }
    unwritten += waitingEdits.places(of: names).map { waitingEdits[$0].edit }
    looksAtUnwritten += unwritten.count
    for earlier in unwritten {
      // What is made or deleted by then is judged by then; what cannot be done to what is shown will be refused.
      guard earlier.field != .whole else { return nil }
      guard let base = base(of: earlier, on: seen, details) else { continue }
      let row = OutboxRow(
        id: 0, task: task, list: seen.list, title: seen.title, edit: earlier, base: base, made: Timestamp(seconds: 0))
      seen = seen.applying(row, by: userID)
      details = details?.applying(row)
    }
    return base(of: edit, on: seen, details)
  }

  /// The first of the edits that wait, as long as each is of another task, and what they come to: a second edit of a task is
  /// judged by what the first has come to.
  mutating func takeWaitingEdits(now: Now) -> [AcceptedEdit] {
    var edits: [AcceptedEdit] = []
    var tasks: Set<TaskID> = []
    var taken = 0
    for waiting in waitingEdits {
      let (edit, task) = (waiting.edit, current(waiting.task))
      if tasks.contains(task) { break }
      taken += 1
      switch outcome(of: waiting, on: task, now: now) {
      case .none: continue
      case .refused(let refusal): tell(.editRefused(task, edit, refusal))
      case .changes(let changes, let id):
        tasks.formUnion([task, id])
        let predecessor = outbox.last(of: id, before: edit.field)?.id
        edits.append(
          AcceptedEdit(edit: edit, given: waiting.task, task: id, changes: changes, predecessor: predecessor))
      }
    }
    waitingEdits.removeFirst(taken)
    return edits
  }

  /// The id a task has by now, whatever it was called when the worker saw it.
  ///
  /// A task whose deletion was taken back, and refused in the end, is there itself.
  func current(_ task: TaskID) -> TaskID {
    var task = task
    while let newer = identified[task], visible(task) == nil { task = newer }
    return task
  }

  private enum Outcome {
    case none
    case refused(EditRefusal)
    case changes([AcceptedEdit.Change], TaskID)
  }

  private mutating func outcome(of waiting: WaitingEdit, on task: TaskID, now: Now) -> Outcome {
    let edit = waiting.edit
    if case .create(let new) = edit { return creation(new, task, waiting.task, now: now) }
    guard let seen = visible(task)?.task else { return .refused(.taskGone) }
    if locks[task]?.contains(edit.field.kind) == true { return .refused(.locked) }
    if edit.isOnDetails, visibleDetails(task) == nil { return .refused(.detailsUnknown) }
    guard let base = waiting.seen ?? base(of: edit, on: seen, visibleDetails(task)) else { return .refused(.taskGone) }
    if edit.isDone(in: base.value) { return .none }
    if case .moveItem(_, let after?) = edit, visibleDetails(task)?.checklist.contains(where: { $0.id == after }) != true
    {
      return .refused(.taskGone)
    }
    if let unsent = undoes(edit, task) { return .changes(unsent.map(AcceptedEdit.Change.drop), task) }
    if let last = outbox.chain(task).last, last.edit.field == edit.field, isUnseen(last), last.edit.mayBecome(edit),
      !waiting.isOnOlder(than: last)
    {
      var row = last
      row.edit = edit
      row.made = now.wall
      return .changes([.put(row)], task)
    }
    var new = row(edit, task, seen.list, seen.title, base, now: now)
    new.sawRemoteComplete = waiting.sawRemoteComplete && waiting.seen != nil && new.standsOnOpen
    return .changes([.put(new)], task)
  }

  /// The field of an edit as the worker sees it; nil when there is no such thing.
  private func base(of edit: TaskEdit, on seen: StoreTask, _ details: TaskDetails?) -> EditBase? {
    if let value = edit.value(in: seen) { return EditBase(etag: seen.etag, value: value) }
    guard let details, let value = edit.value(in: details) else { return nil }
    if value == .noItem, !edit.isAddition { return nil }
    return EditBase(etag: details.etag, value: value)
  }

  /// A creation, and edits of their own for what Planner keeps apart from the task.
  private mutating func creation(_ new: NewTask, _ task: TaskID, _ given: TaskID, now: Now) -> Outcome {
    // Taking back a deletion that no server has seen.
    if let last = outbox.chain(task).last, last.edit == .delete, isUnseen(last) {
      return .changes([.drop(last.id)], task)
    }
    guard replica.list(new.list) != nil else { return .refused(.listGone) }
    var bare = new
    bare.note = ""
    bare.checklist = []
    var row = row(
      .create(bare), given, new.list, new.title, EditBase(etag: ETag(rawValue: ""), value: .nothing), now: now)
    if !given.isLocal || visible(given) != nil || identified[given] != nil {
      row.task = .local("\(worker.id.object)-\(row.id)")
    }
    var rows = [row]
    let fresh = ETag(rawValue: "")
    if !new.note.isEmpty {
      let base = EditBase(etag: fresh, value: .text(""))
      rows.append(self.row(.setNote(new.note), row.task, new.list, new.title, base, now: now))
    }
    for item in new.checklist {
      let edit = TaskEdit.addItem(id: item.id, title: item.title, isChecked: item.isChecked)
      rows.append(self.row(edit, row.task, new.list, new.title, EditBase(etag: fresh, value: .noItem), now: now))
    }
    return .changes(rows.map(AcceptedEdit.Change.put), row.task)
  }

  private mutating func row(
    _ edit: TaskEdit, _ task: TaskID, _ list: ListID, _ title: String, _ base: EditBase, now: Now
  ) -> OutboxRow {
    lastSequence += 1
    var row = OutboxRow(id: lastSequence, task: task, list: list, title: title, edit: edit, base: base, made: now.wall)
    // It leaves as soon as it is on disk.
    if edit.isMarkedAsLeft, !isBlocked, !row.hasNoVersion { row.attempt = .left }
    return row
  }

  /// The unsent rows that an edit takes back, so that nothing has to be sent at all.
  private func undoes(_ edit: TaskEdit, _ task: TaskID) -> [Int64]? {
    let chain = outbox.chain(task)
    switch edit {
    case .delete:
      guard let first = chain.first, case .create = first.edit, isUnseen(first) || first.isRefused else { return nil }
      return chain.map(\.id)
    case .removeItem(let key):
      let rows = chain.filter { $0.edit.checklistItem == key }
      guard let first = rows.first, first.edit.isAddition, rows.allSatisfy(isUnseen) else { return nil }
      return rows.map(\.id)
    default:
      guard let last = outbox.last(of: task, before: edit.field), last.edit.field == edit.field, isUnseen(last) else {
        return nil
      }
      return edit.isDone(in: last.base.value) ? [last.id] : nil
    }
  }

  /// Whether a row goes on by itself and no server can have seen it.
  private func isUnseen(_ row: OutboxRow) -> Bool {
    guard row.stop == nil, !row.isMerged, let progress = outbox[progress: row.id] else { return false }
    return progress.phase == .waiting && !progress.mayHaveBeenSent
  }
}

extension WaitingEdit {
  /// Whether its worker began on something older than what the row makes of the field.
  fileprivate func isOnOlder(than row: OutboxRow) -> Bool {
    guard let seen, seen.etag.rawValue.isEmpty else { return false }
    return !row.edit.isDone(in: seen.value)
  }
}

extension OutboxRow {
  /// Whether the server has said no for good.
  fileprivate var isRefused: Bool { if case .refused = stop { true } else { false } }
}

extension TaskEdit {
  /// Whether it adds a checklist item.
  var isAddition: Bool { if case .addItem = self { true } else { false } }

  /// Whether an unsent edit of the same field may simply become the newer one.
  fileprivate func mayBecome(_ newer: TaskEdit) -> Bool {
    switch (self, newer) {
    case (.create, _), (.delete, _), (.addItem, _), (.removeItem, _): false
    default: true
    }
  }
}
