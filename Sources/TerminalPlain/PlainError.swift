/// Why lines cannot be spoken.
public enum PlainError: Error, Hashable, Sendable {
  /// The system refused: no descriptors, no signals.
  case unavailable(errno: Int32)
}
