import CloudWire
import Crypto
import StoreModel

/// An authorization code: good once, for ten minutes, for the app and the way back it was made for.
struct AuthorizationCode: Sendable {
  /// SHA-256 of the code, hexadecimal.
  var digest: String
  var request: AuthorizationRequest
  var personID: String
  var withSecondFactor: Bool
  var expires: Instant
  var isRedeemed = false

  static let lifetime = Duration.seconds(600)
}

extension World {
  /// A code for a request; the browser carries it back to the app.
  mutating func newAuthorizationCode(
    _ request: AuthorizationRequest, person: Person, withSecondFactor: Bool, now: Instant
  ) -> String {
    let text = TokenText.opaque()
    identity.authorizationCodes.removeAll { $0.expires.advanced(by: AuthorizationCode.lifetime) < now }
    identity.authorizationCodes.append(
      AuthorizationCode(
        digest: TokenText.digest(text), request: request, personID: person.id, withSecondFactor: withSecondFactor,
        expires: now.advanced(by: AuthorizationCode.lifetime)))
    return text
  }

  /// The code grant (RFC 6749 §4.1.3, RFC 7636 §4.6).
  mutating func authorizationCodeGrant(_ call: EntraCall) throws(EntraRefusal) -> TokenGrant {
    let digest = TokenText.digest(try call.required("code"))
    guard let index = identity.authorizationCodes.firstIndex(where: { $0.digest == digest }),
      let person = person(identity.authorizationCodes[index].personID)
    else { throw .badAuthorizationCode }
    let code = identity.authorizationCodes[index]
    guard code.request.clientID.lowercased() == call.form["client_id"]?.lowercased() else {
      throw .badAuthorizationCode
    }
    guard !code.isRedeemed else { throw .codeRedeemed }
    guard call.now.instant < code.expires else { throw .authorizationCodeExpired }
    let redirect = try call.required("redirect_uri")
    guard redirect == code.request.redirectURI else {
      throw .redirectDiffers(redirect, asked: code.request.redirectURI)
    }
    let verifier = call.form["code_verifier"] ?? ""
    guard Self.isVerifier(verifier), Base64URL.text(SHA256.hash(data: Array(verifier.utf8))) == code.request.challenge
    else { throw .wrongVerifier }
    // It is spent whatever comes next: a code is shown once.
    identity.authorizationCodes[index].isRedeemed = true
    if let obstacle = identity.account(person).obstacle(
      to: .authorizationCode, withSecondFactor: code.withSecondFactor)
    {
      throw obstacle.refusal
    }
    return TokenGrant(
      person: person,
      scopes: try RequestedScopes(call.form["scope"] ?? code.request.scopes.joined(separator: " ")),
      isClaimsCapable: code.request.isClaimsCapable || call.isClaimsCapable, nonce: code.request.nonce,
      withSecondFactor: code.withSecondFactor)
  }

  /// 43 to 128 unreserved characters (RFC 7636 §4.1).
  private static func isVerifier(_ text: String) -> Bool {
    (43...128).contains(text.utf8.count)
      && text.utf8.allSatisfy { Base64URL.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "~") }
  }
}
