import CloudWire
import Crypto
import CryptoExtras
import Testing

/// Makes signed ID tokens and the key set that proves them.
struct TokenMint {
  static let tenant = "0f0e0d0c-0b0a-4908-8706-050403020100"
  static let client = "11111111-2222-4333-8444-555555555555"
  static let object = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
  private static let shared = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

  let key: _RSA.Signing.PrivateKey
  var keyID = "key-1"

  init() throws { key = try Self.shared.get() }

  /// Claims that are right in every way for `StillClock`.
  var claims: JSON.Object {
    [
      "aud": .string(Self.client), "iss": .string("https://login.example/\(Self.tenant)/v2.0"),
      "tid": .string(Self.tenant), "oid": .string(Self.object), "iat": 1_789_999_700, "nbf": 1_789_999_700,
      "exp": 1_790_003_600, "preferred_username": "first@contoso.example", "name": "First Worker", "ver": "2.0",
    ]
  }

  func token(_ change: (inout JSON.Object) -> Void = { _ in }, algorithm: String = "RS256") throws -> String {
    var claims = claims
    change(&claims)
    let header: JSON = ["typ": "JWT", "alg": .string(algorithm), "kid": .string(keyID)]
    let signed = Self.encode(header.bytes) + "." + Self.encode(JSON.object(claims).bytes)
    let signature = try key.signature(for: SHA256.hash(data: Array(signed.utf8)), padding: .insecurePKCS1v1_5)
    return signed + "." + Self.encode(Array(signature.rawRepresentation))
  }

  func keySet(issuer: String? = nil) throws -> JSON {
    let primitives = try key.publicKey.getKeyPrimitives()
    var entry: JSON.Object = [
      "kty": "RSA", "use": "sig", "kid": .string(keyID), "n": .string(Self.encode(Array(primitives.modulus))),
      "e": .string(Self.encode(Array(primitives.publicExponent))),
    ]
    if let issuer { entry["issuer"] = .string(issuer) }
    return ["keys": [.object(entry)]]
  }

  static func encode(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let chunk = bytes[start..<min(start + 3, bytes.count)]
      var value: UInt32 = 0
      for position in 0..<3 {
        value = value << 8 | (start + position < bytes.count ? UInt32(bytes[start + position]) : 0)
      }
      for position in 0...chunk.count { text.append(alphabet[Int(value >> UInt32(18 - 6 * position)) & 63]) }
    }
    return text
  }
}
