import StoreModel

extension SyncSession {
  /// Whether a creation may leave: Planner has no key that would make sending it twice harmless, so what its task can be
  /// recognised by is on disk before it leaves for the first time.
  mutating func isRecognisable(_ row: OutboxRow, now: Now) -> Bool {
    if row.attempt != nil {
      let isBeingWritten = commitOnDisk?.rest.rows.contains { $0.id == row.id } == true
      return !isBeingWritten && !backlog.rows.contains { $0.id == row.id }
    }
    var next = row
    next.attempt = CreationAttempt(
      started: now.wall.advanced(by: clockOffset), others: alike(row, among: replica.members[row.list] ?? []))
    outbox.put(next)
    save(StoreCommit(rows: [next]))
    return false
  }

  private func alike(_ row: OutboxRow, among tasks: Set<TaskID>) -> [TaskID] {
    tasks.compactMap { replica.tasks[$0] }.filter { row.isAlike($0, by: userID) }.map(\.id)
      .sorted { $0.rawValue < $1.rawValue }
  }

  /// The server has made it: its rows follow the new id in the same transaction.
  mutating func made(_ row: OutboxRow, _ server: ServerTask) {
    let local = row.task
    put(server)
    identify(local, as: server.task.id)
    outbox.rename(local, to: server.task.id)
    var commit = StoreCommit()
    for other in outbox.chain(server.task.id) where other.id != row.id {
      let next = rebased(other) ?? other
      outbox.put(next)
      commit.rows.append(next)
    }
    for id in outbox.order {
      guard var other = outbox[id], id != row.id, other.list == row.list, other.attempt != nil,
        other.isAlike(server.task, by: userID)
      else { continue }
      other.attempt?.others.append(server.task.id)
      outbox.put(other)
      commit.rows.append(other)
    }
    save(commit)
    told.change(local)
    if outbox.chain(server.task.id).contains(where: \.edit.isOnDetails) { told.details.append(server.task.id) }
    if let made = outbox[row.id] { confirm(made) }
  }

  /// What the list holds, read because nobody answered whether the task was made: it is never made twice.
  mutating func found(_ row: OutboxRow, among tasks: [ServerTask]) {
    guard let attempt = row.attempt else { return }
    let earliest = attempt.started.advanced(by: .seconds(-300))
    let known = Set(attempt.others)
    let alike = tasks.filter { server in
      row.isAlike(server.task, by: userID) && !known.contains(server.task.id)
        && server.task.created.map { $0 >= earliest } ?? true
    }
    outbox.progress[row.id]?.phase = .waiting
    switch alike.count {
    case 0: touch(row)
    case 1: made(row, alike[0])
    default: stop(row, .needsDecision(.severalAlike(alike.map(\.task.id))))
    }
  }

  /// A task has another id from now on.
  mutating func identify(_ task: TaskID, as new: TaskID) {
    identified[task] = new
    told.identified.append(.identified(task, as: new))
  }
}

extension OutboxRow {
  /// Whether a task may be the one this creation made.
  fileprivate func isAlike(_ task: StoreTask, by worker: UserID) -> Bool {
    guard case .create(let new) = edit else { return false }
    return task.list == new.list && task.title == new.title && task.createdBy.map(worker.isSame) ?? false
  }
}
