import Crypto
import SessionCore

/// The secret that binds a sign-in page to the sign-in that opened it (RFC 7636): only its hash is shown before the end.
public final class CodeVerifier: Sendable, CustomStringConvertible, CustomReflectable {
  /// What goes to the sign-in page: the base64url of its SHA-256 (`S256`).
  public let challenge: String
  private let secret: Secret

  /// A verifier of 32 fresh random bytes, which makes 43 characters (RFC 7636 §4.1); nil when there are not so many, or no
  /// locked memory.
  public init?(random bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    let text = Base64URL.encode(bytes)
    guard let secret = Secret(copying: text[...]) else { return nil }
    self.secret = secret
    challenge = String(decoding: Base64URL.encode(SHA256.hash(data: text)), as: UTF8.self)
  }

  /// Lends what goes to the token endpoint; the pointer is good only inside the call.
  public func withBytes<Answer>(_ body: (UnsafeRawBufferPointer) throws -> Answer) rethrows -> Answer {
    try secret.withBytes(body)
  }

  public var description: String { "CodeVerifier" }
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
