import SessionCore
import StoreModel
import Testing

@Suite struct RenewalTests {
  /// Nobody is idle for as long as these tests take.
  private let policy = SessionPolicy(idle: .seconds(900))

  private func work(_ shift: Shift, minutes: Int) async {
    for _ in 0..<minutes {
      await shift.clock.advance(by: .seconds(60))
      await shift.act { await $0.activity() }
    }
  }

  @Test func theTokenIsRenewedFiveMinutesBeforeItEnds() async {
    let shift = Shift(policy: policy)
    await shift.signIn(.first, lifetime: .seconds(3600))
    shift.identity.script { $0.renewals = [.tokens(.first)] }
    await work(shift, minutes: 54)
    #expect(shift.identity.seen.renewalTimes.isEmpty)
    await work(shift, minutes: 1)
    #expect(shift.identity.seen.renewalTimes == [Instant(sinceStart: .seconds(5 + 55 * 60))])
    #expect(await shift.engine.authorization() == "Bearer access-3305")
  }

  @Test func aRejectedTokenIsRenewedAtOnceAndOnceOnly() async throws {
    let shift = Shift(policy: policy)
    await shift.signIn(.first)
    shift.identity.script { $0.renewals = [.tokens(.first), .tokens(.first)] }
    let old = try #require(await shift.engine.authorization())
    await shift.clock.advance(by: .seconds(20))
    await shift.act { await $0.tokenRejected(old, claims: "{}") }
    await shift.act { await $0.tokenRejected(old) }
    #expect(shift.identity.seen.claims == ["{}"])
    let new = try #require(await shift.engine.authorization())
    #expect(new == "Bearer access-25")
    await shift.act { await $0.tokenRejected(new) }
    #expect(shift.events.last == .signInNeeded(SignInRefusal(.loopDetected)))
    #expect(await shift.vault.held == 0)
    #expect(await shift.engine.authorization() == nil)
  }

  @Test func aRefusedRenewalAsksForASignInAndKeepsTheSession() async {
    let shift = Shift(policy: policy)
    await shift.signIn(.first)
    let refusal = SignInRefusal(.sessionRevoked, number: 50173)
    shift.identity.script { $0.renewals = [.refused(refusal)] }
    await work(shift, minutes: 56)
    #expect(shift.events.last == .signInNeeded(refusal))
    #expect(await shift.vault.held == 0)
    guard case .signedIn = await shift.engine.phase else {
      Issue.record("the session is gone")
      return
    }
    await shift.signIn(.first)
    #expect(shift.receipts.isEmpty)
    #expect(await shift.vault.held == 2)
  }

  @Test func anUnreachableProviderIsAskedAgainLaterAndLater() async {
    let shift = Shift(policy: policy)
    await shift.signIn(.first)
    await work(shift, minutes: 57)
    let times = shift.identity.seen.renewalTimes.map { $0.sinceStart.components.seconds - 3305 }
    #expect(times == [0, 5, 15, 35, 75])
    #expect(await shift.vault.held == 2)
  }

  @Test func withoutRefreshTokenTheSessionNeedsASignInAtTheEnd() async {
    let shift = Shift(policy: policy)
    await shift.signIn(.first, lifetime: .seconds(600), isRenewable: false)
    await work(shift, minutes: 9)
    #expect(await shift.vault.held == 1)
    await work(shift, minutes: 1)
    #expect(shift.events.last == .signInNeeded(SignInRefusal(.sessionExpired)))
  }

  @Test func anotherPersonsTokensAreNeverTaken() async {
    let shift = Shift(policy: policy)
    await shift.signIn(.first)
    shift.identity.script { $0.renewals = [.tokens(.second)] }
    await work(shift, minutes: 56)
    #expect(shift.events.last == .signInNeeded(SignInRefusal(.wrongPerson)))
    #expect(await shift.vault.held == 0)
  }
}
