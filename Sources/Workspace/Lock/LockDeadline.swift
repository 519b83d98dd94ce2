import SessionCore
import StoreModel
import Strings

/// How far the clock may be moved before the terminal locks; a time server corrects by less.
private let clockTolerance = Duration.seconds(300)

extension AppState {
  /// When the session locks by itself if no key comes, and why; nil while nobody works here.
  var lockDeadline: (moment: Instant, reason: LockReason)? {
    guard let session else { return nil }
    let idle = (activity ?? session.since.instant).advanced(by: limits.idle)
    let absolute = session.since.instant.advanced(by: limits.absolute)
    return absolute <= idle ? (absolute, .absoluteLimit) : (idle, .idle)
  }

  /// Whether the session can be locked.
  var mayLock: Availability { session == nil ? .disabled(.reasonNobody) : .enabled }

  /// Whether a sign-out has changes to wait for.
  var mayWaitForChanges: Availability {
    (shift?.unsentCount ?? 0) > 0 ? .enabled : .disabled(.reasonNothingUnsent)
  }

  /// Whether there is a session to end, locked or not.
  var maySignOut: Availability { session == nil && locked == nil ? .disabled(.reasonNobody) : .enabled }
}

/// Time moved on. What came due while the terminal slept or was stopped locks it here, before any key is looked at.
func timePassed(_ state: inout AppState, _ now: Now) -> [Effect] {
  let before = state.now
  state.now = now
  if let deadline = state.lockDeadline, now.instant >= deadline.moment { return lockTerminal(&state, deadline.reason) }
  if wasMoved(from: before, to: now) {
    let effects = lockTerminal(&state, .clockMoved)
    if !effects.isEmpty { return effects }
  }
  state.shift?.take(now.wall, state.calendar)
  return sealDrafts(&state) + leavingOverdue(state)
}

/// Whether the clock on the wall went another way than time did.
private func wasMoved(from before: Now, to now: Now) -> Bool {
  let difference = before.wall.duration(to: now.wall) - before.instant.duration(to: now.instant)
  return difference > clockTolerance || difference < .zero - clockTolerance
}
