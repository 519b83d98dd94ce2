import SessionCore
import StoreModel
import Testing

/// RFC 8628 §3.5 against servers that answer anything at any speed.
@Suite struct PollingEtiquetteTests {
  @Test func noServerIsEverAskedEarly() {
    var early = 0
    var polls = 0
    for seed in 0..<1000 {
      var server = DeviceServer(seed: UInt64(seed))
      server.run()
      early += server.earlyPolls
      polls += server.polls
    }
    #expect(early == 0)
    #expect(polls > 5_000)
  }

  @Test func aSlowProviderGetsFiveSecondsMoreForGood() {
    var machine = SessionMachine()
    _ = machine.handle(.signIn(hint: nil), now: .at(.zero))
    let code = IssuedCode(
      userCode: "A", address: "https://a", tenant: "t", lifetime: .seconds(900), interval: .seconds(5))
    _ = machine.handle(.codeIssued(code, generation: machine.generation), now: .at(.zero))
    var waits: [Duration] = []
    var elapsed = Duration.zero
    for answer in [PollAnswer.slowDown, .pending, .slowDown, .pending] {
      guard let next = machine.nextDeadline else { break }
      waits.append(next.sinceStart - elapsed)
      elapsed = next.sinceStart
      #expect(machine.handle(.tick, now: .at(elapsed)) == [.poll(generation: machine.generation)])
      _ = machine.handle(.polled(answer, generation: machine.generation), now: .at(elapsed))
    }
    #expect(waits == [.seconds(5), .seconds(10), .seconds(10), .seconds(15)])
  }
}

/// One device-flow server with its own mind, and the machine in front of it, in virtual time.
private struct DeviceServer {
  var random: Seeded
  var earlyPolls = 0
  var polls = 0

  init(seed: UInt64) { random = Seeded(seed) }

  mutating func run() {
    var machine = SessionMachine()
    var elapsed = Duration.zero
    _ = machine.handle(.signIn(hint: nil), now: .at(elapsed))
    let generation = machine.generation
    var interval = random.seconds(1...8)
    let code = IssuedCode(
      userCode: "A", address: "https://a", tenant: "t", lifetime: random.seconds(60...900), interval: interval)
    let expires = elapsed + code.lifetime
    _ = machine.handle(.codeIssued(code, generation: generation), now: .at(elapsed))
    var notBefore = elapsed + interval
    while let next = machine.nextDeadline, machine.attempt != nil {
      // Timers come late, never early; keys and stray ticks come at any moment.
      let stray = elapsed + random.seconds(0...3)
      elapsed = stray < next.sinceStart && random.chance(30) ? stray : max(elapsed, next.sinceStart)
      guard machine.handle(.tick, now: .at(elapsed)).contains(.poll(generation: generation)) else { continue }
      polls += 1
      if elapsed < notBefore || elapsed >= expires { earlyPolls += 1 }
      elapsed += random.seconds(0...4)
      let answer = self.answer(elapsed: elapsed)
      if answer == .slowDown { interval += .seconds(5) }
      if case .unreachable(let refusal) = answer, case .throttled(let until) = refusal.kind {
        notBefore = until.sinceStart
      } else {
        notBefore = elapsed + interval
      }
      _ = machine.handle(.polled(answer, generation: generation), now: .at(elapsed))
    }
  }

  private mutating func answer(elapsed: Duration) -> PollAnswer {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<70: .pending
    case 70..<80: .slowDown
    case 80..<90: .unreachable(SignInRefusal(.timedOut))
    case 90..<97:
      .unreachable(SignInRefusal(.throttled(until: Instant(sinceStart: elapsed + random.seconds(0...120)))))
    default: .refused(SignInRefusal(.declined))
    }
  }
}
