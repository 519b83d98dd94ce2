public import StoreModel

/// The session as a pure value: inputs in, actions out, no clock and no network of its own.
///
/// Whatever order inputs come in, no state traps, a lock always orders the vault emptied, and an answer of an older
/// generation changes nothing.
public struct SessionMachine: Hashable, Sendable {
  /// Where the session stands.
  public internal(set) var phase = SessionPhase.signedOut
  /// The sign-in under way, if any.
  public internal(set) var attempt: SignInAttempt?
  /// Rises whenever the vault is ordered emptied.
  public internal(set) var generation = 0
  /// The limits.
  public let policy: SessionPolicy
  /// Who works in this store, if that is known.
  public var profile: StoreProfile?
  /// A claims challenge that no renewal could answer: the next sign-in has to.
  var challenge: String?
  /// Number of the last clearing ordered.
  var orders = 0

  /// Nobody signed in.
  public init(policy: SessionPolicy = SessionPolicy(), profile: StoreProfile? = nil) {
    self.policy = policy
    self.profile = profile
  }

  /// Takes one input in; deadlines that have passed come first.
  public mutating func handle(_ input: SessionInput, now: Now) -> [SessionAction] {
    passDeadlines(now: now) + respond(to: input, now: now)
  }

  private mutating func respond(to input: SessionInput, now: Now) -> [SessionAction] {
    switch input {
    case .signIn(let hint, let way): wantSignIn(hint: hint, way: way)
    case .newCode: wantNewCode()
    case .cancelSignIn: cancelSignIn()
    case .lock(let reason): lock(reason, now: now)
    case .openByPIN: openByPIN(now: now)
    case .signOut: signOut(now: now)
    case .activity: extendIdle(now: now)
    case .tick: []
    case .codeIssued(let code, let asked): asked == generation ? codeIssued(code, now: now) : []
    case .codeRefused(let refusal, let asked): asked == generation ? codeRefused(refusal) : []
    case .visitOpened(let visit, let asked): asked == generation ? visitOpened(visit, now: now) : []
    case .visitAnswered(let asked): asked == generation ? visitAnswered() : []
    case .polled(let answer, let asked): asked == generation ? polled(answer, now: now) : []
    case .renewed(let answer, let asked): asked == generation ? renewed(answer, now: now) : []
    case .tokenRejected(let claims): tokenRejected(claims: claims, now: now)
    case .cleared(let clearing, let order): cleared(clearing, order: order, now: now)
    }
  }

  /// Orders a clearing; with `vault`, the generation rises and every answer under way becomes an old one.
  mutating func clear(flush: Duration? = nil, vault: Bool, localCopy: Bool = false) -> SessionAction {
    orders += 1
    if vault { generation += 1 }
    return .clear(
      ClearingOrder(
        number: orders, flush: flush, generation: vault ? generation : nil, destroysLocalCopy: localCopy))
  }
}
