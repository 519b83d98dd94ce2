import StoreModel
import Synchronization

/// The clock of a practice cloud: that of its host, until the control interface makes it stand still or moves it.
///
/// A terminal whose time is moved by a tape so takes a served cloud along. Standing or moved, nobody's sleep gets longer.
final class CloudClock: StoreClock, Sendable {
  private struct Setting {
    /// Where it stands; nil while it runs.
    var standing: Now?
    /// How far it was moved against the host's clock while it runs.
    var offset: (instant: Duration, wall: Duration) = (.zero, .zero)
  }

  private let host: any StoreClock
  private let setting = Mutex(Setting())

  init(_ host: any StoreClock) { self.host = host }

  var executor: (any TaskExecutor)? { host.executor }

  func now() -> Now {
    let now = host.now()
    return setting.withLock { setting in
      setting.standing
        ?? Now(
          instant: now.instant.advanced(by: setting.offset.instant), wall: now.wall.advanced(by: setting.offset.wall))
    }
  }

  /// Stands still at a moment of the world from now on.
  func stand(at moment: Timestamp) {
    let instant = now().instant
    setting.withLock { $0.standing = Now(instant: instant, wall: moment) }
  }

  /// Moves on by so much, and then goes on standing or running as before.
  func advance(by duration: Duration) {
    setting.withLock { setting in
      if let now = setting.standing {
        setting.standing = Now(instant: now.instant.advanced(by: duration), wall: now.wall.advanced(by: duration))
      } else {
        setting.offset.instant += duration
        setting.offset.wall += duration
      }
    }
  }

  /// Runs on from where it stands.
  func run() {
    let host = host.now()
    setting.withLock { setting in
      guard let now = setting.standing else { return }
      setting.offset = (host.instant.duration(to: now.instant), host.wall.duration(to: now.wall))
      setting.standing = nil
    }
  }

  func sleep(until moment: Instant) async throws {
    let distance = now().instant.duration(to: moment)
    try await host.sleep(until: host.now().instant.advanced(by: distance))
  }

  func beginActivity() { host.beginActivity() }
  func endActivity() { host.endActivity() }
}
