import CloudWire
import SessionCore
import StoreModel

/// What an ID token has to say to be believed (OpenID Connect Core §3.1.3.7, Microsoft's ID token claims reference).
struct IDTokenCheck {
  var endpoints: EntraEndpoints
  var settings: EntraSettings
  /// The provider's time where its answer gave one, so that a wrong clock at the till does not lock workers out.
  var now: Timestamp
  /// What was sent as nonce; nil for flows that send none.
  var nonce: String?
  var reference: String

  /// How far clocks may differ, in seconds.
  static let leeway = 300

  /// The person the token proves, given the key it names.
  func person(_ token: IDToken, key: SigningKeys.Key) throws(SignInRefusal) -> SignedInPerson {
    let claims = token.claims
    guard token.isSigned(by: key.publicKey), isForUs(claims), isCurrent(claims), hasNonce(claims),
      let tenant = claims["tid"]?.string?.lowercased(), let object = claims["oid"]?.string, !object.isEmpty,
      GUID.isValid(tenant)
    else { throw refusal(.identityNotProven) }
    guard isOurTenant(tenant) else { throw refusal(.wrongTenant) }
    let issuer = endpoints.issuer(of: tenant)
    guard claims["iss"]?.string == issuer,
      key.issuer.map({ $0.replacing("{tenantid}", with: tenant) == issuer }) ?? true
    else { throw refusal(.identityNotProven) }
    return SignedInPerson(
      id: PersonID(tenant: tenant, object: object),
      username: claims["preferred_username"]?.string ?? "", displayName: claims["name"]?.string ?? "")
  }

  private func isForUs(_ claims: JSON) -> Bool { claims["aud"]?.string == settings.clientID }

  private func isCurrent(_ claims: JSON) -> Bool {
    guard let expires = claims["exp"]?.int else { return false }
    let seconds = Int(now.seconds)
    let begins = claims["nbf"]?.int ?? 0
    return seconds - Self.leeway < expires && begins <= seconds + Self.leeway
  }

  private func hasNonce(_ claims: JSON) -> Bool { nonce == nil || claims["nonce"]?.string == nonce }

  private func isOurTenant(_ tenant: String) -> Bool {
    if GUID.isValid(settings.tenant) { return tenant == settings.tenant.lowercased() }
    return endpoints.issuer.contains("{tenantid}") || endpoints.issuer.lowercased().contains("/\(tenant)/")
  }

  private func refusal(_ kind: SignInRefusal.Kind) -> SignInRefusal {
    SignInRefusal(kind, reference: reference, host: settings.host)
  }
}
