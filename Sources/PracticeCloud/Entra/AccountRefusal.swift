/// Why an account gets no token, although it is known.
enum AccountRefusal: Hashable, Sendable {
  case disabled, locked, passwordExpired, blockedByPolicy, secondFactorNeeded, consentMissing

  /// The AADSTS number.
  var number: Int {
    switch self {
    case .disabled: 50_057
    case .locked: 50_053
    case .passwordExpired: 50_055
    case .blockedByPolicy: 53_003
    case .secondFactorNeeded: 50_076
    case .consentMissing: 65_001
    }
  }

  /// What Entra says about it.
  var text: String {
    switch self {
    case .disabled: "The user account is disabled."
    case .locked:
      "The account is locked, you've tried to sign in too many times with an incorrect user ID or password."
    case .passwordExpired: "The password is expired."
    case .blockedByPolicy:
      "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance."
    case .secondFactorNeeded:
      "Due to a configuration change made by your administrator, or because you moved to a new location, you must use "
        + "multi-factor authentication to access '00000003-0000-0000-c000-000000000000'."
    case .consentMissing:
      "The user or administrator has not consented to use the application. Send an interactive authorization request "
        + "for this user and resource."
    }
  }

  /// As the token endpoint refuses it.
  var refusal: EntraRefusal {
    let suberror: String? =
      switch self {
      case .disabled, .locked: nil
      case .passwordExpired: "user_password_expired"
      case .blockedByPolicy: "message_only"
      case .secondFactorNeeded: "basic_action"
      case .consentMissing: "consent_required"
      }
    return EntraRefusal("invalid_grant", number, text, suberror: suberror)
  }
}

extension AccountState {
  /// The first thing that keeps this account from a token now; nil when nothing does.
  func obstacle(withSecondFactor: Bool) -> AccountRefusal? {
    if isDisabled { return .disabled }
    if isLocked { return .locked }
    if isPasswordExpired { return .passwordExpired }
    if isBlocked { return .blockedByPolicy }
    if needsConsent { return .consentMissing }
    if needsSecondFactor, !withSecondFactor { return .secondFactorNeeded }
    return nil
  }
}
