public import StoreModel

extension AppState {
  /// When the screen changes by itself next: the next minute for the clock. Nothing else wakes an idle program.
  public func nextChange(after now: Now) -> Instant? {
    if isCountingSeconds { return now.instant.advanced(by: .seconds(1)) }
    let ticksPerMinute: Int64 = 600_000_000
    let past = ((now.wall.ticks % ticksPerMinute) + ticksPerMinute) % ticksPerMinute
    return now.instant.advanced(by: .nanoseconds((ticksPerMinute - past) * 100))
  }

  /// Whether seconds are shown that run: a code's lifetime, a wait.
  private var isCountingSeconds: Bool {
    guard case .code(let code) = page else { return false }
    if case .refused = code.step { return code.trouble != nil }
    return true
  }
}
