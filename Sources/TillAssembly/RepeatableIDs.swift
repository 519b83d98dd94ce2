import PracticeCloud
import Synchronization

/// Ids of requests from a seed, so that practice shows the same references each time.
public final class RepeatableIDs: Sendable {
  private let random: Mutex<SeededRandom>

  /// The same seed makes the same ids in the same order.
  public init(seed: UInt64) { random = Mutex(SeededRandom(seed: seed)) }

  /// The next GUID.
  public func next() -> String { random.withLock { $0.guid() } }

  /// The next bytes; for practice, where nothing is worth guessing.
  public func bytes(_ count: Int) -> [UInt8] {
    random.withLock { random in (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) } }
  }
}
