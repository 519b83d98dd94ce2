public import Rehearsal
public import StoreModel
import Terminal
import WorkspaceRuntime

/// A clock for tests of machines without a loop: time moves only by `advance`, and everybody who is due goes on at once.
public final class ManualClock: StoreClock, Sendable {
  private let timekeeper: Timekeeper

  /// A clock that starts at a moment; when tapes start unless said.
  public init(_ now: Now = Rehearsal.opening) {
    timekeeper = Timekeeper(.manual(now), waker: NobodyToWake())
  }

  public func now() -> Now { timekeeper.now() }
  public func sleep(until moment: Instant) async throws { try await timekeeper.sleep(until: moment) }
  public func beginActivity() { timekeeper.beginActivity() }
  public func endActivity() { timekeeper.endActivity() }

  /// The earliest moment somebody sleeps until.
  public var nextAlarm: Instant? { timekeeper.nextAlarm }

  /// Whether nobody is at work.
  public var isIdle: Bool { timekeeper.isQuiet }

  /// Moves both clocks and wakes everybody who is due.
  public func advance(by duration: Duration) {
    timekeeper.advance(to: timekeeper.now().instant.advanced(by: duration))
    timekeeper.fireDue()
  }
}

private struct NobodyToWake: TerminalWaker {
  func wake() {}
}
