import CloudWire
import Crypto
import CryptoExtras

/// An ID token taken apart (RFC 7519), not yet believed.
struct IDToken {
  let keyID: String
  let claims: JSON
  private let signed: [UInt8]
  private let signature: [UInt8]

  /// Takes a compact JWT apart; nil unless it is one, signed with RS256 and naming its key.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let headerBytes = Base64URL.decode(parts[0]), let header = try? JSON.parse(headerBytes),
      header["alg"]?.string == "RS256", let keyID = header["kid"]?.string,
      let claimBytes = Base64URL.decode(parts[1]), let claims = try? JSON.parse(claimBytes), claims.object != nil,
      let signature = Base64URL.decode(parts[2])
    else { return nil }
    self.keyID = keyID
    self.claims = claims
    self.signature = signature
    signed = Array((parts[0] + "." + parts[1]).utf8)
  }

  /// Whether the key made the signature (RFC 7518 §3.3: RSASSA-PKCS1-v1_5 with SHA-256).
  func isSigned(by key: _RSA.Signing.PublicKey) -> Bool {
    key.isValidSignature(
      _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: signed),
      padding: .insecurePKCS1v1_5)
  }
}
