import StoreModel

extension PracticeCloud {
  /// User codes that still wait for somebody's answer, oldest first.
  public var openCodes: [String] {
    let now = clock.now().instant
    return world.identity.codes.filter {
      if case .pending = world.identity.outcome(of: $0, now: now) { true } else { false }
    }
    .map(\.userCode)
  }

  /// Approves a sign-in as somebody: a sign-in name with or without the domain, or a role (its first account).
  ///
  /// No password and no second factor are shown, so an account that needs one is refused at the next poll.
  public func approve(userCode: String, as username: String) throws(ControlProblem) {
    let person = try person(named: username)
    let index = try openCode(userCode)
    world.identity.codes[index].outcome = .approved(personID: person.id, withSecondFactor: false)
  }

  /// Declines a sign-in.
  public func decline(userCode: String) throws(ControlProblem) {
    let index = try openCode(userCode)
    world.identity.codes[index].outcome = .declined
  }

  /// Lets a code expire before its time.
  public func expire(userCode: String) throws(ControlProblem) {
    let index = try openCode(userCode)
    world.identity.codes[index].outcome = .expired
  }

  private func openCode(_ typed: String) throws(ControlProblem) -> Int {
    guard let index = world.identity.codeIndex(typed: typed) else { throw .unknownCode(typed) }
    let state: String
    switch world.identity.outcome(of: world.identity.codes[index], now: clock.now().instant) {
    case .pending: return index
    case .approved: state = "approved"
    case .declined: state = "declined"
    case .expired: state = "expired"
    case .refused: state = "refused by a policy"
    case .redeemed: state = "used"
    }
    throw .codeOver(typed, state)
  }
}
