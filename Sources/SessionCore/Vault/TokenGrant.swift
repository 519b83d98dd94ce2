public import StoreModel

/// Tokens as the provider issued them, on their way into the vault.
public struct TokenGrant: ~Copyable, Sendable {
  /// The access token.
  public let access: Secret
  /// The refresh token; nil when none was issued.
  public let refresh: Secret?
  /// When the access token stops being good, on both clocks.
  public let expiry: Now

  /// Tokens that were just issued.
  public init(access: consuming Secret, refresh: consuming Secret?, expiry: Now) {
    self.access = access
    self.refresh = refresh
    self.expiry = expiry
  }
}
