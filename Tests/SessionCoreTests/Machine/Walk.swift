import SessionCore
import StoreModel

/// A random walk through the machine with a pretended vault and exchanges that answer late, twice or never.
struct Walk {
  var random: Seeded
  var machine = SessionMachine()
  var elapsed = Duration.zero
  /// Ordered, not yet carried out, in order.
  var queue: [SessionAction] = []
  /// Exchanges under way, answered in any order.
  var exchanges: [SessionAction] = []
  var vaultHolds = false
  var vaultGeneration = 0
  var events: [SessionEvent] = []

  init(seed: UInt64) { random = Seeded(seed) }

  /// One step: time passes, then something happens.
  mutating func step() {
    if random.chance(60) { elapsed += random.seconds(0...40) }
    if random.chance(3) { elapsed += random.seconds(60...60_000) }
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<3: feed(wish())
    case 3..<6: carryOutNext()
    case 6..<9: answerAny()
    default: feed(.tick)
    }
  }

  mutating func feed(_ input: SessionInput) {
    for action in machine.handle(input, now: .at(elapsed)) {
      if case .report(let event) = action { events.append(event) } else { queue.append(action) }
    }
  }

  /// Carries out everything that was ordered; answers stay away.
  mutating func settle() { while !queue.isEmpty { carryOutNext() } }

  private mutating func wish() -> SessionInput {
    let wishes: [SessionInput] = [
      .signIn(hint: nil), .signIn(hint: "first"), .signIn(hint: nil, way: .browser), .newCode, .cancelSignIn,
      .lock(.worker),
      .lock(.clockMoved), .lock(.resumed), .signOut, .activity, .activity, .activity, .tokenRejected(claims: nil),
    ]
    return wishes.randomElement(using: &random) ?? .tick
  }

  mutating func carryOutNext() {
    guard !queue.isEmpty else { return }
    let action = queue.removeFirst()
    guard case .clear(let order) = action else {
      exchanges.append(action)
      return
    }
    var done = Clearing()
    if let generation = order.generation {
      done.tokensWiped = vaultHolds ? 2 : 0
      done.tokensLeft = 0
      vaultHolds = false
      vaultGeneration = generation
    }
    if order.destroysLocalCopy {
      done.copy = CopyClearing()
      done.copy?.destroyed = 7
    }
    feed(.cleared(done, order: order.number))
  }

  private mutating func answerAny() {
    guard let index = exchanges.indices.randomElement(using: &random) else { return }
    let exchange = random.chance(90) ? exchanges.remove(at: index) : exchanges[index]
    switch exchange {
    case .requestCode(_, let generation): feed(code(generation))
    case .requestVisit(_, let generation):
      let visit = OpenedVisit(
        shortAddress: nil, address: "https://a.example", tenant: "t", lifetime: random.seconds(0...900))
      feed(.visitOpened(visit, generation: generation))
      if random.chance(70) { feed(.visitAnswered(generation: generation)) }
    case .poll(let generation), .redeem(let generation):
      let answer = pollAnswer()
      if case .tokens = answer, !store(generation) { return }
      feed(.polled(answer, generation: generation))
    case .renew(_, let generation):
      let answer = renewalAnswer()
      if case .tokens = answer, !store(generation) { return }
      feed(.renewed(answer, generation: generation))
    case .report, .clear: break
    }
  }

  private mutating func store(_ generation: Int) -> Bool {
    guard generation == vaultGeneration else { return false }
    vaultHolds = true
    return true
  }

  private mutating func code(_ generation: Int) -> SessionInput {
    if random.chance(20) { return .codeRefused(SignInRefusal(.offline), generation: generation) }
    let code = IssuedCode(
      userCode: "ABC", address: "https://a.example", tenant: "t", lifetime: random.seconds(0...900),
      interval: random.seconds(0...10))
    return .codeIssued(code, generation: generation)
  }

  private mutating func pollAnswer() -> PollAnswer {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: .pending
    case 1: .slowDown
    case 2: .unreachable(SignInRefusal(.offline))
    case 3: .unreachable(SignInRefusal(.throttled(until: Instant(sinceStart: elapsed + .seconds(20)))))
    case 4: .refused(SignInRefusal(.declined))
    case 5..<8: .tokens(life(), .first)
    default: .tokens(life(), .second)
    }
  }

  private mutating func renewalAnswer() -> RenewalAnswer {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .unreachable(SignInRefusal(.offline))
    case 1: .refused(SignInRefusal(.sessionRevoked))
    case 2: .tokens(life(), .second)
    default: .tokens(life(), .first)
    }
  }

  private mutating func life() -> TokenLife {
    TokenLife(expiry: .at(elapsed + random.seconds(0...5400)), isRenewable: random.chance(80))
  }
}
