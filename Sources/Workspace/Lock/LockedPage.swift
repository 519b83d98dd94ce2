public import SessionCore
public import StoreModel

/// The locked terminal: who locked it and what waits for them. Nothing else of the session is left.
public struct LockedPage: Equatable, Sendable {
  /// Why.
  public var reason: LockReason
  /// Whose session it is.
  public var person: PersonID
  /// Sign-in name of the worker, for the way back.
  public var username: String
  /// Their name. Untrusted text.
  public var name: String
  /// When.
  public var at: Timestamp
  /// Their changes that are not sent.
  public var unsent: Int
  /// Those of them that wait for a decision.
  public var undecided = 0
}
