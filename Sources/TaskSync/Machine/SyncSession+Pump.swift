import StoreModel

extension SyncSession {
  /// Lets leave what may leave now, and asks to be woken when the next thing is due.
  mutating func pump(now: Now) {
    if let hold, hold <= now.instant { self.hold = nil }
    if let retry, retry <= now.instant { self.retry = nil }
    writeBacklog()
    if !isBlocked {
      startRoundIfDue(now: now)
      sendRows()
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

  private mutating func sendRows() {
    for id in outbox.ready(except: commitOnDisk?.edit?.task) {
      guard asks.count < settings.parallel else { return }
      guard let row = outbox[id], let progress = outbox.progress[id] else { continue }
      switch progress.phase {
      case .waiting where !(progress.needsReading && row.item != nil): send(row)
      case .waiting, .unknown, .clashed:
        outbox.progress[id]?.isReading = true
        ask(Ask(request: row.settlingRead, purpose: .settle(id)))
      case .sending: break
      }
    }
  }

  /// Sends a row against the version the worker saw, unless what is known of the server already settles it.
  private mutating func send(_ row: OutboxRow) {
    switch knownVerdict(on: row) {
    case .confirmed: return confirm(row)
    case .ask(let trouble): return stop(row, .needsDecision(trouble))
    case .send, nil: break
    }
    outbox.progress[row.id]?.phase = .sending
    outbox.progress[row.id]?.mayHaveBeenSent = true
    touch(row)
    ask(Ask(request: row.write, purpose: .send(row.id)))
  }

  private func knownVerdict(on row: OutboxRow) -> MergeVerdict? {
    switch row.edit {
    case .setStatus:
      guard let task = replica.tasks[row.task], task.etag != row.base.etag else { return nil }
      return row.verdict(against: task, changedSince: false)
    case .check:
      guard let details = replica.details[row.task], details.etag != row.base.etag else { return nil }
      return row.verdict(against: details, changedSince: false)
    }
  }
}

extension OutboxRow {
  /// The request that carries the edit out.
  var write: ServerRequest {
    switch edit {
    case .setStatus(let status): .setPercentComplete(task, status.percentComplete, seen: base.etag)
    case .check(let item, let isChecked): .setChecked(task, item: item, isChecked, seen: base.etag)
    }
  }

  /// The request that shows what became of it.
  var settlingRead: ServerRequest {
    switch edit {
    case .setStatus: .task(task)
    case .check: .details(task)
    }
  }
}
