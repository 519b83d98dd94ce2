import StoreModel

extension SessionMachine {
  mutating func lock(_ reason: LockReason, now: Now) -> [SessionAction] {
    switch phase {
    case .signedIn(let session):
      attempt = nil
      phase = .locked(session)
      return [
        .report(.locked(reason, session.worker, at: now)), clear(flush: flushTime(of: session), vault: true),
      ]
    case .signedOut, .locked:
      return cancelSignIn()
    case .ending:
      return dropWhatFollows()
    }
  }

  /// Back to work without a token; the limit that counts from the last sign-in stays where it was.
  mutating func openByPIN(now: Now) -> [SessionAction] {
    guard case .locked(var session) = phase, now.instant < absoluteLock(of: session) else { return [] }
    session.active = now.instant
    session.isWarned = false
    session.tokens = .gone
    phase = .signedIn(session)
    return [.report(.openedByPIN(session.worker, session.standing, since: session.authenticated))]
  }

  mutating func signOut(now: Now) -> [SessionAction] {
    switch phase {
    case .signedIn(let session): end(session, flush: flushTime(of: session), now: now)
    case .locked(let session): end(session, flush: nil, now: now)
    case .signedOut: cancelSignIn()
    case .ending: dropWhatFollows()
    }
  }

  /// Edits can only be sent while there is a token.
  private func flushTime(of session: Session) -> Duration? { session.tokens == .gone ? nil : policy.flushLimit }

  private mutating func end(_ session: Session, flush: Duration?, now: Now) -> [SessionAction] {
    attempt = nil
    let order = clear(flush: flush, vault: true, localCopy: true)
    phase = .ending(Ending(session: session, ended: now, order: orders, then: .signedOut))
    return [order]
  }

  /// While a session ends, lock and sign-out mean that nobody shall follow.
  private mutating func dropWhatFollows() -> [SessionAction] {
    guard case .ending(var ending) = phase else { return [] }
    defer { phase = .ending(ending) }
    switch ending.then {
    case .signedOut: return []
    case .signIn:
      ending.then = .signedOut
      return [.report(.refused(SignInRefusal(.cancelled)))]
    case .handOver:
      ending.then = .signedOut
      return [.report(.refused(SignInRefusal(.cancelled))), clear(vault: true)]
    }
  }

  /// A clearing is done; when it was the one an end waits for, the receipt is written.
  mutating func cleared(_ clearing: Clearing, order: Int, now: Now) -> [SessionAction] {
    switch phase {
    case .locked(var session):
      session.cleared.add(clearing)
      phase = .locked(session)
      return []
    case .signedIn(var session):
      session.cleared.add(clearing)
      phase = .signedIn(session)
      return []
    case .ending(var ending):
      ending.session.cleared.add(clearing)
      phase = .ending(ending)
      return order == ending.order ? finish(ending, now: now) : []
    case .signedOut:
      return []
    }
  }

  private mutating func finish(_ ending: Ending, now: Now) -> [SessionAction] {
    phase = .signedOut
    let receipt = SessionAction.report(.signedOut(ending.receipt))
    switch ending.then {
    case .signedOut: return [receipt]
    case .signIn(let hint, let way): return [receipt] + begin(hint: hint, way: way)
    case .handOver(var session):
      session.active = now.instant
      return [receipt, enter(session)]
    }
  }
}

extension Clearing {
  /// Adds what a later clearing did; what is left is what the later one found.
  mutating func add(_ later: Clearing) {
    tokensWiped += later.tokensWiped
    tokensLeft = later.tokensLeft ?? tokensLeft
    guard var latest = later.copy else { return }
    latest.destroyed += copy?.destroyed ?? 0
    latest.lost += copy?.lost ?? 0
    copy = latest
  }
}

extension Ending {
  /// What was cleared and kept.
  var receipt: SignOutReceipt {
    let copy = session.cleared.copy ?? CopyClearing()
    var receipt = SignOutReceipt(
      worker: session.worker, since: session.began, ended: ended, tokensWiped: session.cleared.tokensWiped,
      tokensLeft: session.cleared.tokensLeft ?? 0, tasksDestroyed: copy.destroyed, tasksLeft: copy.left,
      changesKept: copy.kept,
      issuedTokenGoodUntil: session.issuedUntil > ended.wall ? session.issuedUntil : nil)
    receipt.copy = copy.reading
    receipt.changesLost = copy.lost
    return receipt
  }
}
