import StoreModel

extension SyncSession {
  /// The answer to a row's own write.
  mutating func sent(_ id: Int64, _ answer: ServerAnswer) {
    guard let row = outbox[id] else { return }
    outbox.progress[id]?.phase = .waiting
    switch answer {
    case .task(let server): settle(row, server, changedSince: true)
    case .details(let server): settle(row, server, changedSince: true)
    case .clashed: clash(row, sameField: true)
    case .stale: clash(row, sameField: false)
    case .gone: stop(row, .refused(.taskGone))
    case .forbidden(let limit): stop(row, .refused(.forbidden(limit: limit)))
    case .malformed: stop(row, .refused(.malformed))
    case .done, .teams, .lists, .list, .buckets, .tasks, .person: wonder(row)
    case .failed(let failure):
      switch failure {
      case .unknownOutcome, .serverTrouble, .unreadable: wonder(row)
      case .offline, .notTrusted, .cancelled, .tokenRejected, .throttled:
        touch(row)
      }
    }
  }

  /// The answer to the read that settles a row.
  mutating func settled(_ id: Int64, _ answer: ServerAnswer) {
    guard let row = outbox[id], let progress = outbox.progress[id] else { return }
    outbox.progress[id]?.isReading = false
    outbox.progress[id]?.needsReading = false
    let changedSince = progress.phase == .clashed(sameField: true)
    // Read before the first try: the base stays what the worker saw, so that the server can still object.
    let rebasing = progress.phase != .waiting
    switch answer {
    case .task(let server):
      outbox.progress[id]?.phase = .waiting
      settle(row, server, changedSince: changedSince, rebasing: rebasing)
    case .details(let server):
      outbox.progress[id]?.phase = .waiting
      settle(row, server, changedSince: changedSince, rebasing: rebasing)
    case .gone: stop(row, .refused(.taskGone))
    case .forbidden(let limit): stop(row, .refused(.forbidden(limit: limit)))
    case .malformed: stop(row, .refused(.malformed))
    default: touch(row)
    }
  }

  /// A newer version stands in the way: read it, then decide.
  private mutating func clash(_ row: OutboxRow, sameField: Bool) {
    outbox.progress[row.id]?.phase = .clashed(sameField: sameField)
    outbox.progress[row.id]?.clashes += 1
    touch(row)
  }

  /// Perhaps done: read before anything is repeated.
  private mutating func wonder(_ row: OutboxRow) {
    outbox.progress[row.id]?.phase = .unknown
    touch(row)
  }

  private mutating func settle(
    _ row: OutboxRow, _ server: ServerTask, changedSince: Bool, rebasing: Bool = true
  ) {
    put(server)
    let verdict = row.verdict(against: server.task, changedSince: changedSince)
    let conflict = ChangeTrouble.conflict(
      remote: server.task.status, remoteCompletedBy: server.task.completedBy)
    carryOut(verdict, on: row, lastWord: conflict, rebasing: rebasing)
  }

  private mutating func settle(
    _ row: OutboxRow, _ server: ServerDetails, changedSince: Bool, rebasing: Bool = true
  ) {
    put(server)
    let verdict = row.verdict(against: server.details, changedSince: changedSince)
    let item = row.item.flatMap { key in server.details.checklist.first { $0.id == key } }
    carryOut(verdict, on: row, lastWord: .itemConflict(isChecked: item?.isChecked), rebasing: rebasing)
  }

  private mutating func carryOut(
    _ verdict: MergeVerdict, on row: OutboxRow, lastWord: ChangeTrouble, rebasing: Bool
  ) {
    switch verdict {
    case .confirmed: confirm(row)
    case .ask(let trouble): stop(row, .needsDecision(trouble))
    case .send(let base):
      if outbox.progress[row.id]?.clashes ?? 0 >= 3 { return stop(row, .needsDecision(lastWord)) }
      touch(row)
      guard rebasing, base != row.base else { return }
      var next = row
      next.base = base
      outbox.put(next)
      save(StoreCommit(rows: [next]))
    }
  }

  /// The server has it: the row goes in the same transaction in which its result is kept.
  mutating func confirm(_ row: OutboxRow) {
    let shown = outbox.shown(row)
    remove(row)
    tell(.confirmed(shown))
  }

  /// The row goes no further until its owner decides; others do.
  mutating func stop(_ row: OutboxRow, _ reason: ChangeStop) {
    var stopped = row
    stopped.stop = reason
    outbox.put(stopped)
    outbox.progress[row.id]?.phase = .waiting
    touch(stopped)
    save(StoreCommit(rows: [stopped]))
  }

  /// Keeps what a write or its settling read brought, and lets older answers know nothing about it.
  private mutating func put(_ server: ServerTask) {
    freshFrom[.task(server.task.id)] = AskID(number: source.lastAsk + 1)
    keep(server)
  }

  private mutating func put(_ server: ServerDetails) {
    freshFrom[.details(server.details.task)] = AskID(number: source.lastAsk + 1)
    keep(server)
    replica.count(server.details)
    told.change(server.details.task)
  }
}

extension OutboxRow {
  /// The checklist item it is about.
  var item: String? {
    if case .check(let item, _) = edit { item } else { nil }
  }
}
