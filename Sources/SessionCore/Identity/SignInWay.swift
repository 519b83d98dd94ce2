/// A way to sign in; settings name them and order them (`session.signIn`).
public enum SignInWay: String, Hashable, Sendable, CaseIterable {
  /// A code typed on the worker's phone (RFC 8628).
  case deviceCode
  /// The company's page in a browser (authorization code with PKCE, RFC 7636 and 8252).
  case browser

  /// The other one.
  public var other: SignInWay { self == .deviceCode ? .browser : .deviceCode }
}
