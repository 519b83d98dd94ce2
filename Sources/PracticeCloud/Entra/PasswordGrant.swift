extension World {
  /// The password grant (`v2-oauth-ropc`), for other clients that are tested here; Tillside has none.
  mutating func passwordGrant(_ call: EntraCall) throws(EntraRefusal) -> TokenGrant {
    guard !["common", "consumers"].contains(call.tenant.lowercased()) else { throw .passwordOverCommon }
    let scopes = try RequestedScopes(call.required("scope"))
    let username = try call.required("username")
    let password = try call.required("password")
    guard let person = person(username) else { throw AccountRefusal.notInDirectory.refusal }
    switch checkPassword(password, of: person) {
    case nil: break
    case .account(let refusal): throw refusal.refusal
    default: throw .wrongPassword
    }
    if let obstacle = identity.account(person).obstacle(to: .password, withSecondFactor: false) {
      throw obstacle.refusal
    }
    return TokenGrant(
      person: person, scopes: scopes, isClaimsCapable: call.isClaimsCapable, nonce: nil, withSecondFactor: false)
  }
}
