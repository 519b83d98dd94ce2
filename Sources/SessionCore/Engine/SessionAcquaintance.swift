import Synchronization

/// Knows a session that is made later than those who speak to it, without keeping it.
///
/// A session keeps whoever it reports to and whatever it clears; if they kept it too, all of them would stay for ever.
public final class SessionAcquaintance: Sendable {
  private struct Known {
    weak var engine: SessionEngine?
  }

  private let known = Mutex(Known())

  /// Knows nobody yet.
  public init() {}

  /// The session; nil before it is there and after it is gone.
  public var engine: SessionEngine? { known.withLock { $0.engine } }

  /// The session is there.
  public func meet(_ engine: SessionEngine) { known.withLock { $0.engine = engine } }
}
