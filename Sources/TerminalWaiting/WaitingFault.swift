/// The system refused what waiting needs: descriptors, signals.
public struct WaitingFault: Error, Hashable, Sendable {
  /// The system's number for why.
  public let errno: Int32
}
