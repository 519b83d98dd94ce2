import StoreModel

extension SyncSession {
  /// The answer to a row's own write.
  mutating func sent(_ id: Int64, _ answer: ServerAnswer) {
    guard let row = outbox[id] else { return }
    outbox[progress: id]?.phase = .waiting
    switch (row.edit, answer) {
    case (.create, .task(let server)): made(row, server)
    case (.create, .clashed), (.create, .stale): stop(row, .refused(.malformed))
    case (.delete, .done), (.delete, .gone): deleted(row)
    case (_, .task(let server)): settle(row, server, changedSince: true, isAnswer: true)
    case (_, .details(let server)): settle(row, server, changedSince: true, isAnswer: true)
    case (_, .clashed): clash(row, sameField: true)
    case (_, .stale): clash(row, sameField: false)
    case (_, .gone), (_, .forbidden), (_, .malformed): refuse(row, answer)
    case (_, .failed(let failure)):
      switch failure {
      case .unknownOutcome, .serverTrouble, .unreadable: wonder(row)
      case .offline, .notTrusted, .cancelled, .tokenRejected, .throttled: touch(row)
      }
    default: wonder(row)
    }
  }

  /// The answer to the read that settles a row.
  mutating func settled(_ id: Int64, _ answer: ServerAnswer, asked: AskID, now: Instant) {
    guard let row = outbox[id], let progress = outbox[progress: id] else { return }
    outbox[progress: id]?.isReading = false
    // Only a version that the server has refused is left behind: on any other the base stays what the worker saw, so that
    // the server can object to what was done and undone meanwhile.
    let isRefused =
      switch progress.phase {
      case .clashed: true
      case .waiting, .sending, .unknown: false
      }
    let rebasing = isRefused || row.hasNoVersion
    // The server does not say whether anything was undone since a version that it has forgotten.
    let changedSince = progress.phase == .clashed(sameField: true) || isRefused && progress.mayBeDone
    switch (row.edit, answer) {
    case (.create, .tasks(let tasks)) where row.attempt == nil:
      keepAll(tasks, of: row.list, asked: asked)
      touch(row)
    case (.create, .tasks(let tasks)):
      for server in tasks { noticeCompletion(server.task) }
      found(row, among: tasks)
    case (_, .task(let server)):
      outbox[progress: id]?.phase = .waiting
      settle(row, server, changedSince: changedSince, rebasing: rebasing)
    case (_, .details(let server)):
      outbox[progress: id]?.phase = .waiting
      settle(row, server, changedSince: changedSince, rebasing: rebasing)
    case (.delete, .gone): deleted(row)
    case (_, .gone), (_, .forbidden), (_, .malformed): refuse(row, answer)
    default: return touch(row)
    }
    outbox[progress: id]?.read = now
  }

  /// The server will not have it.
  private mutating func refuse(_ row: OutboxRow, _ answer: ServerAnswer) {
    switch answer {
    case .gone: stop(row, .refused(row.isCreation ? .listGone : .taskGone))
    case .forbidden(let limit):
      if limit == nil { lock(row) }
      stop(row, .refused(.forbidden(limit: limit)))
    default: stop(row, .refused(.malformed))
    }
  }

  /// The server has deleted it, or somebody else had before.
  private mutating func deleted(_ row: OutboxRow) {
    removeTasks([row.task])
    freshFrom[.task(row.task)] = AskID(number: source.lastAsk + 1)
    confirm(row)
  }

  /// A newer version stands in the way: read it, then decide.
  private mutating func clash(_ row: OutboxRow, sameField: Bool) {
    outbox[progress: row.id]?.phase = .clashed(sameField: sameField)
    outbox[progress: row.id]?.clashes += 1
    touch(row)
  }

  /// Perhaps done: read before anything is repeated.
  private mutating func wonder(_ row: OutboxRow) {
    outbox[progress: row.id]?.phase = .unknown
    outbox[progress: row.id]?.mayBeDone = true
    outbox[progress: row.id]?.isUnanswered = true
    touch(row)
  }

  mutating func settle(
    _ row: OutboxRow, _ server: ServerTask, changedSince: Bool, rebasing: Bool = true, isAnswer: Bool = false
  ) {
    put(server)
    let row = outbox[row.id] ?? row
    if isAnswer { outbox[progress: row.id]?.clashes += 1 }
    let now = row.edit.value(in: server.task)
    let verdict = row.verdict(
      against: server.task, changedSince: changedSince, mayBeDone: outbox[progress: row.id]?.mayBeDone == true)
    let lastWord = row.conflict(with: now ?? row.base.value, by: server.task.completedBy)
    carryOut(
      isAnswer && row.isAsServerKeepsIt(now) ? .confirmed : verdict, on: row, lastWord, rebasing: rebasing,
      isAnswer: isAnswer)
  }

