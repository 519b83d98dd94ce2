import CloudWire
import Crypto
import CryptoExtras

/// The tenant's RS256 key: made in the background, the first ID token waits for it.
struct SigningKey: Sendable {
  private let key: _RSA.Signing.PrivateKey
  /// Key id, the same in the token's header and in the published key set.
  let id: String
  private let modulus: String
  private let exponent: String

  /// A new 2048-bit key; nil when the machine's randomness fails.
  init?() {
    guard let key = try? _RSA.Signing.PrivateKey(keySize: .bits2048),
      let numbers = try? key.publicKey.getKeyPrimitives()
    else { return nil }
    self.key = key
    modulus = Base64URL.text(numbers.modulus)
    exponent = Base64URL.text(numbers.publicExponent)
    id = Base64URL.text(SHA256.hash(data: key.publicKey.pkcs1DERRepresentation).prefix(20))
  }

  /// One key per process, however many practice clouds it holds: making one takes a noticeable time.
  static let shared = Task.detached(priority: .utility) { SigningKey() }

  /// The key as JWKS publishes it.
  func published(issuer: String) -> JSON {
    [
      "kty": "RSA", "use": "sig", "kid": .string(id), "x5t": .string(id), "n": .string(modulus),
      "e": .string(exponent), "cloud_instance_name": "microsoftonline.com", "issuer": .string(issuer),
    ]
  }

  /// A JWT over claims; nil when signing fails.
  func sign(_ claims: JSON) -> String? {
    let header: JSON = ["typ": "JWT", "alg": "RS256", "kid": .string(id)]
    let text = Base64URL.text(header.bytes) + "." + Base64URL.text(claims.bytes)
    let digest = SHA256.hash(data: Array(text.utf8))
    guard let signature = try? key.signature(for: digest, padding: .insecurePKCS1v1_5) else { return nil }
    return text + "." + Base64URL.text(signature.rawRepresentation)
  }
}
