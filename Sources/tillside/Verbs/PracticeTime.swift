import ArgumentParser
import StoreModel

/// The clock a run starts with: the machine's, or for practice one that starts at a moment given.
struct PracticeTime {
  /// Where the clock starts; nil for now.
  let start: Timestamp?
  /// Whether it only moves when a player says so.
  let isLed: Bool

  init(_ options: RunOptions, isPractice: Bool) throws {
    guard isPractice || (options.clock == nil && options.seed == nil && options.tapeLine == nil) else {
      throw leave(
        .configuration, "--clock, --seed and tapes are for the practice store; this terminal has a real tenant.")
    }
    start = try options.clock.map { text in
      guard let moment = Timestamp(iso8601: text) else {
        throw ValidationError("--clock '\(text)' is no moment; write 2026-11-25T09:41:00Z.")
      }
      return moment
    }
    isLed = options.tapeLine == .virtual
  }

  /// Both clocks at the start.
  var now: Now {
    guard isLed else { return read() }
    return Now(instant: .start, wall: start ?? SystemClock.now().wall)
  }

  /// Reads both clocks, the world's time as far from the machine's as at the start.
  var read: @Sendable () -> Now {
    guard let start else { return { SystemClock.now() } }
    let ahead = SystemClock.now().wall.duration(to: start)
    return {
      let now = SystemClock.now()
      return Now(instant: now.instant, wall: now.wall.advanced(by: ahead))
    }
  }
}
