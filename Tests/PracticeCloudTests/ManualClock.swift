import StoreModel
import Synchronization

/// A clock that stands still until a test moves it; sleeping moves it to the moment slept for.
final class ManualClock: StoreClock {
  private let elapsed = Mutex(Duration.zero)
  /// Mon, 23 Nov 2026 08:30:00 GMT.
  static let start = Timestamp(seconds: 1_795_422_600)

  func now() -> Now {
    let elapsed = elapsed.withLock { $0 }
    return Now(instant: Instant(sinceStart: elapsed), wall: Self.start.advanced(by: elapsed))
  }

  func advance(_ seconds: Int) { elapsed.withLock { $0 += .seconds(seconds) } }

  func sleep(until moment: Instant) async throws {
    elapsed.withLock { $0 = max($0, moment.sinceStart) }
  }

  func beginActivity() {}
  func endActivity() {}
}
