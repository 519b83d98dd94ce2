import SessionCore
import StoreModel
import Testing

@Suite struct BrowserVisitTests {
  private func opened() async throws -> (Shift, ScriptedVisit) {
    let shift = Shift()
    await shift.act { await $0.signIn(hint: "first", way: .browser) }
    let visit = try #require(shift.identity.seen.visits.last)
    return (shift, visit)
  }

  @Test func thePageIsShownAndItsAnswerBecomesASession() async throws {
    let (shift, visit) = try await opened()
    let shown = SignInPageAddress(
      short: "http://localhost:41813/", whole: "https://login.example/authorize", tenant: "contoso",
      expires: Instant(sinceStart: .seconds(900)))
    #expect(shift.events == [.pageOpened(shown)])
    shift.identity.script { $0.redemptions = [.tokens(.first)] }
    visit.arrive()
    await shift.clock.idle()
    #expect(shift.events.dropFirst().first == .pageAnswered)
    guard case .signedIn(let worker, _, since: _)? = shift.events.last else {
      Issue.record("nobody is signed in: \(shift.events)")
      return
    }
    #expect(worker.id == SignedInPerson.first.id)
    #expect(await shift.vault.held == 2)
    #expect(visit.isClosed)
    #expect(shift.identity.seen.pollTimes.isEmpty)
  }

  @Test func aSecondAnswerIsNotRedeemed() async throws {
    let (shift, visit) = try await opened()
    visit.arrive()
    visit.arrive()
    await shift.clock.idle()
    #expect(shift.identity.seen.redemptionTimes.count == 1)
  }

  @Test func aPastedAddressCountsWhenItIsTheRightOne() async throws {
    let (shift, _) = try await opened()
    shift.identity.script { $0.redemptions = [.tokens(.first)] }
    await shift.act { await $0.paste("wrong") }
    #expect(shift.events.last == .pasteRefused)
    #expect(shift.identity.seen.redemptionTimes.isEmpty)
    await shift.act { await $0.paste("right") }
    #expect(await shift.vault.held == 2)
    await shift.act { await $0.paste("right") }
    #expect(shift.identity.seen.redemptionTimes.count == 1)
  }

  @Test func anAnswerIsTriedAgainTwiceAsLongApart() async throws {
    let (shift, visit) = try await opened()
    let offline = SignInRefusal(.offline)
    shift.identity.script {
      $0.redemptions = [.unreachable(offline), .unreachable(offline), .unreachable(offline), .tokens(.first)]
    }
    visit.arrive()
    await shift.clock.advance(by: .seconds(60))
    #expect(shift.identity.seen.redemptionTimes.map(\.sinceStart) == [.zero, .seconds(2), .seconds(6), .seconds(14)])
    #expect(shift.events.contains(.providerUnreachable(offline, nextTry: Instant(sinceStart: .seconds(6)))))
    #expect(await shift.vault.held == 2)
  }

  @Test func aRefusedAnswerEndsTheSignIn() async throws {
    let (shift, visit) = try await opened()
    shift.identity.script { $0.redemptions = [.refused(SignInRefusal(.policyBlock, number: 53003))] }
    visit.arrive()
    await shift.clock.idle()
    #expect(shift.events.last == .refused(SignInRefusal(.policyBlock, number: 53003)))
    #expect(await shift.engine.phase == .signedOut)
    #expect(visit.isClosed)
  }

  @Test func aPageThatIsNotUsedInTimeIsClosed() async throws {
    let (shift, visit) = try await opened()
    await shift.clock.advance(by: .seconds(901))
    #expect(shift.events.last == .refused(SignInRefusal(.pageExpired)))
    #expect(visit.isClosed)
  }

  @Test(arguments: ["cancel", "lock", "signOut", "newCode", "otherWay"])
  func whateverEndsASignInClosesItsDoor(ending: String) async throws {
    let (shift, visit) = try await opened()
    await shift.act { engine in
      switch ending {
      case "cancel": await engine.cancelSignIn()
      case "lock": await engine.lock(.worker)
      case "signOut": await engine.signOut()
      case "newCode": await engine.newCode()
      default: await engine.signIn(hint: nil, way: .deviceCode)
      }
    }
    #expect(visit.isClosed)
    shift.identity.script { $0.redemptions = [.tokens(.first)] }
    visit.arrive()
    await shift.clock.advance(by: .seconds(5))
    #expect(await shift.vault.held == 0)
    #expect(shift.identity.seen.redemptionTimes.isEmpty)
  }

  @Test func lateTokensOfACancelledRedemptionAreDropped() async throws {
    let (shift, visit) = try await opened()
    shift.identity.script { $0.redemptions = [.tokens(.first)] }
    await shift.act { engine in
      visit.arrive()
      await engine.cancelSignIn()
    }
    #expect(await shift.vault.held == 0)
    #expect(await shift.engine.phase == .signedOut)
  }

  @Test func aPageThatCannotBePreparedIsToldSo() async {
    let shift = Shift()
    shift.identity.script { $0.codes = [.failure(SignInRefusal(.captivePortal))] }
    await shift.act { await $0.signIn(hint: nil, way: .browser) }
    #expect(shift.events.last == .refused(SignInRefusal(.captivePortal)))
  }
}
