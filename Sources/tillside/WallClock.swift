import StoreModel

/// Time for a verb without a loop: nobody there waits for idleness, so activity is not counted.
struct WallClock: StoreClock {
  func now() -> Now { SystemClock.now() }

  func sleep(until moment: Instant) async throws {
    try await Task.sleep(for: max(.zero, now().instant.duration(to: moment)))
  }

  func beginActivity() {}

  func endActivity() {}
}
