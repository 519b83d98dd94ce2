import StoreModel
import Synchronization

/// Time that moves only when a test says so, and an activity count a test can wait on.
final class ManualClock: StoreClock {
  private struct Sleeper {
    var moment: Instant
    var continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now = Now(instant: .start, wall: Timestamp(seconds: 1_790_000_000))
    var activities = 0
    var lastID = 0
    var sleepers: [Int: Sleeper] = [:]
    var cancelled: Set<Int> = []
    var idleWaiters: [CheckedContinuation<Void, Never>] = []

    mutating func move(to moment: Instant) {
      guard moment > now.instant else { return }
      now.wall = now.wall.advanced(by: now.instant.duration(to: moment))
      now.instant = moment
    }

    mutating func idleWaitersToWake() -> [CheckedContinuation<Void, Never>] {
      guard activities == 0 else { return [] }
      defer { idleWaiters = [] }
      return idleWaiters
    }
  }

  private let state = Mutex(State())

  func now() -> Now { state.withLock { $0.now } }

  func beginActivity() { state.withLock { $0.activities += 1 } }

  func endActivity() {
    let woken = state.withLock { state in
      state.activities -= 1
      return state.idleWaitersToWake()
    }
    for waiter in woken { waiter.resume() }
  }

  func sleep(until moment: Instant) async throws {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in park(id, until: moment, continuation) }
    } onCancel: {
      wakeCancelled(id)
    }
  }

  private func park(_ id: Int, until moment: Instant, _ continuation: CheckedContinuation<Void, any Error>) {
    let (outcome, woken): (Result<Void, any Error>?, [CheckedContinuation<Void, Never>]) = state.withLock { state in
      if state.cancelled.remove(id) != nil { return (.failure(CancellationError()), []) }
      if moment <= state.now.instant { return (.success(()), []) }
      state.sleepers[id] = Sleeper(moment: moment, continuation: continuation)
      state.activities -= 1
      return (nil, state.idleWaitersToWake())
    }
    if let outcome { continuation.resume(with: outcome) }
    for waiter in woken { waiter.resume() }
  }

  private func wakeCancelled(_ id: Int) {
    let sleeper = state.withLock { state in
      guard let sleeper = state.sleepers.removeValue(forKey: id) else {
        state.cancelled.insert(id)
        return Sleeper?.none
      }
      state.activities += 1
      return sleeper
    }
    sleeper?.continuation.resume(throwing: CancellationError())
  }

  /// Waits until nothing is counted as activity.
  func idle() async {
    await withCheckedContinuation { continuation in
      let isIdle = state.withLock { state in
        if state.activities > 0 { state.idleWaiters.append(continuation) }
        return state.activities == 0
      }
      if isIdle { continuation.resume() }
    }
  }

  /// Moves time on, from sleeper to sleeper, waiting for idle at each.
  func advance(by duration: Duration) async {
    await idle()
    let end = now().instant.advanced(by: duration)
    while let sleeper = wakeNext(before: end) {
      sleeper.continuation.resume()
      await idle()
    }
    state.withLock { $0.move(to: end) }
  }

  private func wakeNext(before end: Instant) -> Sleeper? {
    state.withLock { state -> Sleeper? in
      let next = state.sleepers.filter { $0.value.moment <= end }
        .min { ($0.value.moment, $0.key) < ($1.value.moment, $1.key) }
      guard let next else { return nil }
      state.move(to: next.value.moment)
      state.sleepers[next.key] = nil
      state.activities += 1
      return next.value
    }
  }
}

extension ManualClock {
  /// Runs one act as activity and waits until everything it set off is done or sleeps.
  func run(_ act: @escaping @Sendable () async -> Void) async {
    start(act)
    await idle()
  }
}
