/// Who somebody is, for good: tenant and object id of their Entra account (ID token `tid` and `oid`).
///
/// Names and addresses change and are never compared.
public struct PersonID: Hashable, Sendable {
  /// Tenant GUID, lower case.
  public var tenant: String
  /// Object GUID, lower case; equals the Graph user id.
  public var object: String

  /// An identity from `tid` and `oid`; case does not matter.
  public init(tenant: String, object: String) {
    self.tenant = tenant.lowercased()
    self.object = object.lowercased()
  }
}

/// A Graph user id (an Entra object GUID) as tasks carry it.
public struct UserID: Hashable, Codable, Sendable, RawRepresentable {
  /// The GUID as the server wrote it.
  public var rawValue: String
  /// A user id as the server wrote it.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// What somebody may do in a store.
public enum WorkerRole: String, Hashable, Codable, Sendable, CaseIterable {
  case worker
  case storeManager = "manager"
  case regionalManager = "regional"
  /// Headquarters' "Retail task manager": creates and publishes task lists.
  case communicationsManager = "communications"
}

/// A person who works with this terminal.
public struct Worker: Hashable, Sendable, Identifiable {
  /// Who it is.
  public var id: PersonID
  /// Sign-in name (UPN), for display and for the sign-in hint only. Untrusted text.
  public var username: String
  /// Name as the directory has it. Untrusted text.
  public var displayName: String
  /// Their role in this store; nil when no profile says.
  public var role: WorkerRole?
  /// Whether headquarters lets them create and assign tasks although they are not a manager.
  public var mayManageTasks: Bool

  /// A worker as directory and store profile describe them.
  public init(
    id: PersonID, username: String, displayName: String, role: WorkerRole? = nil, mayManageTasks: Bool = false
  ) {
    self.id = id
    self.username = username
    self.displayName = displayName
    self.role = role
    self.mayManageTasks = mayManageTasks
  }
}
