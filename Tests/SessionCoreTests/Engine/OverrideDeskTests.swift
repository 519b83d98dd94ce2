import SessionCore
import StoreModel
import Synchronization
import Testing

/// A sign-in for one act: known, and gone.
@Suite struct OverrideDeskTests {
  @Test func theTokensAreWipedAsSoonAsThePersonIsKnown() async {
    let desk = Desk()
    desk.identity.script { $0.polls = [.pending, .tokens(.second, isRenewable: false)] }
    await desk.act { await $0.begin(way: .deviceCode) }
    await desk.clock.advance(by: .seconds(11))
    guard case .signedIn(let worker, _, since: _)? = desk.events.dropLast().last,
      case .signedOut(let receipt)? = desk.events.last
    else {
      Issue.record("\(desk.events)")
      return
    }
    #expect(worker.id == SignedInPerson.second.id)
    #expect(receipt.tokensWiped == 1)
    #expect(receipt.tokensLeft == 0)
    #expect(desk.identity.seen.closings == 1)
    #expect(desk.identity.seen.renewalTimes.isEmpty)
  }

  @Test func everyAnswerThatIsNoLeavesNothing() async {
    for refusal in [SignInRefusal.Kind.declined, .codeExpired, .policyBlock, .identityNotProven] {
      let desk = Desk()
      desk.identity.script { $0.polls = [.refused(SignInRefusal(refusal))] }
      await desk.act { await $0.begin(way: .deviceCode) }
      await desk.clock.advance(by: .seconds(6))
      #expect(desk.events.last == .refused(SignInRefusal(refusal)))
    }
  }

  @Test func whatIsGivenUpIsNotAnsweredLate() async {
    let desk = Desk()
    desk.identity.script {
      $0.polls = [.tokens(.second)]
      $0.pollLatency = .seconds(3)
    }
    await desk.act { await $0.begin(way: .deviceCode) }
    await desk.clock.advance(by: .seconds(6))
    await desk.act { await $0.cancel() }
    await desk.clock.advance(by: .seconds(60))
    #expect(!desk.events.contains { if case .signedIn = $0 { true } else { false } })
    #expect(desk.events.last == .refused(SignInRefusal(.cancelled)))
  }

  @Test func itCanBeUsedAgain() async {
    let desk = Desk()
    for _ in 0..<3 {
      desk.identity.script { $0.polls = [.tokens(.second)] }
      await desk.act { await $0.begin(way: .deviceCode) }
      await desk.clock.advance(by: .seconds(6))
    }
    #expect(desk.events.count { if case .signedOut = $0 { true } else { false } } == 3)
  }
}

/// An override desk in virtual time.
private final class Desk: Sendable {
  let clock = ManualClock()
  let identity: ScriptedIdentity
  private let desk: OverrideDesk
  private let heard = Heard()

  init() {
    identity = ScriptedIdentity(clock: clock)
    let heard = heard
    desk = OverrideDesk(identity: identity, clock: clock, policy: SessionPolicy(), profile: nil) { heard.add($0) }
  }

  var events: [SessionEvent] { heard.events }

  func act(_ work: @escaping @Sendable (OverrideDesk) async -> Void) async {
    await clock.run { [desk] in await work(desk) }
  }
}

private final class Heard: Sendable {
  private let list = Mutex<[SessionEvent]>([])
  var events: [SessionEvent] { list.withLock { $0 } }
  func add(_ event: SessionEvent) { list.withLock { $0.append(event) } }
}
