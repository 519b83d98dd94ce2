import StoreModel

extension TokenState {
  /// When something has to be done about the tokens without anybody asking; nil while nothing has.
  var due: Instant? {
    guard case .good(let life, _, let renewAt, _) = self else { return nil }
    return life.isRenewable ? renewAt : life.expiry.instant
  }
}

extension SessionMachine {
  /// Tokens that were just issued, renewed `renewalLead` before they end, or halfway when they live shorter than that.
  func good(_ life: TokenLife, now: Now) -> TokenState {
    let left = max(now.instant.duration(to: life.expiry.instant), .seconds(2))
    let renewAt = now.instant.advanced(by: max(left - policy.renewalLead, left / 2))
    return .good(life, since: now.instant, renewAt: renewAt, failures: 0)
  }

  /// Starts a renewal, or asks for a sign-in where there is no refresh token.
  mutating func renew(claims: String?) -> [SessionAction] {
    guard case .signedIn(var session) = phase, case .good(let life, let since, _, let failures) = session.tokens
    else { return [] }
    guard life.isRenewable else { return needSignIn(SignInRefusal(.sessionExpired)) }
    session.tokens = .renewing(life, since: since, failures: failures)
    phase = .signedIn(session)
    return [.renew(claims: claims, generation: generation)]
  }

  /// A token rejected within a minute of its issue would be rejected again: then only a sign-in helps (AADSTS50196).
  ///
  /// A claims challenge is kept until somebody has signed in: what a renewal cannot answer, the next sign-in has to.
  mutating func tokenRejected(claims: String?, now: Now) -> [SessionAction] {
    guard case .signedIn(let session) = phase, case .good(_, let since, _, let failures) = session.tokens
    else { return [] }
    challenge = claims ?? challenge
    if since > session.authenticated.instant, failures == 0, since.duration(to: now.instant) < .seconds(60) {
      return needSignIn(SignInRefusal(.loopDetected))
    }
    return renew(claims: claims)
  }

  mutating func renewed(_ answer: RenewalAnswer, now: Now) -> [SessionAction] {
    guard case .signedIn(var session) = phase, case .renewing(let life, let since, let failures) = session.tokens
    else {
      if case .tokens = answer { return dropTokens() }
      return []
    }
    switch answer {
    case .tokens(let fresh, let person):
      if let person, person.id != session.worker.id { return needSignIn(SignInRefusal(.wrongPerson)) }
      challenge = nil
      session.tokens = good(fresh, now: now)
      session.issuedUntil = fresh.expiry.wall
      phase = .signedIn(session)
      return []
    case .refused(let refusal):
      return needSignIn(refusal)
    case .unreachable(let refusal):
      let delay = min(Duration.seconds(5) * (1 << min(failures, 6)), .seconds(60))
      let next = refusal.waitsUntil(atLeast: now.instant.advanced(by: delay))
      session.tokens = .good(life, since: since, renewAt: next, failures: failures + 1)
      phase = .signedIn(session)
      return []
    }
  }

  /// Tokens came that belong to nothing: the vault is emptied, and a sign-in under way or a session has to begin anew.
  mutating func dropTokens() -> [SessionAction] {
    let refusal = SignInRefusal(.identityNotProven)
    if attempt != nil { return abandonAttempt() + [.report(.refused(refusal))] }
    guard case .signedIn(let session) = phase, session.tokens != .gone else { return [clear(vault: true)] }
    return needSignIn(refusal)
  }

  /// The tokens are of no more use: they are wiped, the worker keeps their place.
  private mutating func needSignIn(_ refusal: SignInRefusal) -> [SessionAction] {
    guard case .signedIn(var session) = phase else { return [] }
    session.tokens = .gone
    phase = .signedIn(session)
    return [.report(.signInNeeded(refusal)), clear(vault: true)]
  }
}
