/// F2: how things stand, and the changes that are not sent.
public struct StandingPage: Equatable, Sendable {
  /// The selected change.
  public var cursor = ListCursor()
}
