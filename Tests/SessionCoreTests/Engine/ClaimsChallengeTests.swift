import SessionCore
import StoreModel
import Testing

/// Continuous access evaluation: a challenge is answered once by a renewal, then by a fresh sign-in that carries it.
@Suite struct ClaimsChallengeTests {
  private func challenged(_ renewal: ScriptedIdentity.Answer) async throws -> Shift {
    let shift = Shift(policy: SessionPolicy(idle: .seconds(900)))
    await shift.signIn(.first)
    await shift.clock.advance(by: .seconds(20))
    shift.identity.script { $0.renewals = [renewal] }
    let old = try #require(await shift.engine.authorization())
    await shift.act { await $0.tokenRejected(old, claims: "challenge") }
    return shift
  }

  @Test func aRenewalAnswersItOnce() async throws {
    let shift = try await challenged(.tokens(.first))
    #expect(shift.identity.seen.claims == ["challenge"])
    #expect(await shift.vault.held == 2)
    await shift.act { await $0.lock(.worker) }
    await shift.signIn(.first)
    #expect(shift.identity.seen.signInClaims == [nil, nil])
  }

  @Test(arguments: [SignInRefusal.Kind.sessionRevoked, .mfaNeeded, .policyBlock])
  func aRenewalThatCannotNeedsASignInThatCarriesIt(kind: SignInRefusal.Kind) async throws {
    let shift = try await challenged(.refused(SignInRefusal(kind)))
    #expect(shift.events.last == .signInNeeded(SignInRefusal(kind)))
    #expect(await shift.vault.held == 0)
    guard case .signedIn = await shift.engine.phase else {
      Issue.record("the worker's place is gone")
      return
    }
    await shift.signIn(.first)
    #expect(shift.identity.seen.signInClaims == [nil, "challenge"])
    #expect(await shift.vault.held == 2)
    #expect(shift.receipts.isEmpty)
  }

  @Test func aChallengeToTheFreshTokenIsNotAnsweredInALoop() async throws {
    let shift = try await challenged(.tokens(.first))
    await shift.clock.advance(by: .seconds(1))
    let fresh = try #require(await shift.engine.authorization())
    await shift.act { await $0.tokenRejected(fresh, claims: "another") }
    #expect(shift.identity.seen.claims == ["challenge"])
    #expect(shift.events.last == .signInNeeded(SignInRefusal(.loopDetected)))
    await shift.act { await $0.signIn(hint: nil, way: .browser) }
    #expect(shift.identity.seen.signInClaims == [nil, "another"])
  }
}
