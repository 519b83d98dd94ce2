import SessionCore
import StoreModel
import Testing

@Suite struct SigningInTests {
  @Test func aCodeIsShownPolledAtItsIntervalAndBecomesASession() async {
    let shift = Shift()
    shift.identity.script { $0.polls = [.pending, .slowDown, .pending, .tokens(.first)] }
    await shift.act { await $0.signIn(hint: "first") }
    await shift.clock.advance(by: .seconds(60))
    let seconds = shift.identity.seen.pollTimes.map { $0.sinceStart.components.seconds }
    #expect(seconds == [5, 10, 20, 30])
    #expect(await shift.vault.held == 2)
    let worker = Worker(
      id: SignedInPerson.first.id, username: "first@contoso.example", displayName: "First Worker")
    guard case .codeIssued(let code) = shift.events.first else {
      Issue.record("no code was shown: \(shift.events)")
      return
    }
    #expect(code.userCode == "H7K29QDX4")
    guard case .signedIn(worker, .unknown, since: _) = shift.events.last else {
      Issue.record("nobody is signed in: \(shift.events)")
      return
    }
    #expect(await shift.engine.authorization() == "Bearer access-30")
  }

  @Test func aCancelledSignInDropsTokensThatComeLate() async {
    let shift = Shift()
    shift.identity.script {
      $0.polls = [.tokens(.first)]
      $0.pollLatency = .seconds(3)
    }
    await shift.act { await $0.signIn(hint: nil) }
    await shift.clock.advance(by: .seconds(6))
    await shift.act { await $0.cancelSignIn() }
    await shift.clock.advance(by: .seconds(10))
    #expect(shift.events.last == .refused(SignInRefusal(.cancelled)))
    #expect(await shift.vault.held == 0)
    #expect(await shift.engine.phase == .signedOut)
  }

  @Test func aRefusalEndsTheSignIn() async {
    let shift = Shift()
    shift.identity.script { $0.polls = [.pending, .refused(SignInRefusal(.declined))] }
    await shift.act { await $0.signIn(hint: nil) }
    await shift.clock.advance(by: .seconds(60))
    #expect(shift.events.last == .refused(SignInRefusal(.declined)))
    #expect(shift.identity.seen.pollTimes.count == 2)
  }

  @Test func pollingStopsWhenTheCodeExpires() async {
    let shift = Shift()
    shift.identity.script { $0.codes = [.success(.seconds(30))] }
    await shift.act { await $0.signIn(hint: nil) }
    await shift.clock.advance(by: .seconds(300))
    #expect(shift.events.last == .refused(SignInRefusal(.codeExpired)))
    #expect(shift.identity.seen.pollTimes.count == 5)
  }

  @Test func anUnreachableProviderIsAskedExponentiallyLater() async {
    let shift = Shift()
    let offline = SignInRefusal(.offline, host: "login.example")
    shift.identity.script { $0.polls = [.unreachable(offline), .unreachable(offline), .pending, .tokens(.first)] }
    await shift.act { await $0.signIn(hint: nil) }
    await shift.clock.advance(by: .seconds(120))
    let seconds = shift.identity.seen.pollTimes.map { $0.sinceStart.components.seconds }
    #expect(seconds == [5, 15, 35, 40])
    #expect(shift.events.contains(.providerUnreachable(offline, nextTry: Instant(sinceStart: .seconds(35)))))
    #expect(shift.events.contains(.providerReachable))
  }

  @Test func aNewCodeReplacesTheOneThatIsOut() async {
    let shift = Shift()
    await shift.act { await $0.signIn(hint: nil) }
    await shift.clock.advance(by: .seconds(12))
    await shift.act { await $0.newCode() }
    shift.identity.script { $0.polls = [.tokens(.first)] }
    await shift.clock.advance(by: .seconds(5))
    let codes = shift.events.filter { if case .codeIssued = $0 { true } else { false } }
    #expect(codes.count == 2)
    #expect(await shift.vault.held == 2)
  }
}
