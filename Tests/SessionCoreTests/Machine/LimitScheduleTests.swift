import Glibc
import SessionCore
import StoreModel
import Testing

/// Keys, timers, suspends and clocks that jump, in any order: no session outlives its limits by more than a second.
@Suite struct LimitScheduleTests {
  /// `make soak`: 100,000 schedules; a short run otherwise.
  static let schedules = getenv("TILLSIDE_SOAK") != nil ? 100_000 : 2_000

  @Test func neverLockedLaterThanLimitAndASecond() {
    var late: [Int] = []
    var locks = 0
    var latest = Duration.zero
    for seed in 0..<Self.schedules {
      var schedule = Schedule(seed: UInt64(seed))
      let lateness = schedule.run()
      if schedule.isLocked { locks += 1 }
      latest = max(latest, lateness)
      if lateness > .seconds(1) { late.append(seed) }
    }
    #expect(late.isEmpty, "seeds \(late.prefix(10)), latest \(latest)")
    #expect(locks == Self.schedules)
  }
}

/// One session under a terminal with its own mind.
private struct Schedule {
  var random: Seeded
  var machine: SessionMachine
  var elapsed = Duration.zero
  /// How far the clock on the wall has been moved.
  var moved = Duration.zero
  /// What the worker did last, as the terminal saw it; and when they signed in.
  var active = Duration.zero

  init(seed: UInt64) {
    random = Seeded(seed)
    let policy = SessionPolicy(
      idle: .seconds(Int.random(in: 1...2_000, using: &random)),
      warning: .seconds(Int.random(in: 0...60, using: &random)),
      absolute: .seconds(Int.random(in: 60...86_400, using: &random)))
    machine = SessionMachine(policy: policy)
  }

  var isLocked: Bool { if case .locked = machine.phase { true } else { false } }

  private var now: Now {
    Now(
      instant: Instant(sinceStart: elapsed),
      wall: Timestamp(seconds: 1_790_000_000).advanced(by: elapsed).advanced(by: moved))
  }

  /// Works until the session locks; answers how much later than its limit that was, time asleep not counted.
  mutating func run() -> Duration {
    signIn()
    active = elapsed
    let began = elapsed
    while !isLocked {
      let limit = min(active + machine.policy.idle, began + machine.policy.absolute)
      // A timer comes up to a second late; a key may come earlier.
      let timer = (machine.nextDeadline?.sinceStart ?? limit) + .milliseconds(Int.random(in: 0...1_000, using: &random))
      let key = elapsed + .milliseconds(Int.random(in: 1...900_000, using: &random))
      let isKey = key < timer && random.chance(70)
      elapsed = max(elapsed, isKey ? key : timer)
      var slept = Duration.zero
      if random.chance(3) { slept = .seconds(Int.random(in: 1...100_000, using: &random)) }
      elapsed += slept
      if random.chance(5) { moved += .seconds(Int.random(in: -315_360_000...315_360_000, using: &random)) }
      _ = machine.handle(isKey ? .activity : .tick, now: now)
      if isLocked { return max(.zero, elapsed - slept - limit) }
      if elapsed >= limit { return elapsed - limit + .seconds(2) }
      if isKey { active = elapsed }
      answerRenewal()
    }
    return .zero
  }

  private mutating func signIn() {
    _ = machine.handle(.signIn(hint: nil), now: now)
    let code = IssuedCode(
      userCode: "A", address: "https://a", tenant: "t", lifetime: .seconds(900), interval: .seconds(5))
    _ = machine.handle(.codeIssued(code, generation: machine.generation), now: now)
    elapsed += .seconds(5)
    _ = machine.handle(.tick, now: now)
    _ = machine.handle(.polled(.tokens(life, .first), generation: machine.generation), now: now)
  }

  /// The provider renews, refuses or stays silent.
  private mutating func answerRenewal() {
    guard case .signedIn(let session) = machine.phase, case .renewing = session.tokens else { return }
    let answers: [RenewalAnswer] = [
      .tokens(life, .first), .tokens(life, nil), .unreachable(SignInRefusal(.offline)),
      .refused(SignInRefusal(.sessionRevoked)),
    ]
    guard let answer = answers.randomElement(using: &random) else { return }
    _ = machine.handle(.renewed(answer, generation: machine.generation), now: now)
  }

  private var life: TokenLife {
    let length = Duration.seconds(3_600)
    return TokenLife(
      expiry: Now(instant: now.instant.advanced(by: length), wall: now.wall.advanced(by: length)), isRenewable: true)
  }
}
