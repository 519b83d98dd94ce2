public import StoreModel

/// Keeps the wrap that a worker's session PIN opens: of their local copy and outbox, never of a token.
public protocol PINKeeper: Sendable {
  /// Sets the PIN of a worker, in place of an earlier one; it has five tries.
  func setPIN(_ pin: [UInt8], for worker: PersonID) async throws(StoreFault)

  /// Tries a PIN. A try is written down before it is made, so that nothing gives it back.
  func tryPIN(_ pin: [UInt8], for worker: PersonID) async throws(StoreFault) -> PINVerdict
}

/// What came of trying a PIN.
public enum PINVerdict: Hashable, Sendable {
  case right
  /// Wrong, with so many tries left.
  case wrong(left: Int)
  /// There is none: never set, used up, or gone with the session.
  case gone
}

/// Tries a PIN has.
public let pinTries = 5
