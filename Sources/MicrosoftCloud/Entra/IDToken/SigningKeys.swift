import CloudWire
import CryptoExtras

/// The provider's published signing keys (RFC 7517), by key id.
struct SigningKeys: Sendable {
  private let keys: [String: Key]

  /// One key, and the issuer it may speak for where the provider says so.
  struct Key: Sendable {
    var publicKey: _RSA.Signing.PublicKey
    /// May hold the placeholder `{tenantid}`.
    var issuer: String?
  }

  /// Reads a key set; keys that are not RSA signing keys of at least 2048 bits are passed over.
  init(_ json: JSON) {
    var keys: [String: Key] = [:]
    for entry in json["keys"]?.array ?? [] {
      guard let id = entry["kid"]?.string, entry["kty"]?.string == "RSA", entry["use"]?.string ?? "sig" == "sig",
        let n = entry["n"]?.string.flatMap({ Base64URL.decode($0) }), n.count >= 256,
        let e = entry["e"]?.string.flatMap({ Base64URL.decode($0) }),
        let key = try? _RSA.Signing.PublicKey(n: n, e: e)
      else { continue }
      keys[id] = Key(publicKey: key, issuer: entry["issuer"]?.string)
    }
    self.keys = keys
  }

  subscript(id: String) -> Key? { keys[id] }
}
