import StoreModel
import Synchronization

/// A clock that stands still until a test moves it; whoever sleeps wakes when their moment is reached.
final class StandingClock: StoreClock {
  private struct Sleeper {
    let moment: Instant
    let wake: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var elapsed = Duration.zero
    var sleepers: [UInt64: Sleeper] = [:]
    var last: UInt64 = 0
  }

  private let state = Mutex(State())
  /// Mon, 23 Nov 2026 08:30:00 GMT.
  private let start = Timestamp(seconds: 1_795_422_600)

  func now() -> Now {
    let elapsed = state.withLock { $0.elapsed }
    return Now(instant: Instant(sinceStart: elapsed), wall: start.advanced(by: elapsed))
  }

  func advance(_ duration: Duration) {
    let woken = state.withLock { state in
      state.elapsed += duration
      let due = state.sleepers.filter { $0.value.moment.sinceStart <= state.elapsed }
      for id in due.keys { state.sleepers[id] = nil }
      return due.values.map(\.wake)
    }
    for wake in woken { wake.resume() }
  }

  func sleep(until moment: Instant) async throws {
    let id = state.withLock { state in
      state.last += 1
      return state.last
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { wake in
        let isDue = state.withLock { state in
          if moment.sinceStart <= state.elapsed || Task.isCancelled { return true }
          state.sleepers[id] = Sleeper(moment: moment, wake: wake)
          return false
        }
        if isDue { wake.resume() }
      }
      try Task.checkCancellation()
    } onCancel: {
      state.withLock { $0.sleepers.removeValue(forKey: id) }?.wake.resume(throwing: CancellationError())
    }
  }

  func beginActivity() {}
  func endActivity() {}
}
