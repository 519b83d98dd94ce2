/// What another program on this terminal asks of the one that runs: a shift-end script, or a second start.
public enum OutsideRequest: String, Hashable, Sendable, CaseIterable {
  /// Lock, as F9 does.
  case lock
  /// End the session, as F10 does, without asking.
  case signOut = "sign-out"
}

/// What became of it.
public struct OutsideAnswer: Hashable, Sendable {
  /// How it ended.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The terminal is locked.
    case locked
    /// The session has ended.
    case signedOut = "signed-out"
    /// The session has ended, but not everything of it was cleared; the receipt says what.
    case notCleared = "signed-out-not-cleared"
    /// There was no session to lock or to end.
    case nobody
  }

  /// The request it answers.
  public var request: OutsideRequest
  /// How it ended.
  public var outcome: Outcome
  /// The receipt in lines, after a sign-out.
  public var lines: [String]

  /// An answer.
  public init(_ request: OutsideRequest, _ outcome: Outcome, lines: [String] = []) {
    self.request = request
    self.outcome = outcome
    self.lines = lines
  }
}
