/// A trouble of the practice cloud: what goes wrong, for which requests, how often or how long.
public struct CloudTrouble: Hashable, Sendable {
  /// What goes wrong; the kinds of the control interface.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Ends every trouble.
    case none
    case offline, throttle, unavailable, timeout, truncate, garbage, latency, conflict, challenge
  }

  /// What goes wrong.
  public var kind: Kind
  /// Method and path prefix, `PATCH /v1.0/planner`; nil means every request.
  public var match: TapeText?
  /// How many requests meet it; nil means all until `Fault none`.
  public var count: Int?
  /// How long answers are kept back or callers are told to wait.
  public var duration: Duration?

  /// A trouble; for every request and until ended unless said.
  public init(_ kind: Kind, match: TapeText? = nil, count: Int? = nil, duration: Duration? = nil) {
    self.kind = kind
    self.match = match
    self.count = count
    self.duration = duration
  }
}
