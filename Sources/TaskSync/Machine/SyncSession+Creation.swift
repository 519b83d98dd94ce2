import StoreModel

extension SyncSession {
  /// Whether a creation may leave: Planner has no key that would make sending it twice harmless, so what its task can be
  /// recognised by is on disk before it leaves for the first time.
  mutating func isRecognisable(_ row: OutboxRow, now: Now) -> Bool {
    if row.attempt != nil { return true }
    // When it leaves is to be known by the server's clock, as far as the server tells.
    guard hasHeard else { return false }
    // Where the copy was destroyed at a sign-out, nothing here tells a task of the worker's own from the one to be made.
    guard listsRead.contains(row.list) else {
      read(row)
      return false
    }
    var next = row
    let started = source.serverClock.map { $0.date.advanced(by: $0.heard.duration(to: now.instant)) }
    var attempt = CreationAttempt(started: started ?? Timestamp(seconds: 0), others: [])
    attempt.others = (replica.members[row.list] ?? []).compactMap { replica.tasks[$0] }
      .filter { row.likeness(of: $0, by: userID, attempt) != .none }.map(\.id).sorted { $0.rawValue < $1.rawValue }
    next.attempt = attempt
    outbox.put(next)
    save(StoreCommit(rows: [next]))
    return false
  }

  /// Whether an edit may leave: should no answer come and somebody undo it, only what is on disk tells that it may have been
  /// done in between.
  mutating func isMarkedAsLeft(_ row: OutboxRow) -> Bool {
    guard row.edit.isMarkedAsLeft else { return true }
    if row.attempt != nil { return true }
    var next = row
    next.attempt = .left
    outbox.put(next)
    save(StoreCommit(rows: [next]))
    return false
  }

  /// Whether a row is on disk as it is.
  func isWritten(_ row: OutboxRow) -> Bool {
    let isBeingWritten = commitOnDisk?.rest.rows.contains { $0.id == row.id } == true
    return !isBeingWritten && !backlog.rows.contains { $0.id == row.id }
  }

  /// The server has made it: its rows follow the new id in the same transaction.
  mutating func made(_ row: OutboxRow, _ server: ServerTask) {
    let local = row.task
    put(server)
    identify(local, as: server.task.id)
    outbox.rename(local, to: server.task.id)
    var commit = StoreCommit(renamings: [TaskRenaming(local, to: server.task.id)])
    var unlike: [Int64] = []
    for other in outbox.chain(server.task.id) where other.id != row.id && other.hasNoVersion {
      let like = rebased(other)
      if like == nil { unlike.append(other.id) }
      let next = like ?? onFirstVersion(other)
      outbox.put(next)
      commit.rows.append(next)
    }
    for id in outbox.creations where id != row.id {
      guard var other = outbox[id], other.list == row.list, other.attempt != nil else { continue }
      other.attempt?.others.append(server.task.id)
      outbox.put(other)
      commit.rows.append(other)
    }
    save(commit)
    told.change(local)
    if outbox.chain(server.task.id).contains(where: \.edit.isOnDetails) { told.details.append(server.task.id) }
    if let made = outbox[row.id] { confirm(made) }
    // What somebody has changed already is settled now: later nobody knows what the task was like when it was found.
    for id in unlike {
      guard let other = outbox[id], !other.edit.isOnDetails, outbox.isFirst(other) else { continue }
      settle(other, server, changedSince: false)
    }
  }

  /// What was done to a task before it had an id stands on the first version known of it, whatever its field holds there:
  /// so that the server can object to what others do to it from then on.
  func onFirstVersion(_ row: OutboxRow) -> OutboxRow {
    var next = row
    if row.hasNoVersion, !row.edit.isOnDetails, let task = replica.tasks[row.task] { next.base.etag = task.etag }
    return next
  }

  /// What the list holds, read because nobody answered whether the task was made: it is never made twice.
  ///
  /// Somebody may have renamed it meanwhile: a task of the worker's that nobody knew of is asked about too.
  mutating func found(_ row: OutboxRow, among tasks: [ServerTask]) {
    guard let attempt = row.attempt else { return }
    let known = Set(attempt.others)
    let new = tasks.filter { !known.contains($0.task.id) }
    let same = new.filter { row.likeness(of: $0.task, by: userID, attempt) == .title }
    let other = new.filter { row.likeness(of: $0.task, by: userID, attempt) == .time && !isOfAnother($0.task, row) }
    outbox[progress: row.id]?.phase = .waiting
    switch (same.count, other.count) {
    case (0, 0): touch(row)
    case (1, _): made(row, same[0])
    default:
      let candidates = same.isEmpty ? other : same
      for server in candidates { keep(server) }
      stop(row, .needsDecision(.severalAlike(candidates.map(\.task.id))))
    }
  }

  /// Whether a task bears the title of another creation that may have been done: then it is that one's.
  private func isOfAnother(_ task: StoreTask, _ row: OutboxRow) -> Bool {
    outbox.order.contains { id in
      guard id != row.id, let other = outbox[id], let attempt = other.attempt else { return false }
      return other.likeness(of: task, by: userID, attempt) == .title
    }
  }
}

extension TaskEdit {
  /// Whether its having been done and undone by somebody must not pass for its never having been done.
  ///
  /// A creation has marks of its own, a task that was deleted does not come back; labels and places are nothing to ask about.
  var isMarkedAsLeft: Bool {
    switch self {
    case .create, .delete, .setCategory, .moveItem: false
    default: true
    }
  }
}

extension CreationAttempt {
  /// Of an edit that is no creation: it may have left.
  static let left = CreationAttempt(started: Timestamp(seconds: 0), others: [])
}

extension OutboxRow {
  /// Whether the server had no version of the task when the edit was made.
  var hasNoVersion: Bool { base.etag.rawValue.isEmpty }

  /// Whether a task may be the one this creation made, of which nobody has said what became.
  func mayHaveMade(_ task: StoreTask, by worker: UserID) -> Bool {
    guard let attempt, !attempt.others.contains(task.id) else { return false }
    return likeness(of: task, by: worker, attempt) != .none
  }

  /// What speaks for a task being the one this creation made.
  fileprivate enum Likeness {
    case none, time, title
  }

  /// A task of the same worker in the same list, made since the attempt: of the same title, or of another one.
  fileprivate func likeness(of task: StoreTask, by worker: UserID, _ attempt: CreationAttempt) -> Likeness {
    guard case .create(let new) = edit, task.list == new.list, task.createdBy.map(worker.isSame) ?? false else {
      return .none
    }
    let earliest = attempt.started.advanced(by: .seconds(-300))
    if task.title == new.title { return task.created.map { $0 >= earliest } ?? true ? .title : .none }
    return attempt.started.seconds > 0 && task.created.map { $0 >= earliest } ?? false ? .time : .none
  }
}
