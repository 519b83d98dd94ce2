import StoreModel
import TaskSync

extension SyncWorld {
  /// Any request or answer on its way gets on: in any order, twice, broken, or not at all.
  mutating func moveMessage() throws(Violation) -> ServerCall? {
    guard !messages.isEmpty else {
      try moveTime()
      return nil
    }
    let place = random.below(messages.count)
    let message = messages[place]
    if let reply = message.reply {
      let stays = random.chance(3) && !message.isRepeated
      if stays { messages[place].isRepeated = true } else { remove(place) }
      try arrive(message, reply)
      return nil
    }
    let fate = random.below(100) < weather ? trouble(message.request) : .clean
    let stays = fate.arrives && !message.isRepeated && random.chance(2) && !message.request.isCreation
    if stays { messages[place].isRepeated = true } else { remove(place) }
    return call(message, fate)
  }

  private mutating func remove(_ place: Int) {
    messages.swapAt(place, messages.count - 1)
    messages.removeLast()
  }

  mutating func call(_ message: Message, _ fate: Fate) -> ServerCall {
    calling = message
    return ServerCall(
      author: message.author, user: scene.user(message.author), request: message.request, fate: fate, moment: serverTime
    )
  }

  private mutating func trouble(_ request: ServerRequest) -> Fate {
    switch random.below(10) {
    case 0...1: .lostRequest
    case 2...3: .lostAnswer
    case 4: .noConnection
    case 5: .tokenRejected
    case 6: .throttled(seconds: random.chance(50) ? 1 + random.below(40) : nil)
    case 7: .trouble(status: 503, isDone: random.chance(50))
    default: .truncated
    }
  }

  /// The server did, or did not do, what was asked: it is judged, and the answer sets out on its way back.
  public mutating func finish(_ call: ServerCall, _ outcome: CallOutcome) throws(Violation) {
    say(
      "server \(call.author.till.map { "till \($0)" } ?? "web") \(call.request.brief) \(call.fate) → \(outcome.brief)")
    defer { calling = nil }
    try ledger.done(call, outcome)
    if case .details(let id) = call.request, call.fate == .clean, let till = call.author.till {
      ledger.shows(detailsOf: id, at: now, till: till, worker: call.author.worker ?? -1)
    }
    guard var message = calling else { return }
    message.reply = outcome.reply
    message.isRepeated = false
    messages.append(message)
  }

  /// An answer arrives, unless the program that asked is gone.
  mutating func arrive(_ message: Message, _ reply: ServerReply) throws(Violation) {
    let number = message.till
    guard message.process == tills[number].process, tills[number].worker != nil else { return }
    let isFirst = tills[number].answered.insert(message.id).inserted
    if let row = message.author.row { tills[number].onTheWay.remove(row) }
    if let key = message.author.key {
      ledger.named(key, anUnknownVersion: reply.answer)
      if reply.answer.isUnsure { ledger.isUnanswered(key) }
    }
    if case .failed(.throttled(let wait)) = reply.answer, message.session == tills[number].session, isFirst {
      let until = wait.map(now.advanced) ?? now
      let whole = max(tills[number].holdUntil ?? until, until)
      tills[number].holdUntil = whole
      tills[number].holdWall = clocks(tills[number]).wall.advanced(by: now.duration(to: whole))
    }
    if case .teams = message.request, case .failed = reply.answer { tills[number].teamsAllowed += 1 }
    if isFirst, message.session == tills[number].session {
      for server in reply.answer.tasks {
        ledger.told(server.task, till: number, worker: message.author.worker ?? -1)
        tills[number].told[server.task.id] = server.task.etag
      }
      if !message.request.isWrite { ledger.read(reply.answer, till: number, worker: message.author.worker ?? -1) }
    }
    try give(.answered(message.id, reply), to: number)
  }
}

extension ServerAnswer {
  /// The tasks it shows.
  fileprivate var tasks: [ServerTask] {
    switch self {
    case .task(let server): [server]
    case .tasks(let all): all
    default: []
    }
  }

  /// Whether a write may have been done or not.
  fileprivate var isUnsure: Bool {
    switch self {
    case .failed(.unknownOutcome), .failed(.unreadable), .failed(.serverTrouble): true
    default: false
    }
  }
}

extension ServerRequest {
  var isCreation: Bool { if case .create = self { true } else { false } }
}
