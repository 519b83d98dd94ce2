import SessionCore
import StoreModel
import Testing

@Suite struct WalkTests {
  @Test(arguments: 0..<60)
  func wheneverLockComesTheVaultEndsEmpty(seed: UInt64) {
    var walk = Walk(seed: seed)
    for _ in 0..<300 {
      walk.step()
      var locked = walk
      locked.feed(.lock(.worker))
      locked.settle()
      let isEmpty = !locked.vaultHolds
      #expect(isEmpty, "seed \(seed): \(locked.machine.phase)")
      if case .signedIn = locked.machine.phase { Issue.record("seed \(seed): still signed in after a lock") }
      for _ in 0..<5 {
        locked.step()
        if case .signedIn = locked.machine.phase, !locked.wasSignedInSinceLock {
          Issue.record("seed \(seed): a late answer revived the session")
        }
      }
    }
  }

  @Test(arguments: 0..<60)
  func whoeverIsNotSignedInHasNoTokens(seed: UInt64) {
    var walk = Walk(seed: seed)
    for _ in 0..<500 {
      walk.step()
      var settled = walk
      settled.settle()
      if case .signedIn = settled.machine.phase { continue }
      let isEmpty = !settled.vaultHolds
      #expect(isEmpty, "seed \(seed): \(settled.machine.phase)")
    }
  }

  @Test(arguments: 0..<60)
  func noSessionOutlivesItsLimits(seed: UInt64) {
    var walk = Walk(seed: seed)
    let policy = walk.machine.policy
    for _ in 0..<500 {
      walk.step()
      walk.feed(.tick)
      guard case .signedIn(let session) = walk.machine.phase else { continue }
      let now = Instant(sinceStart: walk.elapsed)
      #expect(session.active.duration(to: now) < policy.idle, "seed \(seed)")
      #expect(session.authenticated.instant.duration(to: now) < policy.absolute, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<60)
  func everySessionThatBeganEndsWithOneReceipt(seed: UInt64) {
    var walk = Walk(seed: seed)
    for _ in 0..<500 { walk.step() }
    walk.feed(.signOut)
    walk.settle()
    #expect(walk.machine.phase == .signedOut)
    var current: PersonID?
    for event in walk.events {
      switch event {
      case .signedIn(let worker, _, since: _):
        #expect(current == nil || current == worker.id, "seed \(seed): two sessions at once")
        current = worker.id
      case .locked(_, let worker, at: _): #expect(current == worker.id, "seed \(seed)")
      case .signedOut(let receipt):
        #expect(current == receipt.worker.id, "seed \(seed): a receipt for nobody")
        #expect(receipt.tokensLeft == 0)
        #expect(receipt.tasksDestroyed == 7)
        current = nil
      case .pageOpened, .pageAnswered, .pasteRefused: break
      case .codeIssued, .providerUnreachable, .providerReachable, .refused, .lockingSoon, .signInNeeded, .openedByPIN:
        break
      }
    }
    #expect(current == nil, "seed \(seed): a session without an end")
  }
}

extension Walk {
  /// Whether somebody signed in after the last lock or end.
  var wasSignedInSinceLock: Bool {
    for event in events.reversed() {
      switch event {
      case .signedIn: return true
      case .locked, .signedOut: return false
      default: continue
      }
    }
    return false
  }
}
