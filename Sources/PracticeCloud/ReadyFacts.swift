/// What a client has to know to use this cloud: the part of the ready file that does not depend on where it is served.
public struct ReadyFacts: Hashable, Sendable {
  /// An account for practice, with its password.
  public struct User: Hashable, Sendable {
    /// Sign-in name.
    public var username: String
    /// Practice password; it opens nothing anywhere else.
    public var password: String
    /// Name.
    public var displayName: String
    /// `worker`, `manager`, `regional` or `communications`.
    public var role: String
    /// Number of the store; nil for head office.
    public var store: String?
  }

  /// Tenant GUID.
  public var tenantID: String
  /// Verified domain.
  public var tenantDomain: String
  /// Client id of the registered app.
  public var clientID: String
  /// Everybody with an account.
  public var users: [User]
}

extension PracticeCloud {
  /// What a client has to know to use this cloud now; another scenario changes it.
  public var readyFacts: ReadyFacts {
    ReadyFacts(
      tenantID: world.tenantID, tenantDomain: world.tenantDomain, clientID: world.clientID,
      users: world.people.map {
        ReadyFacts.User(
          username: $0.username, password: $0.password, displayName: $0.displayName, role: $0.role.rawValue,
          store: $0.store)
      })
  }
}
