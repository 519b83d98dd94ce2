import StoreModel

/// A token handed out, for tests that prove that none is left anywhere.
public struct TokenRecord: Hashable, Sendable {
  /// Its text; nil in a cloud that keeps digests only.
  public var token: String?
  /// `access` or `refresh`.
  public var kind: String
  /// Whose it is.
  public var username: String
  /// `valid`, `expired` or `revoked`.
  public var state: String
}

extension PracticeCloud {
  /// Every token handed out since the start, oldest first.
  public var tokens: [TokenRecord] {
    let now = clock.now().instant
    return world.identity.tokens.compactMap { token in
      guard let person = world.person(token.personID) else { return nil }
      let isRevoked = world.identity.account(person).generation != token.generation
      return TokenRecord(
        token: token.text, kind: token.kind.rawValue, username: person.username,
        state: isRevoked ? "revoked" : now < token.expires ? "valid" : "expired")
    }
  }

  /// What was asked and answered, oldest first; the control interface is left out.
  public var log: [LoggedRequest] { requestLog.entries }

  /// Cuts lists of tasks into pages of so many; nil answers them whole, as at the start.
  public func page(after size: Int?) { world.planner.pageSize = size }

  /// Switches a fault on, behind those switched on already.
  public func inject(_ fault: Fault) { faults.add(fault) }

  /// Switches every fault off.
  public func clearFaults() { faults.clear() }
}
