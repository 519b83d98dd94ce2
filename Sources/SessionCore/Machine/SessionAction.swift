/// What the machine wants done.
public enum SessionAction: Hashable, Sendable {
  /// Tell the front end.
  case report(SessionEvent)
  /// Ask for a device code.
  case requestCode(hint: String?, generation: Int)
  /// Prepare a sign-in page for a browser.
  case requestVisit(hint: String?, generation: Int)
  /// Redeem the browser's answer.
  case redeem(generation: Int)
  /// Poll once.
  case poll(generation: Int)
  /// Renew the access token.
  case renew(claims: String?, generation: Int)
  /// Clear, in this order: flush, vault, connections, local copy.
  case clear(ClearingOrder)
}

/// What is to be cleared.
public struct ClearingOrder: Hashable, Sendable {
  /// Number of the order, which comes back with its result.
  public var number: Int
  /// What edits in flight get first; nil for nothing.
  public var flush: Duration?
  /// The generation the vault is raised to while it is emptied; nil leaves it as it is.
  public var generation: Int?
  /// Whether the local copy is destroyed.
  public var destroysLocalCopy: Bool
}
