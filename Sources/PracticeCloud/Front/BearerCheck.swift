import CloudWire
import HTTPTypes
import StoreModel

/// What a bearer token was found to be.
enum BearerFinding: Sendable {
  case good(Person)
  case missing
  case unknown
  case expired
  /// The account's tokens were revoked after this one was issued; `isClaimsCapable` earns a challenge.
  case revoked(isClaimsCapable: Bool)
}

extension World {
  /// Looks an `Authorization` header up in the books.
  func bearer(_ header: String?, now: Instant) -> BearerFinding {
    guard let header else { return .missing }
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return .missing }
    let digest = TokenText.digest(String(parts[1]))
    guard let token = identity.tokens.last(where: { $0.kind == .access && $0.digest == digest }),
      let person = people.first(where: { $0.id == token.personID })
    else { return .unknown }
    guard now < token.expires else { return .expired }
    let account = identity.account(person)
    guard account.generation == token.generation else { return .revoked(isClaimsCapable: token.isClaimsCapable) }
    // A client that does not understand challenges keeps its token until it expires.
    if token.isClaimsCapable, account.accessGeneration != token.accessGeneration {
      return .revoked(isClaimsCapable: true)
    }
    return .good(person)
  }
}

extension Exchange {
  /// 401 for a token that is not good (`claims-challenge.md`); `claims` makes it a challenge.
  func unauthorized(
    _ message: String, claims: JSON? = nil, base: String, now: Timestamp
  ) -> CloudResponse {
    var response = graphError(.unauthorized, code: "InvalidAuthenticationToken", message: message, now: now)
    var challenge =
      "Bearer realm=\"\", authorization_uri=\"\(base)/common/oauth2/authorize\", "
      + "client_id=\"00000003-0000-0000-c000-000000000000\""
    if let claims {
      challenge += ", error=\"insufficient_claims\", claims=\"\(Base64URL.padded(claims.bytes))\""
    }
    response.headers[.wwwAuthenticate] = challenge
    return response
  }

  /// 401 with the claims challenge of continuous access evaluation.
  func challenge(base: String, now: Timestamp) -> CloudResponse {
    let claims: JSON = [
      "access_token": ["nbf": ["essential": true, "value": .string(String(now.seconds))]]
    ]
    return unauthorized(
      "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: "
        + "TokenIssuedBeforeRevocationTimestamp", claims: claims, base: base, now: now)
  }
}
