import CloudWire
import Crypto
import StoreModel

extension World {
  /// The success body (`§1.10`): access token, and by scope a refresh token and an ID token.
  mutating func issue(_ grant: TokenGrant, _ call: EntraCall) throws(EntraRefusal) -> JSON {
    let seconds = Int.random(in: 3600...5400, using: &identity.random)
    identity.dropOldTokens(now: call.now.instant)
    let access = TokenText.access()
    record(.access, access, grant, call, lifetime: .seconds(seconds))
    var answer: JSON.Object = [
      "token_type": "Bearer", "scope": .string(grant.scopes.answered), "expires_in": .int(seconds),
      "ext_expires_in": .int(seconds), "access_token": .string(access),
    ]
    if grant.scopes.names.contains("offline_access") || call.form["grant_type"] == "refresh_token" {
      let refresh = TokenText.opaque()
      record(.refresh, refresh, grant, call, lifetime: .seconds(90 * 86_400))
      answer["refresh_token"] = .string(refresh)
    }
    if grant.scopes.names.contains("openid") {
      guard let key = call.key else { throw .keyUnavailable }
      let claims = idTokenClaims(grant, call)
      let isForged = identity.account(grant.person).flaw == .forged
      guard let token = isForged ? TokenFlaw.forged(claims, by: key) : key.sign(claims) else { throw .keyUnavailable }
      answer["id_token"] = .string(token)
    }
    if call.form["client_info"] == "1" {
      answer["client_info"] = .string(clientInfo(grant.person))
    }
    return .object(answer)
  }

  /// Who it was, as MSAL wants it: object id and tenant id.
  func clientInfo(_ person: Person) -> String {
    let info: JSON = ["uid": .string(person.id), "utid": .string(tenantID)]
    return Base64URL.text(info.bytes)
  }

  private mutating func record(
    _ kind: IssuedToken.Kind, _ text: String, _ grant: TokenGrant, _ call: EntraCall, lifetime: Duration
  ) {
    let account = identity.account(grant.person)
    identity.tokens.append(
      IssuedToken(
        kind: kind, digest: TokenText.digest(text), text: call.keepsTokens ? text : nil, personID: grant.person.id,
        clientID: clientID, scopes: grant.scopes.names, generation: account.generation,
        accessGeneration: account.accessGeneration, isClaimsCapable: grant.isClaimsCapable,
        withSecondFactor: grant.withSecondFactor,
        expires: call.now.instant.advanced(by: lifetime)))
  }

  /// Claims of an ID token v2.0 (`id-token-claims-reference`); `oid` and names need the `profile` scope.
  private mutating func idTokenClaims(_ grant: TokenGrant, _ call: EntraCall) -> JSON {
    let issued = Int(call.now.wall.seconds) - 300
    let person = grant.person
    var claims: JSON.Object = [
      "aud": .string(clientID), "iss": .string(issuer(base: call.base)), "iat": .int(issued), "nbf": .int(issued),
      "exp": .int(issued + 3900),
    ]
    if grant.scopes.names.contains("email") { claims["email"] = .string(person.username) }
    if grant.scopes.names.contains("profile") {
      claims["name"] = .string(person.displayName)
      claims["oid"] = .string(person.id)
      claims["preferred_username"] = .string(person.username)
    }
    claims["nonce"] = grant.nonce.map(JSON.string)
    claims["rh"] = .string("0." + Base64URL.text(TokenText.digest(person.id).utf8.prefix(30)) + ".")
    claims["sid"] = .string(identity.random.guid())
    claims["sub"] = .string(Base64URL.text(SHA256.hash(data: Array((person.id + clientID).utf8))))
    claims["tid"] = .string(identity.account(person).flaw == .foreign ? TokenFlaw.otherTenantID : tenantID)
    claims["uti"] = .string(Base64URL.text(SHA256.hash(data: Array(call.traceID.utf8)).prefix(16)))
    claims["ver"] = "2.0"
    return .object(claims)
  }
}

extension IdentityDesk {
  /// Forgets access tokens that ended more than a day ago; the books stay small in a cloud that runs for weeks.
  mutating func dropOldTokens(now: Instant) {
    tokens.removeAll { $0.expires.advanced(by: .seconds(86_400)) < now }
  }
}
