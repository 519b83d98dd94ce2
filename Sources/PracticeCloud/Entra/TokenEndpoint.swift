import CloudWire
import StoreModel

/// What a grant earned: who, for what, and how they proved it.
struct TokenGrant: Sendable {
  var person: Person
  var scopes: RequestedScopes
  var isClaimsCapable: Bool
  var nonce: String?
  var withSecondFactor: Bool
}

extension World {
  /// `POST …/token`: one grant in, tokens out.
  mutating func token(_ call: EntraCall) throws(EntraRefusal) -> JSON {
    let grantType = try call.required("grant_type")
    try checkApp(call)
    let grant: TokenGrant
    switch grantType {
    case "urn:ietf:params:oauth:grant-type:device_code", "device_code": grant = try deviceCodeGrant(call)
    case "refresh_token": grant = try refreshGrant(call)
    case "authorization_code": grant = try authorizationCodeGrant(call)
    case "password": grant = try passwordGrant(call)
    default: throw .unsupportedGrant(grantType)
    }
    return try issue(grant, call)
  }

  /// One poll of a device code (RFC 8628 §3.4, §3.5).
  private mutating func deviceCodeGrant(_ call: EntraCall) throws(EntraRefusal) -> TokenGrant {
    let digest = TokenText.digest(try call.required("device_code"))
    guard let index = identity.codes.firstIndex(where: { $0.digest == digest }) else { throw .unknownCode }
    let code = identity.codes[index]
    let last = code.lastPoll
    identity.codes[index].lastPoll = call.now.instant
    switch identity.outcome(of: code, now: call.now.instant) {
    case .expired: throw .codeExpired
    case .declined: throw .declined
    case .redeemed: throw .unknownCode
    case .refused(let reason): throw reason.refusal
    case .pending:
      // Half a second of grace: answers and polls travel at different speeds.
      if let last, last.duration(to: call.now.instant) < code.interval - .milliseconds(500) {
        identity.codes[index].interval += .seconds(5)
        throw .tooFast
      }
      throw .pending
    case .approved(let personID, let withSecondFactor):
      guard let person = person(personID) else { throw .unknownCode }
      if let obstacle = identity.account(person).obstacle(to: .deviceCode, withSecondFactor: withSecondFactor) {
        throw obstacle.refusal
      }
      identity.codes[index].outcome = .redeemed
      return TokenGrant(
        person: person, scopes: try RequestedScopes(code.scopes.joined(separator: " ")),
        isClaimsCapable: code.isClaimsCapable || call.isClaimsCapable, nonce: code.nonce ?? call.form["nonce"],
        withSecondFactor: withSecondFactor)
    }
  }

  /// A refresh: a new pair each time; the old refresh token stays good, as at Entra.
  private mutating func refreshGrant(_ call: EntraCall) throws(EntraRefusal) -> TokenGrant {
    let digest = TokenText.digest(try call.required("refresh_token"))
    guard let old = identity.tokens.first(where: { $0.kind == .refresh && $0.digest == digest }),
      let person = person(old.personID)
    else { throw .badRefreshToken }
    guard call.now.instant < old.expires else { throw AccountRefusal.refreshTokenInactive.refusal }
    let account = identity.account(person)
    if account.isDisabled { throw AccountRefusal.disabled.refusal }
    guard account.generation == old.generation else { throw AccountRefusal.revoked.refusal }
    if let obstacle = account.obstacle(to: .refresh, withSecondFactor: old.withSecondFactor) { throw obstacle.refusal }
    let wanted = call.form["scope"] ?? old.scopes.sorted().joined(separator: " ")
    return TokenGrant(
      person: bearer(ofRefreshBy: person), scopes: try RequestedScopes(wanted),
      isClaimsCapable: old.isClaimsCapable || call.isClaimsCapable, nonce: call.form["nonce"],
      withSecondFactor: old.withSecondFactor)
  }
}
