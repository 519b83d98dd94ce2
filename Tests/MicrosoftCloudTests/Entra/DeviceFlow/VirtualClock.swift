import StoreModel
import Synchronization

/// Time that moves only when a simulation moves it.
final class VirtualClock: StoreClock {
  private let time = Mutex(Duration.zero)

  var elapsed: Duration { time.withLock { $0 } }

  func advance(_ duration: Duration) { time.withLock { $0 += duration } }

  func move(to moment: Duration) { time.withLock { $0 = max($0, moment) } }

  func now() -> Now {
    Now(instant: Instant(sinceStart: elapsed), wall: Timestamp(seconds: 1_790_000_000).advanced(by: elapsed))
  }

  func sleep(until moment: Instant) async throws { move(to: moment.sinceStart) }
  func beginActivity() {}
  func endActivity() {}
}