  private mutating func settle(
    _ row: OutboxRow, _ server: ServerDetails, changedSince: Bool, rebasing: Bool = true, isAnswer: Bool = false
  ) {
    put(server)
    let row = outbox[row.id] ?? row
    if isAnswer { outbox[progress: row.id]?.clashes += 1 }
    let now = row.edit.value(in: server.details)
    let verdict = row.verdict(
      against: server.details, changedSince: changedSince, mayBeDone: outbox[progress: row.id]?.mayBeDone == true)
    let lastWord = row.conflict(with: now ?? row.base.value, by: nil)
    carryOut(
      isAnswer && row.isAsServerKeepsIt(now) ? .confirmed : verdict, on: row, lastWord, rebasing: rebasing,
      isAnswer: isAnswer)
  }

  /// Follows a verdict.
  mutating func carryOut(
    _ verdict: MergeVerdict, on row: OutboxRow, _ lastWord: ChangeTrouble, rebasing: Bool, isAnswer: Bool = false
  ) {
    switch verdict {
    case .confirmed: confirm(row, byOthers: !isAnswer && isDoneByOthers(row))
    case .ask(let trouble): stop(row, .needsDecision(trouble))
    case .send(let base), .join(_, let base):
      if outbox[progress: row.id]?.clashes ?? 0 >= 3 {
        return stop(row, .needsDecision(lastWord))
      }
      touch(row)
      var next = row
      if case .join(let edit, _) = verdict {
        next.edit = edit
        next.isMerged = true
      } else if row.overrules(base) {
        next.isMerged = true
      }
      if rebasing || next.edit != row.edit { next.base = base }
      guard next != row else { return }
      outbox.put(next)
      save(StoreCommit(rows: [next]))
      if next.isMerged, !row.isMerged || next.edit != row.edit { tell(.merged(outbox.shown(next))) }
    }
  }

  /// The server has it: the row goes in the same transaction in which its result is kept.
  ///
  /// Where somebody else had done the same, or it went over what they did, a later edit of the field goes on standing on
  /// what its worker saw: taking one's own change back must not take theirs back unasked.
  mutating func confirm(_ row: OutboxRow, byOthers: Bool = false) {
    var shown = outbox.shown(row)
    shown.about = name(in: row)
    let hidOthers = byOthers || row.isMerged && row.edit.field == .status
    if hidOthers { hiddenOthers.insert(row.id) }
    remove(row, rebasing: !hidOthers)
    tell(.confirmed(shown))
  }

  /// What the edit of a row is about, by name: whoever is told may have nothing else left to look it up in.
  private func name(in row: OutboxRow) -> String? {
    var list: TaskList? { replica.list(replica.tasks[row.task]?.list ?? row.list) }
    return switch row.edit {
    case .moveToBucket(let bucket?): list?.buckets.first { $0.id == bucket }?.name
    case .assign(let user), .unassign(let user): replica.people[user]
    case .setCategory(let key, _): list?.labels[key]
    default: nil
    }
  }

  /// Whether a row that finds its work done was never done by itself.
  func isDoneByOthers(_ row: OutboxRow) -> Bool {
    if case .setStatus(.complete) = row.edit, let who = replica.tasks[row.task]?.completedBy, !userID.isSame(as: who) {
      return true
    }
    return outbox[progress: row.id]?.isUnanswered != true
  }

  /// The row goes no further until its owner decides; others do.
  mutating func stop(_ row: OutboxRow, _ reason: ChangeStop) {
    var stopped = row
    stopped.stop = reason
    outbox.put(stopped)
    outbox[progress: row.id]?.phase = .waiting
    touch(stopped)
    save(StoreCommit(rows: [stopped]))
  }

  /// Keeps what a write or its settling read brought, and lets older answers know nothing about it.
  mutating func put(_ server: ServerTask) {
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
  /// Whether its worker saw the task open.
  var standsOnOpen: Bool {
    if case .percentComplete(let before) = base.value {
      TaskStatus(percentComplete: before) != .complete
    } else {
      false
    }
  }

  /// Whether it is a status set on a task that was complete, or was seen complete since.
  var knewCompletion: Bool { edit.field == .status && (sawRemoteComplete || !standsOnOpen) }

  /// Whether it makes a task.
  var isCreation: Bool { if case .create = edit { true } else { false } }

  /// Whether the answer to the write shows that it was done, in whatever form the server keeps such a text or moment.
  fileprivate func isAsServerKeepsIt(_ now: EditBase.Value?) -> Bool {
    switch edit {
    case .setTitle, .setNote, .setDue, .setStart, .renameItem, .moveItem: now != base.value
    default: false
    }
  }

  /// Whether it goes over what somebody else did since, as "done" goes over "in progress".
  fileprivate func overrules(_ remote: EditBase) -> Bool {
    guard case .percentComplete(let before) = base.value, case .percentComplete(let now) = remote.value else {
      return false
    }
    return before != now
  }
}
