public import StoreModel

extension SessionMachine {
  /// The next moment at which something is due without any input; nil when nothing is.
  public var nextDeadline: Instant? {
    var moments: [Instant] = []
    if case .waiting(let wait) = attempt {
      moments.append(wait.expires)
      if let poll = wait.nextPoll { moments.append(poll) }
    }
    if case .visiting(let wait) = attempt { moments += [wait.expires, wait.nextTry ?? wait.expires] }
    if case .signedIn(let session) = phase {
      moments += [idleLock(of: session), absoluteLock(of: session)]
      if !session.isWarned { moments.append(idleLock(of: session).advanced(by: .zero - policy.warning)) }
      if let due = session.tokens.due { moments.append(due) }
    }
    return moments.min()
  }

  func idleLock(of session: Session) -> Instant { session.active.advanced(by: policy.idle) }

  func absoluteLock(of session: Session) -> Instant { session.authenticated.instant.advanced(by: policy.absolute) }

  /// Does what is due, locks first.
  mutating func passDeadlines(now: Now) -> [SessionAction] {
    passSessionDeadlines(now: now) + passCodeDeadlines(now: now)
  }

  private mutating func passSessionDeadlines(now: Now) -> [SessionAction] {
    guard case .signedIn(var session) = phase else { return [] }
    if now.instant >= absoluteLock(of: session) { return lock(.absoluteLimit, now: now) }
    if now.instant >= idleLock(of: session) { return lock(.idle, now: now) }
    var actions: [SessionAction] = []
    let locksAt = idleLock(of: session)
    if !session.isWarned, now.instant.duration(to: locksAt) <= policy.warning {
      session.isWarned = true
      phase = .signedIn(session)
      actions.append(.report(.lockingSoon(at: locksAt)))
    }
    if let due = session.tokens.due, now.instant >= due { actions += renew(claims: nil) }
    return actions
  }

  private mutating func passCodeDeadlines(now: Now) -> [SessionAction] {
    if case .visiting(let wait) = attempt { return passVisitDeadlines(wait, now: now) }
    guard case .waiting(var wait) = attempt else { return [] }
    if now.instant >= wait.expires {
      return abandonAttempt() + [.report(.refused(SignInRefusal(.codeExpired)))]
    }
    guard let poll = wait.nextPoll, now.instant >= poll else { return [] }
    wait.nextPoll = nil
    attempt = .waiting(wait)
    return [.poll(generation: generation)]
  }

  /// The worker did something: the idle lock moves away.
  mutating func extendIdle(now: Now) -> [SessionAction] {
    guard case .signedIn(var session) = phase else { return [] }
    let wasWarned = session.isWarned
    session.active = max(session.active, now.instant)
    session.isWarned = false
    phase = .signedIn(session)
    return wasWarned ? [.report(.lockingSoon(at: nil))] : []
  }
}
