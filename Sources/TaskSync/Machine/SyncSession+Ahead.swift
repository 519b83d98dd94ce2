import StoreModel

extension SyncSession {
  /// Has details read that the worker is likely to want when there is no network: of their own tasks, of what is overdue
  /// or due within a day, then of open tasks in the lists that hold a note, a checklist or links.
  mutating func readAhead(now: Now) {
    standing.notesNotRead = notesNotRead
    guard !queue.contains(where: { $0.purpose == .ahead }),
      !asks.values.contains(where: { $0.purpose == .ahead })
    else {
      return
    }
    let soon = now.wall.advanced(by: .seconds(86_400))
    var first: [TaskID] = []
    var later: [TaskID] = []
    for shared in replica.tasks.all where detailsReadAt[shared.task.id] != shared.task.etag {
      let task = shared.task
      let isMine = task.assignees.contains(where: userID.isSame)
      let isOpen = task.status != .complete
      if isOpen, isMine || task.due.map({ $0 < soon }) ?? false {
        first.append(task.id)
      } else if isMine || isOpen, task.holdsDetails || replica.details[task.id] != nil {
        later.append(task.id)
      }
    }
    first.sort { $0.rawValue < $1.rawValue }
    later.sort { $0.rawValue < $1.rawValue }
    // What is kept in memory for the case that somebody opens it has an end; what is there is kept up to date.
    let room = max(0, 4000 - replica.details.count)
    let ranked = first + later
    let known = ranked.filter { replica.details[$0] != nil }
    let new = ranked.filter { replica.details[$0] == nil }.prefix(room)
    var wanted = (known + new).prefix(settings.detailsPerRound)
    while !wanted.isEmpty {
      queue.append(Ask(request: .detailsOf(Array(wanted.prefix(20))), purpose: .ahead))
      wanted = wanted.dropFirst(20)
    }
  }

  /// Details that came; what did not come is not there for this worker, and asked for again once its task changes.
  mutating func ahead(_ details: [ServerDetails], of tasks: [TaskID], asked: AskID) {
    for task in tasks { detailsReadAt[task] = replica.tasks[task]?.etag }
    for details in details { look(details, asked: asked) }
    standing.notesNotRead = notesNotRead
  }

  var notesNotRead: Int {
    replica.tasks.all.count { $0.task.hasNote && replica.details[$0.task.id] == nil }
  }

  /// Changes kept for too long wait for their owner: what was right then may be wrong by now.
  ///
  /// Both moments are this terminal's; a clock that jumped costs a question, never a change.
  mutating func setAsideOld(now: Now) {
    let limit = Duration.seconds(settings.keepsUnsentDays * 86_400)
    for id in outbox.order {
      guard let row = outbox[id], row.stop == nil, row.made.duration(to: now.wall) > limit else {
        continue
      }
      stop(row, .needsDecision(.tooOld))
    }
  }
}

extension StoreTask {
  /// Whether its details hold anything.
  fileprivate var holdsDetails: Bool { hasNote || checklistCount > 0 || linkCount > 0 }

  /// Whether details are as the task says of them; then nothing speaks against their being the latest.
  func agrees(with details: TaskDetails) -> Bool {
    var counted = self
    counted.count(details)
    return counted == self
  }
}
