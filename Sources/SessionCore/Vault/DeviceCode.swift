/// The device code of one sign-in: whoever holds it gets the tokens, so it lives in locked memory and cannot be printed.
public final class DeviceCode: Sendable, CustomStringConvertible, CustomReflectable {
  private let secret: Secret

  /// A code as the provider issued it.
  public init(_ secret: consuming Secret) { self.secret = secret }

  /// Lends the bytes for one poll; the pointer is good only inside the call.
  public func withBytes<Answer>(_ body: (UnsafeRawBufferPointer) throws -> Answer) rethrows -> Answer {
    try secret.withBytes(body)
  }

  public var description: String { "DeviceCode" }
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
