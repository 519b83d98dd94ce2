public import StoreModel
import TaskSync

extension AppState {
  /// When something happens by itself next: the next minute for the clock, or what was typed goes to the disk. Nothing else
  /// wakes an idle program.
  public func nextChange(after now: Now) -> Instant? {
    if isCountingSeconds { return now.instant.advanced(by: .seconds(1)) }
    let ticksPerMinute: Int64 = 600_000_000
    let past = ((now.wall.ticks % ticksPerMinute) + ticksPerMinute) % ticksPerMinute
    let minute = now.instant.advanced(by: .nanoseconds((ticksPerMinute - past) * 100))
    return [minute, nextAge(after: now), lockDeadline?.moment, sealedDrafts.due].compactMap { $0 }.min()
  }

  /// When the age of the data is another one in words.
  private func nextAge(after now: Now) -> Instant? {
    guard let shift, let last = shift.standing.lastSync else { return nil }
    return last.instant.advanced(by: Age(since: last, now).next)
  }

  /// Whether seconds are shown that run: a code's lifetime, a wait.
  private var isCountingSeconds: Bool {
    if lockingAt != nil { return true }
    if case .leaving = page { return true }
    if look.countsSeconds, let wait = shift?.standing.connection.wait, wait > now.instant,
      wait < now.instant.advanced(by: .seconds(60))
    {
      return true
    }
    guard case .code(let code) = page else { return false }
    if case .refused = code.step { return code.trouble != nil }
    return true
  }
}
