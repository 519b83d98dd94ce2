/// Which tenant and app registration a sign-in goes to.
public struct EntraSettings: Hashable, Sendable {
  /// Base address of the provider, without the tenant: `https://login.microsoftonline.com`.
  public var authority: String
  /// Tenant GUID or verified domain. Not `common`: a till belongs to one tenant.
  public var tenant: String
  /// Client id of the app registration, a public client.
  public var clientID: String
  /// What the access token is for.
  public var scopes: [String]
  /// Client capabilities to declare; `cp1` only where claims challenges of Graph are answered.
  public var capabilities: [String]

  /// The least scopes: own profile, tasks, teams and names of colleagues, and what a session needs.
  public static let leastScopes = [
    "User.Read", "Tasks.ReadWrite", "Team.ReadBasic.All", "User.ReadBasic.All", "openid", "profile", "offline_access",
  ]

  /// What proves a person and nothing else: no tasks, no refresh token.
  public static let proofScopes = ["User.Read", "openid", "profile"]

  /// Settings; a slash at the end of the authority does not matter.
  public init(
    authority: String = "https://login.microsoftonline.com", tenant: String, clientID: String,
    scopes: [String] = EntraSettings.leastScopes, capabilities: [String] = []
  ) {
    self.authority = authority.hasSuffix("/") ? String(authority.dropLast()) : authority
    self.tenant = tenant
    self.clientID = clientID
    self.scopes = scopes
    self.capabilities = capabilities
  }

  /// Name of the host the authority is at, for messages.
  var host: String {
    let rest = authority.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    return String(rest)
  }

  /// Whether an address is on the authority: same scheme, host and port, and that is HTTPS.
  func owns(_ address: String) -> Bool {
    let base = authority.lowercased() + "/"
    return base.hasPrefix("https://") && address.lowercased().hasPrefix(base)
  }
}
