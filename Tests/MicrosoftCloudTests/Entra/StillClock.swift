import StoreModel

/// A clock that stands still: enough where nothing waits.
struct StillClock: StoreClock {
  static let moment = Now(instant: Instant(sinceStart: .seconds(1000)), wall: Timestamp(seconds: 1_790_000_000))

  func now() -> Now { Self.moment }
  func sleep(until moment: Instant) async throws {}
  func beginActivity() {}
  func endActivity() {}
}
