import StoreModel

extension SyncSession {
  /// Lets leave what may leave now, and asks to be woken when the next thing is due.
  mutating func pump(now: Now) {
    if let hold, hold <= now.instant { self.hold = nil }
    if let retry, retry <= now.instant { self.retry = nil }
    writeBacklog()
    if !isBlocked {
      startRoundIfDue(now: now)
      sendRows(now: now)
      while asks.count < settings.parallel, !queue.isEmpty { ask(queue.removeFirst()) }
    }
    if standing.nextRound != shownNextRound { standing.nextRound = shownNextRound }
    askToBeWoken()
  }

  mutating func ask(_ ask: Ask) {
    source.lastAsk += 1
    let id = AskID(number: source.lastAsk)
    asks[id] = ask
    actions.append(.ask(id, ask.request))
  }

  private var shownNextRound: Instant? {
    isHalted || isFlushing || round != nil ? nil : [nextRound, hold, retry].compactMap(\.self).max()
  }

  private mutating func askToBeWoken() {
    let wake: Instant?
    if isHalted {
      wake = nil
    } else if isBlocked {
      wake = [hold, retry].compactMap(\.self).max()
    } else {
      wake = round == nil ? nextRound : nil
    }
    guard wake != wakeAsked else { return }
    wakeAsked = wake
    actions.append(.wake(wake))
  }

  private mutating func sendRows(now: Now) {
    guard asks.count < settings.parallel else { return }
    var last = Int64.min
    while let id = outbox.ready(after: last) {
      last = id
      guard let row = outbox[id], let progress = outbox[progress: id], !isBeingWritten(row.task) else { continue }
      guard asks.count < settings.parallel else { return }
      switch progress.phase {
      case .waiting where !isReadFirst(row, progress, now: now.instant): send(row, now: now)
      case .waiting, .unknown, .clashed: read(row)
      case .sending: break
      }
    }
    writeBacklog()
  }

  /// Whether an edit of a task is on its way to the disk.
  private func isBeingWritten(_ task: TaskID) -> Bool {
    guard let edits = commitOnDisk?.edits, !edits.isEmpty else { return false }
    return !edits.places(of: names(of: task)).isEmpty
  }

  /// Whether the server's state is looked at before the row first leaves.
  ///
  /// A tick names no sentence, so the server would not object where the sentence became another one meanwhile: it has been
  /// read just now. A place in the checklist is named by its neighbours. And where the copy was destroyed at a sign-out, nothing
  /// known speaks against an edit: a task just made may have been completed before its id was known here.
  private func isReadFirst(_ row: OutboxRow, _ progress: Outbox.Progress, now: Instant) -> Bool {
    guard row.edit.isOnDetails else { return !row.isCreation && replica.tasks[row.task] == nil }
    if row.hasNoVersion { return true }
    switch row.edit {
    case .check: return progress.read.map { $0.duration(to: now) > .seconds(10) } ?? true
    case .addItem, .moveItem: return replica.details[row.task] == nil
    default: return false
    }
  }

  /// Reads what a row is about, to settle it.
  mutating func read(_ row: OutboxRow) {
    outbox[progress: row.id]?.isReading = true
    ask(Ask(request: row.settlingRead, purpose: .settle(row.id)))
  }

  /// Sends a row against the version the worker saw, unless what is known of the server already settles it.
  ///
  /// What leaves is what the disk has: a base noted in memory alone would be the old one again after a power cut, and the
  /// server could not object to what was done and undone in between.
  private mutating func send(_ row: OutboxRow, now: Now) {
    guard isWritten(row) else { return }
    if case .create = row.edit {
      guard isRecognisable(row, now: now) else { return }
    } else if let verdict = knownVerdict(on: row) {
      switch verdict {
      // The copy may be old: the server is read before a person is asked, or the edit is called done unsent.
      case .confirmed, .ask: return read(row)
      case .join:
        let lastWord = currentBase(of: row).map { row.conflict(with: $0.value, by: nil) } ?? .taskGone
        carryOut(verdict, on: row, lastWord, rebasing: true)
        return
      case .send: break
      }
    }
    guard isMarkedAsLeft(row) else { return }
    guard let request = row.write(replica.details[row.task]) else { return confirm(row) }
    outbox[progress: row.id]?.phase = .sending
    outbox[progress: row.id]?.mayHaveBeenSent = true
    touch(row)
    ask(Ask(request: request, purpose: .send(row.id)))
  }

  /// What the last known state says; nil when the field is there as the worker saw it.
  private func knownVerdict(on row: OutboxRow) -> MergeVerdict? {
    guard let now = currentBase(of: row), now != row.base else { return nil }
    let mayBeDone = outbox[progress: row.id]?.mayBeDone == true
    if row.edit.isOnDetails {
      return replica.details[row.task].map { row.verdict(against: $0, changedSince: false, mayBeDone: mayBeDone) }
    }
    return replica.tasks[row.task].map { row.verdict(against: $0, changedSince: false, mayBeDone: mayBeDone) }
  }
}

extension OutboxRow {
  /// The request that carries the edit out; nil when nothing is left to do. `details` as the server has them.
  fileprivate func write(_ details: TaskDetails?) -> ServerRequest? {
    let write: TaskWrite
    switch edit {
    case .setStatus(let status): write = .percentComplete(status.percentComplete)
    case .check(let item, let isChecked): write = .ticked(item: item, isChecked)
    case .addItem(let id, let title, let isChecked):
      let last = details?.checklist.last { $0.id != id }?.id
      let hint = details?.orderHint(after: last, moved: id) ?? " !"
      write = .newItem(id, title: title, isChecked: isChecked, orderHint: hint)
    case .renameItem(let id, let title): write = .itemTitle(item: id, title)
    case .removeItem(let id): write = .noItem(id)
    case .moveItem(let id, let after):
      guard let hint = details?.orderHint(after: after, moved: id) else { return nil }
      write = .itemPlace(item: id, orderHint: hint)
    case .setNote(let text): write = .note(text)
    case .setTitle(let text): write = .title(text)
    case .setDue(let moment): write = .due(moment)
    case .setStart(let moment): write = .start(moment)
    case .setPriority(let number): write = .priority(number)
    case .moveToBucket(let bucket): write = .bucket(bucket)
    case .assign(let user): write = .assigned(user, true)
    case .unassign(let user): write = .assigned(user, false)
    case .setCategory(let key, let applies): write = .category(key, applies)
    case .create(let new): return .create(new)
    case .delete: return .delete(task, seen: base.etag)
    }
    return .write(task, write, seen: base.etag)
  }

  /// The request that shows what became of it.
  var settlingRead: ServerRequest {
    if case .create = edit { return .tasks(list) }
    return edit.isOnDetails ? .details(task) : .task(task)
  }
}
