/// What an administrator does to one account.
public enum AccountChange: String, Hashable, Sendable, CaseIterable {
  /// Every token issued so far is void.
  case revoke
  /// The account is switched off, and its tokens are void.
  case disable
  /// Everything switched for the account is taken back; tokens voided stay void.
  case enable
  /// A Conditional Access policy refuses every token from now on (AADSTS53003).
  case block
  /// Signing in needs a number typed on the phone (AADSTS50076 where none was).
  case requireMFA = "require-mfa"
  /// The password has to be changed first (AADSTS50055).
  case expirePassword = "expire-password"
  /// The app lost its consent for this account (AADSTS65001).
  case requireConsent = "require-consent"
  /// A policy that looks at devices refuses the device code flow alone (AADSTS530033); a browser still signs in.
  case blockDeviceFlow = "block-device-flow"
  /// Graph challenges access tokens issued so far (401 `insufficient_claims`); a refresh gives a good one.
  case challenge
  /// Too many wrong passwords (AADSTS50053).
  case lock
  /// The account is in no team any more; its sessions go on.
  case leaveTeam = "leave-team"
  /// Its tokens name another company's tenant from now on.
  case foreign
  /// Its ID tokens prove nothing from now on: their signature is another token's.
  case forge
  /// A refresh of its session brings tokens of a colleague from now on.
  case swap
}

extension PracticeCloud {
  /// Changes an account; the name is a sign-in name with or without the domain, or an object id.
  public func change(_ change: AccountChange, of username: String) throws(ControlProblem) {
    let person = try person(named: username)
    if change == .leaveTeam { world.removeFromTeams(person) }
    world.identity.change(person) { account in
      switch change {
      case .leaveTeam: break
      case .foreign: account.flaw = .foreign
      case .forge: account.flaw = .forged
      case .swap: account.flaw = .swapped
      case .revoke: account.generation += 1
      case .disable:
        account.isDisabled = true
        account.generation += 1
      case .enable:
        account = AccountState(generation: account.generation, accessGeneration: account.accessGeneration)
      case .block: account.isBlocked = true
      case .requireMFA: account.needsSecondFactor = true
      case .expirePassword: account.isPasswordExpired = true
      case .requireConsent: account.needsConsent = true
      case .blockDeviceFlow: account.isDeviceFlowBlocked = true
      case .challenge: account.accessGeneration += 1
      case .lock: account.wrongPasswords = AccountState.wrongPasswordLimit
      }
    }
  }

  /// Refuses an account's next tokens with an AADSTS number of Entra's list, until it is enabled again.
  ///
  /// Numbers about refresh tokens let a new sign-in through, numbers about passwords a refresh.
  public func refuse(_ number: Int, for username: String) throws(ControlProblem) {
    let person = try person(named: username)
    guard let refusal = AccountRefusal(rawValue: number) else {
      let known = AccountRefusal.allCases.map { String($0.number) }.joined(separator: ", ")
      throw .wrong("number", "\(number) is not known here.", "Use one of: \(known).")
    }
    world.identity.change(person) { $0.refused = refusal }
  }

  /// Changes how the app is registered; nil leaves a switch as it is.
  ///
  /// An app that is not registered is refused with AADSTS700016, one switched off with AADSTS7000112, one without public
  /// client flows with AADSTS7000218.
  public func changeApp(isRegistered: Bool? = nil, isEnabled: Bool? = nil, allowsPublicClient: Bool? = nil) {
    world.identity.app.isEnabled = isEnabled ?? world.identity.app.isEnabled
    world.identity.app.isRegistered = isRegistered ?? world.identity.app.isRegistered
    world.identity.app.allowsPublicClient = allowsPublicClient ?? world.identity.app.allowsPublicClient
  }

  /// Somebody by sign-in name, with or without the domain, or by object id; else by role, or by the name the directory shows.
  func person(named name: String) throws(ControlProblem) -> Person {
    if let person = world.person(name) ?? world.person("\(name)@\(world.tenantDomain)") { return person }
    if let role = Person.Role(rawValue: name.lowercased()), let person = world.people.first(where: { $0.role == role })
    {
      return person
    }
    if let person = world.people.first(where: { $0.displayName.lowercased() == name.lowercased() }) { return person }
    throw .unknownPerson(name)
  }
}

extension PracticeCloud {
  /// Has Planner take less than it does, until the world is put back to its start.
  public func change(_ limit: PlannerLimit, to number: Int) { world.planner.limits.set(limit, to: number) }
}
