public import StoreModel

/// The identity provider as the session needs it. Every answer is an enum case; how it looked on the wire stays outside.
public protocol IdentityService: Sendable {
  /// Asks for a device code; `hint` is the account the worker typed, if any, `claims` the text of a claims challenge that a
  /// renewal could not answer.
  func beginDeviceCode(hint: String?, claims: String?) async throws(SignInRefusal) -> DeviceCodeGrant

  /// Prepares a sign-in in a browser; `hint` and `claims` as above.
  func beginBrowser(hint: String?, claims: String?) async throws(SignInRefusal) -> BrowserGrant

  /// Asks once whether the worker has finished. When to ask is the caller's matter.
  func poll(_ code: DeviceCode) async -> DevicePoll

  /// Exchanges a refresh token for new tokens; `claims` is the text of a claims challenge to pass on, if any.
  func refresh(using token: consuming Secret, claims: String?) async -> RefreshOutcome

  /// Closes its connections, so that no buffer of theirs keeps a token.
  func closeConnections() async
}

/// The answer to one poll (RFC 8628 §3.5).
public enum DevicePoll: ~Copyable, Sendable {
  /// The worker is not done yet.
  case pending
  /// Asked too early: 5 s more between polls, for good.
  case slowDown
  /// Signed in; the person is proven by a validated ID token.
  case tokens(TokenGrant, SignedInPerson)
  /// It will not become a session.
  case refused(SignInRefusal)
  /// No usable answer this time; the code may still be good.
  case unreachable(SignInRefusal)
}

/// The answer to a renewal.
public enum RefreshOutcome: ~Copyable, Sendable {
  /// New tokens; the person when an ID token came along, validated.
  case renewed(TokenGrant, SignedInPerson?)
  /// The provider wants the worker to sign in again.
  case refused(SignInRefusal)
  /// No usable answer this time.
  case unreachable(SignInRefusal)
}

/// Who signed in, from a validated ID token.
public struct SignedInPerson: Hashable, Sendable {
  /// `tid` and `oid`: the only thing people are told apart by.
  public var id: PersonID
  /// `preferred_username`: for display. Untrusted text.
  public var username: String
  /// `name`: for display. Untrusted text.
  public var displayName: String

  /// A person.
  public init(id: PersonID, username: String, displayName: String) {
    self.id = id
    self.username = username
    self.displayName = displayName
  }
}
