/// What a tape asks of the practice world.
public enum WorldRequest: Hashable, Sendable {
  /// Approve the sign-in of a role (`worker`, `manager`, …) or an account.
  case approve(String)
  /// Troubles for the cloud; names are already replaced.
  case trouble(CloudTrouble)
  /// Somebody else's change; names are already replaced.
  case edit(RemoteEdit)
}

/// The practice world a stage plays in; absent with a real tenant.
public protocol TapeWorld: Sendable {
  /// Does what is asked and answers when it is done.
  func carryOut(_ request: WorldRequest) async throws(TapeTrouble)
  /// The account to type for a role or account when no sign-in is pending; nil when one is pending already.
  func accountToSignIn(for approver: String) async throws(TapeTrouble) -> String?
}
