import StoreModel
import Synchronization

/// The clock of a cloud that is asked now and then: it stands at the moment of the last call.
final class CallClock: StoreClock {
  private let start: Timestamp
  private let wall: Mutex<Timestamp>

  init(start: Timestamp) {
    self.start = start
    wall = Mutex(start)
  }

  func set(_ moment: Timestamp) { wall.withLock { $0 = moment } }

  func now() -> Now {
    let wall = wall.withLock { $0 }
    return Now(instant: Instant(sinceStart: start.duration(to: wall)), wall: wall)
  }

  func sleep(until moment: Instant) async throws {}
  func beginActivity() {}
  func endActivity() {}
}
