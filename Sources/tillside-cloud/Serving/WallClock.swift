import Glibc
import StoreModel

/// The machine's clocks, for a server: nobody asks it whether it is idle.
struct WallClock: StoreClock {
  func now() -> Now {
    Now(
      instant: Instant(sinceStart: read(CLOCK_BOOTTIME)), wall: Timestamp(ticks: 0).advanced(by: read(CLOCK_REALTIME)))
  }

  func sleep(until moment: Instant) async throws {
    try await Task.sleep(for: now().instant.duration(to: moment))
  }

  func beginActivity() {}
  func endActivity() {}

  private func read(_ clock: clockid_t) -> Duration {
    var time = timespec()
    clock_gettime(clock, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
