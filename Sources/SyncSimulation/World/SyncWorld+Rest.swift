import StoreModel
import TaskSync

extension SyncWorld {
  /// Where the way to rest has got to.
  public struct Rest: Sendable {
    var sessions: [(till: Int, worker: Int)]
    var isBegun = false
    var hasLooked = false
    var since = Instant.start
    var rounds = 0
    /// Steps made since time went on last.
    var steps = (made: 0, at: Instant.start)
    /// So many more decisions than the first ones are enough for every change to go.
    var most = 20
  }

  /// Faults stop; every worker with anything left at a terminal will sign in there once more.
  public mutating func beginRest() throws(Violation) -> Rest {
    say("faults stop")
    weather = 0
    var sessions: [(till: Int, worker: Int)] = []
    for number in tills.indices {
      tills[number].disk.fault = nil
      if tills[number].isLocking { try lock(number) }
      for worker in scene.workers.indices
      where tills[number].worker == worker || !tills[number].disk.copies[worker].rows.isEmpty {
        sessions.append((number, worker))
      }
    }
    return Rest(sessions: sessions)
  }

  /// One step on the way to rest; nil call and false when everything is at rest.
  public mutating func step(_ rest: inout Rest) throws(Violation) -> (call: ServerCall?, goesOn: Bool) {
    guard let session = rest.sessions.first else { return (nil, false) }
    steps += 1
    rest.steps = rest.steps.at == now ? (rest.steps.made + 1, now) : (0, now)
    let number = session.till
    if rest.steps.made > 20_000 { throw Violation(.drains, "till \(number) is busy without end") }
    if !rest.isBegun {
      rest.isBegun = true
      rest.since = now
      if tills[number].worker != session.worker || tills[number].standing.connection == .signInNeeded {
        try signIn(session.worker, at: number)
      } else {
        tills[number].teamsAllowed += 2
        try give(.syncNow, to: number)
      }
      return (nil, true)
    }
    if let call = try calmStep(number) { return (call, true) }
    guard isAtRest(number, since: rest.since) || now >= rest.since.advanced(by: .seconds(1800)) else {
      return (nil, true)
    }
    if !rest.hasLooked {
      // Planner tells no new version of a task when its note becomes another: details are known once they are opened.
      rest.hasLooked = true
      let known = tills[number].disk.copies[session.worker].tasks.keys.sorted { $0.rawValue < $1.rawValue }
      for task in known { try give(.loadDetails(task), to: number) }
      rest.since = now
      return (nil, true)
    }
    rest.hasLooked = false
    try lookForUnsent(number)
    try lookAtEverything()
    try lookAtRest(number)
    if let change = tills[number].outbox.first(where: { $0.trouble != nil }), rest.rounds < 20 + rest.most {
      if rest.rounds == 0 { rest.most = 20 + tills[number].outbox.count }
      rest.rounds += 1
      let decision: ChangeDecision =
        rest.rounds > 20 ? .theirs : [.mine, .theirs, .retry, .both(heading: "")][random.below(4)]
      try decide(change, decision, at: number)
      rest.since = now
      return (nil, true)
    }
    if !tills[number].outbox.isEmpty {
      throw Violation(.drains, "till \(number) still has \(tills[number].outbox)")
    }
    rest.sessions.removeFirst()
    rest.isBegun = false
    rest.rounds = 0
    if rest.sessions.isEmpty { try lookAtTheEnd() }
    return (nil, true)
  }

  /// Everything that is due at a terminal is done, one thing after the other, without faults.
  private mutating func calmStep(_ number: Int) throws(Violation) -> ServerCall? {
    if let place = messages.firstIndex(where: { $0.till == number && $0.process == tills[number].process }) {
      let message = messages.remove(at: place)
      if let reply = message.reply {
        try arrive(message, reply)
        return nil
      }
      return call(message, .clean)
    }
    if !tills[number].disk.waiting.isEmpty {
      try write(at: number)
    } else if tills[number].renewals > 0 {
      try renew(number, isGranted: true)
    } else if let wake = tills[number].wake {
      try ring(number, wake)
    } else {
      now = rest(now)
    }
    return nil
  }

  /// Whether nothing moves any more, and the server has been read whole since.
  private func isAtRest(_ number: Int, since moment: Instant) -> Bool {
    let till = tills[number]
    guard till.machine.isDrained, till.disk.waiting.isEmpty,
      !messages.contains(where: { $0.till == number && $0.process == till.process }),
      till.outbox.allSatisfy(till.waitsForOwner), let last = till.standing.lastSync
    else { return false }
    return last.instant > moment.advanced(by: .seconds(1))
  }

  private func rest(_ now: Instant) -> Instant { now.advanced(by: .seconds(600)) }
}
