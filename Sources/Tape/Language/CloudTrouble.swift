/// A trouble of the practice cloud: what goes wrong, for which requests, how often or how long.
public struct CloudTrouble: Hashable, Sendable {
  /// What goes wrong; the kinds of the control interface.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Ends every trouble.
    case none
    case offline, throttle, unavailable, gateway, timeout, truncate, garbage, latency, conflict, challenge, skew
  }

  /// Which form a trouble takes, where there are several.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// `Retry-After` as a date instead of seconds.
    case date
    /// A captive portal's page, JSON cut off in the middle, megabytes of JSON.
    case html, json, huge
  }

  /// What goes wrong.
  public var kind: Kind
  /// Method and path prefix, `PATCH /v1.0/planner`; nil means every request.
  public var match: TapeText?
  /// How many requests meet it; nil means all until `Fault none`.
  public var count: Int?
  /// How long answers are kept back or callers are told to wait.
  public var duration: Duration?
  /// Its form; nil for the usual one.
  public var form: Form?

  /// A trouble; for every request and until ended unless said.
  public init(
    _ kind: Kind, match: TapeText? = nil, count: Int? = nil, duration: Duration? = nil, form: Form? = nil
  ) {
    self.kind = kind
    self.match = match
    self.count = count
    self.duration = duration
    self.form = form
  }
}

extension CloudTrouble.Kind {
  /// The forms this kind can take.
  public var forms: [CloudTrouble.Form] {
    switch self {
    case .throttle, .unavailable: [.date]
    case .garbage: [.html, .json, .huge]
    default: []
    }
  }
}
