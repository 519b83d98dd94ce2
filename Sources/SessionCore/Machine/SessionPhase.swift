public import StoreModel

/// Where a session stands.
public enum SessionPhase: Hashable, Sendable {
  /// Nobody.
  case signedOut
  /// Somebody works here.
  case signedIn(Session)
  /// The vault is empty, the place of the worker is kept.
  case locked(Session)
  /// Being cleared; no command but cancelling what follows.
  case ending(Ending)
}

/// One worker's session, from their first sign-in to its end.
public struct Session: Hashable, Sendable {
  /// Whose it is.
  public var worker: Worker
  /// How they stand to this store.
  public var standing: StoreStanding
  /// When they first signed in.
  public var began: Now
  /// When they last signed in; the absolute limit counts from here.
  public var authenticated: Now
  /// When they last did something.
  public var active: Instant
  /// Whether they were told that the lock is near.
  public var isWarned = false
  /// The tokens.
  public var tokens: TokenState
  /// Until when the last issued access token is good at the provider.
  public var issuedUntil: Timestamp
  /// What was cleared so far.
  public var cleared = Clearing()
}

/// The tokens of a session as the machine knows them.
public enum TokenState: Hashable, Sendable {
  /// Good; renewed at the moment given at the earliest, or when rejected.
  case good(TokenLife, since: Instant, renewAt: Instant, failures: Int)
  /// A renewal is under way.
  case renewing(TokenLife, since: Instant, failures: Int)
  /// None; the worker has to sign in.
  case gone
}

/// A session being cleared, and what comes after.
public struct Ending: Hashable, Sendable {
  /// The session that ends.
  public var session: Session
  /// When it was ended.
  public var ended: Now
  /// The clearing that ends it.
  public var order: Int
  /// What comes then.
  public var then: Next

  /// What follows an end.
  public enum Next: Hashable, Sendable {
    case signedOut
    /// Somebody asked to sign in meanwhile.
    case signIn(hint: String?, way: SignInWay)
    /// Somebody else has signed in already: hand-over.
    case handOver(Session)
  }
}

/// A sign-in under way, beside whatever phase the session is in.
public enum SignInAttempt: Hashable, Sendable {
  /// A code or a sign-in page was asked for.
  case requesting(hint: String?, way: SignInWay)
  /// A code is out.
  case waiting(CodeWait)
  /// A sign-in page is open in a browser.
  case visiting(VisitWait)
}

/// A code that is out.
public struct CodeWait: Hashable, Sendable {
  /// The account the worker typed, if any.
  public var hint: String?
  /// When the code stops being good.
  public var expires: Instant
  /// The least time between two polls, as it has grown.
  public var interval: Duration
  /// The earliest moment of the next poll; nil while one is under way.
  public var nextPoll: Instant?
  /// Polls in a row without a usable answer.
  public var failures = 0
}
