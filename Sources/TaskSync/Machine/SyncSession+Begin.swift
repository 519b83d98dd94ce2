import StoreModel

extension SyncSession {
  mutating func begin(_ contents: StoreContents, now: Now) {
    replica.lists = contents.lists
    replica.people = contents.people
    for member in profile?.members ?? [] { replica.people[member.user] = member.displayName }
    for row in contents.outbox { told.change(row.task) }
    replica.reserve(contents.tasks.count)
    for task in contents.tasks {
      replica.put(SharedTask(task))
      told.change(task.id)
    }
    for details in contents.details {
      replica.put(details)
      guard let task = replica.tasks[details.task] else { continue }
      if task.agrees(with: details) {
        detailsReadAt[task.id] = task.etag
      } else {
        // What a write of the worker's brought is kept with the details alone: that it is known here has to be told.
        told.details.append(task.id)
      }
    }
    for row in contents.outbox {
      outbox.put(row)
      outbox[progress: row.id]?.mayHaveBeenSent = true
      outbox[progress: row.id]?.mayBeDone = row.attempt != nil
      if row.isCreation, row.attempt != nil { outbox[progress: row.id]?.phase = .unknown }
    }
    if !contents.renamings.isEmpty { told.identified.append(.identifiedEarlier(contents.renamings)) }
    locks = contents.locks
    setAsideOld(now: now)
    standing.notesNotRead = notesNotRead
    teamLists = Set(contents.lists.filter { $0.teamID != nil }.map(\.id))
    lastSequence = contents.lastSequence
    told.lists = true
    told.outbox = true
    told.people = replica.people
    for notice in contents.notices { tell(.storage(notice)) }
    if let until = contents.hold {
      let rest = now.wall.duration(to: until)
      // A clock that was set back must not stop sync for years.
      if rest > .zero, rest <= .seconds(86_400) {
        let moment = now.instant.advanced(by: rest)
        hold = max(hold ?? moment, moment)
      }
    }
    if let hold, hold > now.instant {
      standing.connection = .throttled(until: hold)
      // The session in which it was told may have ended with a disk that took nothing.
      let wall = now.wall.reached(after: now.instant.duration(to: hold))
      if contents.hold.map({ $0 < wall }) ?? true { save(StoreCommit(hold: wall)) }
    }
    nextRound = now.instant
  }

  /// What is not on disk yet is written on the way out: what waits for the disk was done before the session ended, and what
  /// was noted about a row that is being written belongs to it. Nothing leaves any more.
  mutating func end(now: Now) -> [SyncAction] {
    isHalted = true
    countAsLeft()
    while !waitingEdits.isEmpty {
      writeWaitingEdits(now: now)
      countAsLeft()
    }
    if !backlog.isEmpty { write(backlog) }
    actions += (told.identified + told.others).map(SyncAction.report)
    actions.append(.wake(nil))
    return actions
  }

  /// What becomes of the edits being written is told when the session is over.
  private mutating func countAsLeft() {
    if let commit = commitOnDisk, !commit.edits.isEmpty { leftToDisk.append(commit.id) }
    countAsWritten()
  }

  /// The session is about to end: only edits go out from here, at once.
  mutating func flush() {
    isFlushing = true
    retry = nil
    queue.removeAll()
    round = nil
    nextRound = nil
    standing.progress = nil
  }

  mutating func syncNow(now: Now) {
    isHalted = false
    tokenRejections = 0
    retry = nil
    triedLists = []
    triedNames = []
    for task in locks.keys { told.change(task) }
    if !locks.isEmpty { save(StoreCommit(locks: locks.mapValues { _ in [] })) }
    locks = [:]
    wantsThoroughRound = true
    if round == nil { nextRound = now.instant }
  }

  mutating func loadDetails(_ task: TaskID) {
    let task = current(task)
    if visibleDetails(task) != nil { told.details.append(task) }
    if replica.tasks[task] != nil { look(.details(task)) }
  }

  /// Has a task or its details read, before everything else.
  mutating func look(_ request: ServerRequest) {
    let ask = Ask(request: request, purpose: .look)
    if !queue.contains(ask), !asks.values.contains(ask) { queue.insert(ask, at: 0) }
  }
}
