import StoreModel

extension SessionEngine {
  /// Carries out one clearing and reads back what it did.
  func clear(_ order: ClearingOrder) async -> Clearing {
    var done = Clearing()
    if let limit = order.flush { await flush(limit: limit) }
    if let generation = order.generation {
      done.tokensWiped = await vault.empty(raisingTo: generation)
      await identity.closeConnections()
      if order.destroysLocalCopy { await letGo() }
      done.tokensLeft = await vault.left
    }
    if order.destroysLocalCopy {
      done.copy = await clearing.destroyLocalCopy()
    }
    return done
  }

  /// Cancelled requests may still hold a secret for a moment; what is left after half a second counts as left.
  private func letGo() async {
    let end = clock.now().instant.advanced(by: .milliseconds(500))
    while await vault.left > 0, clock.now().instant < end {
      do { try await clock.sleep(until: clock.now().instant.advanced(by: .milliseconds(10))) } catch { return }
    }
  }

  /// Waits for edits in flight, but never longer than the limit, whoever keeps us waiting.
  private func flush(limit: Duration) async {
    isFlushing = true
    let end = clock.now().instant.advanced(by: limit)
    let work = clock.start { [clearing] in
      await clearing.flush(limit: limit)
      await self.flushEnded()
    }
    let timeUp = clock.start { [clock] in
      do { try await clock.sleep(until: end) } catch { return }
      await self.flushEnded()
    }
    await withCheckedContinuation { continuation in
      flushWaiter = continuation
      clock.endActivity()
    }
    isFlushing = false
    work.cancel()
    timeUp.cancel()
  }

  /// The first to end wakes the clearing, counted as activity before it goes on.
  private func flushEnded() {
    guard let waiter = flushWaiter else { return }
    flushWaiter = nil
    clock.beginActivity()
    waiter.resume()
  }
}
