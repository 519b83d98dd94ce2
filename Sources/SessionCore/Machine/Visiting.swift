public import StoreModel

/// A sign-in page that is open in a browser.
public struct VisitWait: Hashable, Sendable {
  /// The account the worker typed, if any.
  public var hint: String?
  /// Until when the answer is waited for.
  public var expires: Instant
  /// Whether the browser has brought its answer.
  public var isAnswered = false
  /// The earliest moment the answer is redeemed again; nil while that is under way, or nothing came yet.
  public var nextTry: Instant?
  /// Tries in a row without a usable answer.
  public var failures = 0
}

/// A sign-in page as far as the machine needs it.
public struct OpenedVisit: Hashable, Sendable {
  /// `http://localhost:PORT/`; nil where no door could be opened.
  public var shortAddress: String?
  /// The whole address of the sign-in page.
  public var address: String
  /// The tenant's name. Untrusted text.
  public var tenant: String
  /// How long the answer is waited for.
  public var lifetime: Duration

  /// A page.
  public init(shortAddress: String?, address: String, tenant: String, lifetime: Duration) {
    self.shortAddress = shortAddress
    self.address = address
    self.tenant = tenant
    self.lifetime = lifetime
  }
}

extension SessionMachine {
  mutating func visitOpened(_ visit: OpenedVisit, now: Now) -> [SessionAction] {
    guard case .requesting(let hint, .browser) = attempt else { return [] }
    let expires = now.instant.advanced(by: visit.lifetime)
    attempt = .visiting(VisitWait(hint: hint, expires: expires))
    let shown = SignInPageAddress(
      short: visit.shortAddress, whole: visit.address, tenant: visit.tenant, expires: expires)
    return [.report(.pageOpened(shown))]
  }

  /// The browser brought its answer, or the worker pasted it: it is redeemed once.
  mutating func visitAnswered() -> [SessionAction] {
    guard case .visiting(var wait) = attempt, !wait.isAnswered else { return [] }
    wait.isAnswered = true
    attempt = .visiting(wait)
    return [.report(.pageAnswered), .redeem(generation: generation)]
  }

  /// The answer's redemption: trouble on the way is tried again, twice as long apart each time.
  mutating func redeemed(_ answer: PollAnswer, _ wait: VisitWait, now: Now) -> [SessionAction] {
    switch answer {
    case .tokens(let life, let person): return signedIn(person, life: life, now: now)
    case .refused(let refusal): return abandonAttempt() + [.report(.refused(refusal))]
    case .pending, .slowDown: return abandonAttempt() + [.report(.refused(SignInRefusal(.answerUnreadable)))]
    case .unreachable(let refusal):
      var wait = wait
      let delay = min(Duration.seconds(2) * (1 << min(wait.failures, 5)), .seconds(60))
      wait.failures += 1
      let next = refusal.waitsUntil(atLeast: now.instant.advanced(by: delay))
      wait.nextTry = next
      attempt = .visiting(wait)
      return [.report(.providerUnreachable(refusal, nextTry: next))]
    }
  }

  mutating func passVisitDeadlines(_ wait: VisitWait, now: Now) -> [SessionAction] {
    if now.instant >= wait.expires { return abandonAttempt() + [.report(.refused(SignInRefusal(.pageExpired)))] }
    guard let next = wait.nextTry, now.instant >= next else { return [] }
    var wait = wait
    wait.nextTry = nil
    attempt = .visiting(wait)
    return [.redeem(generation: generation)]
  }
}
