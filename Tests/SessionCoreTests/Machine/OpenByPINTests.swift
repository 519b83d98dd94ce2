import SessionCore
import StoreModel
import Testing

@Suite struct OpenByPINTests {
  @Test func itBringsTheWorkerBackWithoutAToken() async {
    let shift = Shift()
    await shift.signIn(.first)
    await shift.act { await $0.lock(.worker) }
    await shift.act { await $0.openByPIN() }
    guard case .openedByPIN(let worker, _, since: _) = shift.events.last else {
      Issue.record("not opened: \(shift.events)")
      return
    }
    #expect(worker.id == SignedInPerson.first.id)
    #expect(await shift.vault.held == 0)
    #expect(await shift.engine.authorization() == nil)
    // The sign-in runs beside the work and ends in the same session.
    await shift.signIn(.first)
    #expect(await shift.engine.authorization() != nil)
    #expect(shift.receipts.isEmpty)
  }

  @Test func itOpensNothingThatIsNotLocked() async {
    let shift = Shift()
    await shift.act { await $0.openByPIN() }
    #expect(await shift.engine.phase == .signedOut)
    await shift.signIn(.first)
    let before = shift.events
    await shift.act { await $0.openByPIN() }
    #expect(shift.events == before)
    #expect(await shift.vault.held == 2)
  }

  @Test func idleAndAbsoluteLimitsGoOn() async {
    let shift = Shift(policy: SessionPolicy(absolute: .seconds(1_000)))
    await shift.signIn(.first)
    await shift.act { await $0.lock(.worker) }
    await shift.act { await $0.openByPIN() }
    await shift.clock.advance(by: .seconds(300))
    guard case .locked(.idle, _, at: _) = shift.events.last else {
      Issue.record("not locked: \(shift.events)")
      return
    }
    await shift.clock.advance(by: .seconds(800))
    let before = shift.events
    await shift.act { await $0.openByPIN() }
    #expect(shift.events == before)
  }

  @Test func somebodyElseWhoSignsInBesideItEndsTheSession() async {
    let shift = Shift()
    await shift.signIn(.first)
    await shift.act { await $0.lock(.worker) }
    await shift.act { await $0.openByPIN() }
    await shift.signIn(.second)
    #expect(shift.receipts.map(\.worker.id) == [SignedInPerson.first.id])
  }
}
