import SessionCore
import StoreModel
import Testing

@Suite struct LockAndSignOutTests {
  @Test func lockEmptiesTheVaultAfterEditsInFlight() async {
    let shift = Shift()
    await shift.signIn(.first)
    shift.copy.script { $0.flushTakes = .seconds(60) }
    await shift.act { await $0.lock(.worker) }
    #expect(await shift.vault.held == 2)
    #expect(await shift.engine.authorization() != nil)
    await shift.clock.advance(by: .seconds(2))
    #expect(await shift.vault.held == 0)
    #expect(await shift.engine.authorization() == nil)
    #expect(shift.identity.seen.closings == 1)
    #expect(shift.copy.seen.tasks == 214)
  }

  @Test func anIdleTerminalWarnsAndLocks() async {
    let shift = Shift()
    await shift.signIn(.first)
    await shift.clock.advance(by: .seconds(200))
    await shift.act { await $0.activity() }
    await shift.clock.advance(by: .seconds(271))
    #expect(shift.events.last == .lockingSoon(at: Instant(sinceStart: .seconds(505))))
    await shift.act { await $0.activity() }
    #expect(shift.events.last == .lockingSoon(at: nil))
    await shift.clock.advance(by: .seconds(299))
    #expect(await shift.vault.held == 2)
    await shift.clock.advance(by: .seconds(1))
    #expect(await shift.vault.held == 0)
    guard case .locked(.idle, _, at: _) = shift.events.last else {
      Issue.record("not locked: \(shift.events)")
      return
    }
  }

  @Test func theReceiptSaysWhatWasClearedAndKept() async {
    let shift = Shift()
    await shift.signIn(.first)
    await shift.act { await $0.signOut() }
    let receipt = shift.receipts.first
    #expect(receipt?.tokensWiped == 2)
    #expect(receipt?.tokensLeft == 0)
    #expect(receipt?.tasksDestroyed == 214)
    #expect(receipt?.changesKept == 1)
    #expect(receipt?.issuedTokenGoodUntil == Timestamp(seconds: 1_790_000_005 + 3600))
    #expect(await shift.engine.phase == .signedOut)
  }

  @Test func theSamePersonUnlocksTheirSession() async {
    let shift = Shift()
    await shift.signIn(.first)
    await shift.act { await $0.lock(.worker) }
    await shift.signIn(.first)
    #expect(shift.receipts.isEmpty)
    await shift.act { await $0.signOut() }
    #expect(shift.receipts.first?.tokensWiped == 4)
    #expect(shift.receipts.first?.since.instant == Instant(sinceStart: .seconds(5)))
  }

  @Test func anotherPersonEndsTheFirstSession() async {
    let shift = Shift()
    await shift.signIn(.first)
    await shift.act { await $0.lock(.worker) }
    await shift.signIn(.second)
    #expect(shift.receipts.map(\.worker.id) == [SignedInPerson.first.id])
    #expect(shift.receipts.first?.tasksDestroyed == 214)
    #expect(shift.receipts.first?.tokensLeft == 0)
    guard case .signedIn(let worker, _, since: _) = shift.events.last else {
      Issue.record("nobody is signed in: \(shift.events)")
      return
    }
    #expect(worker.id == SignedInPerson.second.id)
    #expect(await shift.vault.held == 2)
  }
}
