/// The limits of a session.
public struct SessionPolicy: Hashable, Sendable {
  /// Lock after this long without the worker; never more than 15 min (PCI DSS 4.0.1 §8.2.8).
  public var idle: Duration
  /// Say so this long before.
  public var warning: Duration
  /// Lock this long after a sign-in, whatever the worker does.
  public var absolute: Duration
  /// What edits in flight get between blank screen and wipe.
  public var flushLimit: Duration
  /// Renew the access token this long before it ends.
  public var renewalLead: Duration

  /// The usual limits, or others.
  public init(
    idle: Duration = .seconds(300), warning: Duration = .seconds(30), absolute: Duration = .seconds(12 * 3600),
    flushLimit: Duration = .seconds(2), renewalLead: Duration = .seconds(300)
  ) {
    self.idle = min(max(idle, .seconds(1)), .seconds(900))
    self.warning = min(warning, self.idle)
    self.absolute = absolute
    self.flushLimit = flushLimit
    self.renewalLead = renewalLead
  }
}
