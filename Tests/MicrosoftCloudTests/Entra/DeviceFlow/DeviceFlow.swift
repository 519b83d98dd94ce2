import MicrosoftCloud
import SessionCore
import StoreModel

/// One sign-in from first poll to last: the real session machine and the real client before a server, in virtual time.
struct DeviceFlow {
  let clock: VirtualClock
  let client: EntraClient
  var machine = SessionMachine()
  var random: Seeded

  init(seed: UInt64, server: DeviceServer, clock: VirtualClock) {
    self.clock = clock
    random = Seeded(seed &* 31)
    client = EntraClient(
      settings: EntraSettings(
        authority: "https://login.example", tenant: TokenMint.tenant, clientID: TokenMint.client),
      transport: server, clock: clock, makeRequestID: { "request-1" })
  }

  /// Runs until the sign-in is over; answers whether somebody is signed in.
  mutating func run() async -> Bool {
    guard case .requestCode? = feed(.signIn(hint: nil)).first, let grant = try? await client.beginDeviceCode(hint: nil)
    else { return false }
    let code = IssuedCode(
      userCode: grant.userCode, address: grant.address, tenant: grant.tenant, lifetime: grant.lifetime,
      interval: grant.interval)
    let generation = machine.generation
    var actions = feed(.codeIssued(code, generation: generation))
    while machine.attempt != nil {
      if actions.contains(.poll(generation: generation)) {
        actions = feed(.polled(await poll(grant.device), generation: generation))
      } else if let next = machine.nextDeadline {
        // Timers come late, never early; keys and stray ticks come at any moment.
        let stray = clock.elapsed + random.seconds(0...3)
        clock.move(to: random.chance(30) ? min(stray, next.sinceStart) : max(clock.elapsed, next.sinceStart))
        actions = feed(.tick)
      } else {
        return false
      }
    }
    // Long after the end nothing may come any more, whatever ticks.
    clock.advance(.seconds(120))
    for action in feed(.tick) where action == .poll(generation: generation) { _ = await poll(grant.device) }
    if case .signedIn = machine.phase { return true }
    return false
  }

  private mutating func feed(_ input: SessionInput) -> [SessionAction] { machine.handle(input, now: clock.now()) }

  private func poll(_ device: DeviceCode) async -> PollAnswer {
    switch await client.poll(device) {
    case .pending: .pending
    case .slowDown: .slowDown
    case .refused(let refusal): .refused(refusal)
    case .unreachable(let refusal): .unreachable(refusal)
    case .tokens(let grant, let person):
      .tokens(TokenLife(expiry: grant.expiry, isRenewable: grant.refresh != nil), person)
    }
  }
}
