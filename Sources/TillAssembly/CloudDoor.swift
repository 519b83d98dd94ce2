public import CloudWire
public import PracticeCloud
public import StoreModel

/// How a program reaches its cloud: an embedded practice cloud, a served one, or Microsoft's.
public struct CloudDoor: Sendable {
  /// Where the cloud is and as what we come.
  public struct Address: Hashable, Sendable {
    /// `https://host[:port]` of the identity provider; the tenant is the next path segment.
    public var authority: String
    /// Tenant GUID or verified domain.
    public var tenant: String
    /// Client id of the registered app.
    public var clientID: String
    /// `https://host[:port]/v1.0`.
    public var graph: String
    /// Domain that sign-in names get when typed without one; empty for none.
    public var domain: String

    /// An address.
    public init(authority: String, tenant: String, clientID: String, graph: String, domain: String) {
      self.authority = authority
      self.tenant = tenant
      self.clientID = clientID
      self.graph = graph
      self.domain = domain
    }
  }

  /// Carries requests.
  public var transport: any HTTPTransport
  /// Where the cloud is.
  public var address: Address
  /// Reads the store profile anew; nil when there is none.
  public var profile: @Sendable () async -> StoreProfile?
  /// Base address of the practice cloud's control interface; nil with a real tenant.
  public var control: String?
  /// Practice accounts with their passwords, for the practice phone; empty with a real tenant.
  public var accounts: [ReadyFacts.User]
  /// Carries the requests of an override's sign-in alone, since its connections are closed while the worker goes on; nil
  /// where that does not matter, as inside this process.
  public var overrideTransport: (any HTTPTransport)?
  /// Opens doors for a browser's answer; nil where no browser could reach the cloud, or none is wanted.
  public var redirects: (any RedirectReceiver)?

  /// A door.
  public init(
    transport: any HTTPTransport, address: Address, control: String? = nil,
    accounts: [ReadyFacts.User] = [], profile: @escaping @Sendable () async -> StoreProfile?
  ) {
    self.transport = transport
    self.address = address
    self.control = control
    self.accounts = accounts
    self.profile = profile
  }
}
