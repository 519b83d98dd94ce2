import Crypto
import StoreModel

/// A token handed out; its text is kept only when the cloud is served for tests.
struct IssuedToken: Sendable {
  enum Kind: String, Sendable { case access, refresh }

  var kind: Kind
  /// SHA-256 of the token's text, hexadecimal.
  var digest: String
  var text: String?
  var personID: String
  var clientID: String
  /// Short names of the Graph scopes and the OpenID ones.
  var scopes: Set<String>
  /// The account's generation when it was issued.
  var generation: Int
  /// The account's access generation when it was issued.
  var accessGeneration: Int
  /// Whether the client said that it understands claims challenges (`xms_cc` `cp1`).
  var isClaimsCapable: Bool
  var withSecondFactor: Bool
  var expires: Instant
}

/// The text of practice tokens.
enum TokenText {
  /// Part of every practice token, so that a search can prove that none is left anywhere.
  ///
  /// Put together anew each time: written down whole it would be found in every program that has a practice cloud inside.
  static var marker: String { ["TILLSIDE", "PRACTICE"].joined() }

  /// A new token in the looks of a JWT, from the system's randomness.
  static func access() -> String { "eyJ0eXAiOiJKV1QifQ." + marker + noise(48) + "." + noise(43) }

  /// A new token in the looks of an Entra refresh token or device code.
  static func opaque() -> String { "0.A" + marker + noise(86) }

  static func digest(_ text: String) -> String {
    Hex.text(SHA256.hash(data: Array(text.utf8)))
  }

  private static func noise(_ count: Int) -> String {
    var system = SystemRandomNumberGenerator()
    return String((0..<count).map { _ in Base64URL.alphabet.randomElement(using: &system) ?? "A" })
  }
}
