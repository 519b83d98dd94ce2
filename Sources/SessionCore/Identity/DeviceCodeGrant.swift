/// What the provider answers to the wish to sign in with a device code (RFC 8628 §3.2).
public struct DeviceCodeGrant: Sendable {
  /// What polling needs; never shown.
  public var device: DeviceCode
  /// What the worker types. Untrusted text.
  public var userCode: String
  /// Where they type it. Untrusted text.
  public var address: String
  /// The tenant's name or domain, for "check that it says". Untrusted text.
  public var tenant: String
  /// How long the code is good.
  public var lifetime: Duration
  /// The least time between two polls.
  public var interval: Duration

  /// A grant.
  public init(
    device: DeviceCode, userCode: String, address: String, tenant: String, lifetime: Duration, interval: Duration
  ) {
    self.device = device
    self.userCode = userCode
    self.address = address
    self.tenant = tenant
    self.lifetime = lifetime
    self.interval = interval
  }
}
