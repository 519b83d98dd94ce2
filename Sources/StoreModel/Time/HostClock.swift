import FoundationEssentials

/// The machine's own clocks, for programs without a loop that has to know when it is idle: activity is not counted.
public struct HostClock: StoreClock {
  private let start = ContinuousClock.now

  /// A clock whose moments count from now on; they go on while the machine sleeps.
  public init() {}

  public func now() -> Now {
    let wall = Date().timeIntervalSince1970
    return Now(
      instant: Instant(sinceStart: start.duration(to: .now)),
      wall: Timestamp(ticks: Int64(wall * 10_000_000)))
  }

  public func sleep(until moment: Instant) async throws {
    try await ContinuousClock().sleep(until: start.advanced(by: moment.sinceStart))
  }

  public func beginActivity() {}

  public func endActivity() {}
}
