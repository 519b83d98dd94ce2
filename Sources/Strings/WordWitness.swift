import Synchronization

/// Notes which texts a program asked for while it ran; safe from any thread.
public final class WordWitness: Sendable {
  private let noted = Mutex<Set<String>>([])

  /// Nothing noted yet.
  public init() {}

  /// The names of all texts asked for.
  public var keys: Set<String> { noted.withLock { $0 } }

  func note(_ key: String) { noted.withLock { _ = $0.insert(key) } }
}
