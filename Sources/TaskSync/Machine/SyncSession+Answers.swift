import StoreModel

extension SyncSession {
  /// Takes in an answer; one to a request of an earlier session is not known here and dropped.
  mutating func answered(_ id: AskID, _ reply: ServerReply, now: Now) {
    guard let ask = asks.removeValue(forKey: id) else { return }
    if reply.date != nil || reply.answer.isUsable { hasHeard = true }
    if let date = reply.date {
      let difference = now.wall.duration(to: date)
      source.serverClock = (date, now.instant)
      standing.isClockSuspect = difference > .seconds(300) || difference < .seconds(-300)
    }
    if case .failed(let failure) = reply.answer {
      if fails(ask, failure, now: now) { return }
    } else {
      isAnswered()
    }
    switch ask.purpose {
    case .round: roundAnswered(ask.request, reply.answer, asked: id, now: now)
    case .send(let row): sent(row, reply.answer)
    case .settle(let row): settled(row, reply.answer, asked: id, now: now.instant)
    case .look:
      if case .details(let details) = reply.answer { look(details, asked: id) }
      if case .task(let task) = reply.answer { keepAll([task], asked: id) }
    case .ahead:
      if case .detailsOf(let tasks) = ask.request, case .detailsOf(let details) = reply.answer {
        ahead(details, of: tasks, asked: id)
      }
    case .name:
      if case .person(let user) = ask.request, case .person(let name?) = reply.answer { learn(name, of: user) }
    }
  }

  /// What a failure means for the connection; true when the request is to be made again as it is.
  private mutating func fails(_ ask: Ask, _ failure: ServerFailure, now: Now) -> Bool {
    switch failure {
    case .tokenRejected:
      rejectToken()
    case .throttled(let wait):
      isAnswered()
      throttle(wait, now: now)
    case .offline, .cancelled:
      goOffline(now: now)
    case .unknownOutcome where !ask.request.isWrite:
      goOffline(now: now)
    case .notTrusted(let host):
      isHalted = true
      standing.connection = .notTrusted(host: host)
    case .unknownOutcome, .serverTrouble, .unreadable:
      backOff(after: ask, now: now)
      return false
    }
    return putBack(ask)
  }

  /// Puts a read back at the head of the queue; rows are found again by their own state.
  private mutating func putBack(_ ask: Ask) -> Bool {
    switch ask.purpose {
    case .send, .settle: return false
    case .round where isFlushing || round == nil: return false
    case .ahead: return false
    case .round, .look, .name:
      queue.insert(ask, at: 0)
      return true
    }
  }

  mutating func look(_ server: ServerDetails, asked: AskID) {
    guard replica.tasks[server.details.task] != nil else { return }
    if let fresh = freshFrom[.details(server.details.task)], asked < fresh { return }
    keep(server)
  }

  private mutating func learn(_ name: String, of user: UserID) {
    guard replica.people[user] != name else { return }
    replica.people[user] = name
    told.people[user] = name
    save(StoreCommit(people: [user: name]))
  }

  /// Takes a task of the server into the copy if it brings anything new.
  mutating func keep(_ server: ServerTask) {
    let task = server.task
    noticeCompletion(task)
    guard replica.tasks.shared(task.id) != server.shared else { return }
    replica.put(server.shared)
    told.change(task.id)
    for user in task.assignees { want(user) }
    if let user = task.completedBy { want(user) }
    if let user = task.createdBy { want(user) }
    backlog.put(server)
    refreshCards(task.id)
  }

  /// Has the name of a person asked for, once.
  private mutating func want(_ user: UserID) {
    if replica.people[user] == nil, triedNames.insert(user).inserted { wantedNames.append(user) }
  }

  mutating func keep(_ server: ServerDetails) {
    detailsReadAt[server.details.task] = replica.tasks[server.details.task]?.etag
    guard replica.details[server.details.task] != server.details else { return }
    replica.put(server.details)
    told.details.append(server.details.task)
    save(StoreCommit(details: [server]))
    refreshCards(server.details.task)
  }

  mutating func noticeCompletion(_ task: StoreTask) {
    guard task.status == .complete else { return }
    noteCompletion(of: task.id)
    // It may be the one that a creation made which nobody answered: then what was done to that stands on it.
    for id in outbox.creations {
      guard let row = outbox[id], row.mayHaveMade(task, by: userID) else { continue }
      noteCompletion(of: row.task)
    }
  }

  private mutating func noteCompletion(of task: TaskID) {
    noteCompletionUnwritten(of: task)
    guard outbox.contains(task) else { return }
    for var row in outbox.chain(task) where row.standsOnOpen && !row.sawRemoteComplete {
      row.sawRemoteComplete = true
      outbox.put(row)
      save(StoreCommit(rows: [row]))
    }
  }

  /// What is not written yet is to know of a completion too.
  mutating func noteCompletionUnwritten(of task: TaskID) {
    let names = names(of: task)
    for place in commitOnDisk?.edits.places(of: names) ?? [] {
      commitOnDisk?.edits.note(at: place) { $0.sawRemoteComplete = true }
    }
    for place in waitingEdits.places(of: names) { waitingEdits.note(at: place) { $0.sawRemoteComplete = true } }
  }
}
