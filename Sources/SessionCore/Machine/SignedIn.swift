import StoreModel

extension SessionMachine {
  /// Somebody proved who they are; their tokens are in the vault.
  mutating func signedIn(_ person: SignedInPerson, life: TokenLife, now: Now) -> [SessionAction] {
    if let refusal = storeRefusal(of: person) { return abandonAttempt() + [.report(.refused(refusal))] }
    attempt = nil
    challenge = nil
    var new = session(of: person, life: life, now: now)
    switch phase {
    case .signedOut:
      return [enter(new)]
    case .signedIn(let old), .locked(let old):
      guard old.worker.id == new.worker.id else {
        return handOver(from: old, to: new, now: now)
      }
      new.began = old.began
      new.cleared = old.cleared
      return [enter(new)]
    case .ending:
      return [clear(vault: true)]
    }
  }

  mutating func enter(_ session: Session) -> SessionAction {
    phase = .signedIn(session)
    return .report(.signedIn(session.worker, session.standing, since: session.authenticated))
  }

  /// Somebody else is there: the first session ends as by sign-out, but for the vault, which holds the new tokens.
  private mutating func handOver(from old: Session, to new: Session, now: Now) -> [SessionAction] {
    let order = clear(vault: false, localCopy: true)
    phase = .ending(Ending(session: old, ended: now, order: orders, then: .handOver(new)))
    return [order]
  }

  private func session(of person: SignedInPerson, life: TokenLife, now: Now) -> Session {
    let member = member(person)
    let worker = Worker(
      id: person.id, username: person.username, displayName: person.displayName, role: member?.role,
      mayManageTasks: member?.mayManageTasks ?? false)
    return Session(
      worker: worker, standing: member == nil ? .unknown : .works, began: now, authenticated: now, active: now.instant,
      tokens: good(life, now: now), issuedUntil: life.expiry.wall)
  }

  private func member(_ person: SignedInPerson) -> StoreProfile.Member? {
    profile?.members.first { $0.user.rawValue.lowercased() == person.id.object }
  }

  /// Why somebody whom the profile does not list gets no session here; nil when it lists them, or nobody.
  private func storeRefusal(of person: SignedInPerson) -> SignInRefusal? {
    guard let profile, !profile.members.isEmpty, member(person) == nil else { return nil }
    if let neighbour = profile.neighbours.first(where: { $0.user.rawValue.lowercased() == person.id.object }) {
      return SignInRefusal(.worksElsewhere(store: neighbour.storeNumber, here: profile.storeNumber))
    }
    return SignInRefusal(.notOnStaffList(here: profile.storeNumber))
  }
}
