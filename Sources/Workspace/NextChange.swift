public import StoreModel

extension AppState {
  /// When the screen changes by itself next: the next minute for the clock. Nothing else wakes an idle program.
  public func nextChange(after now: Now) -> Instant? {
    let ticksPerMinute: Int64 = 600_000_000
    let past = ((now.wall.ticks % ticksPerMinute) + ticksPerMinute) % ticksPerMinute
    return now.instant.advanced(by: .nanoseconds((ticksPerMinute - past) * 100))
  }
}
