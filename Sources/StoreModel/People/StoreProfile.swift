/// What Graph does not say: which store and register this is, its team and plans, and who works here in which role.
///
/// In practice headquarters gives it out and it changes only when the distribution job runs; with a real tenant it is a
/// file (`terminal.profile`).
public struct StoreProfile: Hashable, Codable, Sendable {
  /// A worker as the profile lists them.
  public struct Member: Hashable, Codable, Sendable {
    /// Graph user id.
    public var user: UserID
    /// Sign-in name. Untrusted text.
    public var username: String
    /// Name. Untrusted text.
    public var displayName: String
    /// Role in this store.
    public var role: WorkerRole
    /// "Allow task management" at headquarters.
    public var mayManageTasks: Bool

    /// A member.
    public init(user: UserID, username: String, displayName: String, role: WorkerRole, mayManageTasks: Bool = false) {
      self.user = user
      self.username = username
      self.displayName = displayName
      self.role = role
      self.mayManageTasks = mayManageTasks
    }
  }

  /// An account that works in another store, so that somebody at the wrong till can be told which is theirs.
  public struct Neighbour: Hashable, Codable, Sendable {
    /// Graph user id.
    public var user: UserID
    /// Their store's number.
    public var storeNumber: String

    /// An account of another store.
    public init(user: UserID, storeNumber: String) {
      self.user = user
      self.storeNumber = storeNumber
    }
  }

  /// Store number as people say it, leading zeros kept: `012`.
  public var storeNumber: String
  /// Name of the chain. Untrusted text.
  public var chain: String
  /// Town or name of the store. Untrusted text.
  public var storeName: String
  /// The register this terminal stands at: `3`.
  public var register: String
  /// The store's team; nil when it has none, as a store without managers (FAQ).
  public var teamID: String?
  /// Plans to work; empty means every plan of the team.
  public var planIDs: [String]
  /// Who works here; empty means that team membership alone decides.
  public var members: [Member]
  /// Accounts known to work elsewhere; may be empty although there are some.
  public var neighbours: [Neighbour]
  /// Whether headquarters has the Teams integration switched on.
  public var isIntegrationOn: Bool
  /// When it was issued.
  public var issued: Timestamp?

  /// A profile; without members or team when nothing is known of them.
  public init(
    storeNumber: String, chain: String, storeName: String, register: String, teamID: String? = nil,
    planIDs: [String] = [], members: [Member] = [], neighbours: [Neighbour] = [], isIntegrationOn: Bool = true,
    issued: Timestamp? = nil
  ) {
    self.storeNumber = storeNumber
    self.chain = chain
    self.storeName = storeName
    self.register = register
    self.teamID = teamID
    self.planIDs = planIDs
    self.members = members
    self.neighbours = neighbours
    self.isIntegrationOn = isIntegrationOn
    self.issued = issued
  }
}
