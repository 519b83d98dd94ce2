/// A moment on the clock that never jumps and goes on while the machine sleeps (CLOCK_BOOTTIME); for limits and timers.
public struct Instant: InstantProtocol, Hashable, Sendable {
  /// Time since an arbitrary start.
  public var sinceStart: Duration

  /// A moment by its distance from the clock's start.
  public init(sinceStart: Duration) { self.sinceStart = sinceStart }

  /// The clock's start.
  public static let start = Instant(sinceStart: .zero)

  public func advanced(by duration: Duration) -> Instant { Instant(sinceStart: sinceStart + duration) }
  public func duration(to other: Instant) -> Duration { other.sinceStart - sinceStart }
  public static func < (a: Instant, b: Instant) -> Bool { a.sinceStart < b.sinceStart }
}

/// A moment in the world's time, UTC; for due dates, ages shown to people and the wire. Never for limits.
public struct Timestamp: Hashable, Comparable, Codable, Sendable {
  /// Steps of 100 ns since 1970-01-01T00:00:00Z: as fine as Planner's seven fraction digits, so it round-trips.
  public var ticks: Int64

  /// A moment by its steps of 100 ns since 1970.
  public init(ticks: Int64) { self.ticks = ticks }

  /// A moment by whole seconds since 1970.
  public init(seconds: Int64) { ticks = seconds * 10_000_000 }

  /// Whole seconds since 1970, rounded down.
  public var seconds: Int64 { ticks >= 0 ? ticks / 10_000_000 : (ticks - 9_999_999) / 10_000_000 }

  /// A moment later by a duration (earlier when negative).
  public func advanced(by duration: Duration) -> Timestamp {
    let parts = duration.components
    return Timestamp(ticks: ticks + parts.seconds * 10_000_000 + parts.attoseconds / 100_000_000_000)
  }

  /// How long from here to there; negative when it lies in the past.
  public func duration(to other: Timestamp) -> Duration {
    .nanoseconds((other.ticks - ticks) * 100)
  }

  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.ticks < b.ticks }
}

/// Both clocks, read together once per turn of the loop and passed in.
public struct Now: Hashable, Sendable {
  /// For limits and timers.
  public var instant: Instant
  /// For dates and ages.
  public var wall: Timestamp

  /// Both clocks.
  public init(instant: Instant, wall: Timestamp) {
    self.instant = instant
    self.wall = wall
  }
}
