public import StoreModel
import Synchronization
public import Terminal

/// The program's clock: keeps the alarms of everybody who sleeps and counts who is at work.
///
/// The loop fires due alarms, so no timer thread exists and a program without alarms never wakes. With a manual clock
/// time moves only when `advance(to:)` says so: tests and tapes run hours in milliseconds.
public final class Timekeeper: StoreClock, Sendable {
  /// Where time comes from.
  public enum Source: Sendable {
    /// The machine's clocks, read by the function.
    case live(@Sendable () -> Now)
    /// Time that only moves when told.
    case manual(Now)
  }

  private struct Sleeper {
    var moment: Instant
    var continuation: CheckedContinuation<Void, any Error>
  }

  private struct Books {
    var manual: Now?
    /// How far a live clock was moved ahead of the machine's.
    var ahead = Duration.zero
    /// How far its wall was set forward beside that.
    var wallLead = Duration.zero
    var sleepers: [UInt64: Sleeper] = [:]
    var cancelledEarly: Set<UInt64> = []
    var nextTicket: UInt64 = 0
    var activity = 0
    var hasStopped = false
  }

  private let read: (@Sendable () -> Now)?
  private let waker: any TerminalWaker
  private let books: Mutex<Books>

  public let executor: (any TaskExecutor)?

  /// A clock that wakes the loop's device when an earlier alarm is set or the last work ends.
  ///
  /// - Parameter executor: where work beside the loop runs; nil for the global pool.
  public init(_ source: Source, waker: any TerminalWaker, executor: (any TaskExecutor)? = nil) {
    self.waker = waker
    self.executor = executor
    switch source {
    case .live(let read):
      self.read = read
      books = Mutex(Books())
    case .manual(let now):
      read = nil
      books = Mutex(Books(manual: now))
    }
  }

  public func now() -> Now {
    if let read {
      let (ahead, wallLead) = books.withLock { ($0.ahead, $0.wallLead) }
      let now = read()
      return Now(instant: now.instant.advanced(by: ahead), wall: now.wall.advanced(by: ahead + wallLead))
    }
    return books.withLock { $0.manual } ?? Now(instant: .start, wall: Timestamp(ticks: 0))
  }

  /// Whether time only moves when told.
  public var standsStill: Bool { read == nil }

  /// Moves the clock forward, both clocks alike; alarms that come due wait for `fireDue`. A live clock goes on from there.
  public func advance(to moment: Instant) {
    if read != nil {
      let step = now().instant.duration(to: moment)
      if step > .zero { books.withLock { $0.ahead += step } }
      return
    }
    books.withLock { books in
      guard let manual = books.manual, moment > manual.instant else { return }
      let step = manual.instant.duration(to: moment)
      books.manual = Now(instant: moment, wall: manual.wall.advanced(by: step))
    }
  }

  /// Sets the clock on the wall forward, as somebody does who corrects it; time itself goes on as before.
  public func setWall(forwardBy step: Duration) {
    books.withLock { books in
      if let manual = books.manual {
        books.manual = Now(instant: manual.instant, wall: manual.wall.advanced(by: step))
      } else {
        books.wallLead += step
      }
    }
  }

  /// The earliest alarm; nil when nobody sleeps.
  public var nextAlarm: Instant? {
    books.withLock { $0.sleepers.values.map(\.moment).min() }
  }

  /// Wakes everybody whose moment has come; each is counted as activity before it goes on.
  @discardableResult
  public func fireDue() -> Int {
    let moment = now().instant
    let due = books.withLock { books in
      let due = books.sleepers.filter { $0.value.moment <= moment }
      for ticket in due.keys { books.sleepers[ticket] = nil }
      books.activity += due.count
      return due.sorted { ($0.value.moment, $0.key) < ($1.value.moment, $1.key) }
    }
    for (_, sleeper) in due { sleeper.continuation.resume() }
    return due.count
  }

  /// The loop is over and nobody fires an alarm any more: sends home whoever sleeps or lies down later, with a
  /// `CancellationError`. Without it they, and all they hold, would stay for ever.
  public func stop() {
    let sleepers = books.withLock { books in
      books.hasStopped = true
      defer { books.sleepers = [:] }
      books.activity += books.sleepers.count
      return Array(books.sleepers.values)
    }
    for sleeper in sleepers { sleeper.continuation.resume(throwing: CancellationError()) }
  }

  /// Whether nobody is at work.
  public var isQuiet: Bool { books.withLock { $0.activity == 0 } }

  public func beginActivity() { books.withLock { $0.activity += 1 } }

  public func endActivity() {
    let isQuiet = books.withLock { books in
      books.activity -= 1
      return books.activity == 0
    }
    if isQuiet { waker.wake() }
  }

  public func sleep(until moment: Instant) async throws {
    let ticket = books.withLock { books in
      books.nextTicket += 1
      return books.nextTicket
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let isCancelled = books.withLock { books in
          if books.cancelledEarly.remove(ticket) != nil || books.hasStopped { return true }
          books.sleepers[ticket] = Sleeper(moment: moment, continuation: continuation)
          books.activity -= 1
          return false
        }
        if isCancelled { continuation.resume(throwing: CancellationError()) } else { waker.wake() }
      }
    } onCancel: {
      let sleeper = books.withLock { books in
        guard let sleeper = books.sleepers.removeValue(forKey: ticket) else {
          books.cancelledEarly.insert(ticket)
          return Sleeper?.none
        }
        books.activity += 1
        return sleeper
      }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
    books.withLock { _ = $0.cancelledEarly.remove(ticket) }
  }
}
