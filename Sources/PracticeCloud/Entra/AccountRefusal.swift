/// Why an account gets no token, although it is known; the raw value is the AADSTS number.
///
/// The numbers are those of `reference-error-codes` that concern an account, a device or a policy.
enum AccountRefusal: Int, Hashable, Codable, Sendable, CaseIterable {
  case severalIdentities = 16_000
  case accountNotSelectable = 16_001
  case notInTenant = 50_020
  case transientFault = 50_033
  case notInDirectory = 50_034
  case unknownInstance = 50_049
  case locked = 50_053
  case passwordExpired = 50_055
  case noPassword = 50_056
  case disabled = 50_057
  case mustEnrolAfterMove = 50_072
  case strongSignInNeeded = 50_074
  case secondFactorNeeded = 50_076
  case secondFactorStale = 50_078
  case mustEnrol = 50_079
  case deviceSignInNeeded = 50_097
  case notAssigned = 50_105
  case passwordWrong = 50_126
  case sessionInvalid = 50_132
  case passwordChanged = 50_133
  case passwordExpiredOnPremises = 50_144
  case externalChallenge = 50_158
  case revoked = 50_173
  case notMultitenant = 50_194
  case requestLoop = 50_196
  case noSuchAccount = 51_004
  case deviceNotCompliant = 53_000
  case deviceNotJoined = 53_001
  case appNotApproved = 53_002
  case blockedByPolicy = 53_003
  case userAtRisk = 53_011
  case consentMissing = 65_001
  case consentDeclined = 65_004
  case appNotFound = 70_001
  case grantInactive = 70_008
  case scopeUnknown = 70_011
  case signInFrequency = 70_043
  case outsideHours = 80_012
  case tenantNotFound = 90_002
  case serviceBusy = 90_006
  case retryLater = 90_024
  case transient = 90_033
  case adminConsentNeeded = 90_094
  case adminConsentRequested = 90_095
  case blockedBySecurityPolicy = 530_032
  case deviceFlowBlocked = 530_033
  case blockedBySecurityDefaults = 530_035
  case otherTenant = 700_005
  case refreshTokenInactive = 700_082

  /// The AADSTS number.
  var number: Int { rawValue }
}

/// The ways to a token.
enum GrantKind: Hashable, Sendable { case deviceCode, authorizationCode, password, refresh }

extension AccountRefusal {
  /// Whether it keeps a token from a grant: some concern the device flow alone, some a session that goes on, and none of
  /// those about passwords concerns a refresh, which shows none.
  func concerns(_ grant: GrantKind) -> Bool {
    switch self {
    case .deviceFlowBlocked, .deviceSignInNeeded: grant == .deviceCode
    case .otherTenant: grant == .authorizationCode
    case .grantInactive: grant == .refresh || grant == .authorizationCode
    case .sessionInvalid, .passwordChanged, .revoked, .requestLoop, .signInFrequency, .refreshTokenInactive:
      grant == .refresh
    case .locked, .passwordWrong, .passwordExpired, .passwordExpiredOnPremises, .noPassword, .outsideHours:
      grant != .refresh
    default: true
    }
  }

  /// Whether the person may try again on the same page; otherwise the sign-in is over on both sides.
  var leavesPageOpen: Bool {
    switch self {
    case .locked, .passwordExpired, .passwordExpiredOnPremises, .noPassword, .disabled, .notInTenant, .notInDirectory,
      .noSuchAccount, .severalIdentities, .transient, .transientFault, .serviceBusy, .retryLater:
      true
    default: false
    }
  }

  /// As the token endpoint refuses it.
  var refusal: EntraRefusal { EntraRefusal(error, number, text, suberror: suberror) }

  private var error: String {
    switch self {
    case .transientFault, .serviceBusy, .retryLater, .transient: "temporarily_unavailable"
    case .appNotFound: "unauthorized_client"
    case .notMultitenant, .tenantNotFound: "invalid_request"
    case .unknownInstance: "invalid_instance"
    case .scopeUnknown: "invalid_scope"
    case .accountNotSelectable: "account_selection_required"
    case .deviceSignInNeeded, .externalChallenge, .strongSignInNeeded: "interaction_required"
    default: "invalid_grant"
    }
  }

  private var suberror: String? {
    switch self {
    case .passwordExpired, .passwordExpiredOnPremises: "user_password_expired"
    case .blockedByPolicy, .blockedBySecurityPolicy, .blockedBySecurityDefaults, .deviceFlowBlocked, .userAtRisk,
      .deviceNotCompliant, .deviceNotJoined, .appNotApproved:
      "message_only"
    case .secondFactorNeeded, .secondFactorStale, .strongSignInNeeded, .mustEnrol, .mustEnrolAfterMove,
      .externalChallenge:
      "basic_action"
    case .consentMissing, .consentDeclined, .adminConsentNeeded, .adminConsentRequested: "consent_required"
    case .notInDirectory, .revoked, .sessionInvalid, .passwordChanged: "bad_token"
    case .signInFrequency, .grantInactive, .refreshTokenInactive: "token_expired"
    default: nil
    }
  }
}

extension AccountState {
  /// The first thing that keeps this account from a token by a grant; nil when nothing does.
  func obstacle(to grant: GrantKind, withSecondFactor: Bool) -> AccountRefusal? {
    var reasons: [AccountRefusal] = []
    if isDisabled { reasons.append(.disabled) }
    if isLocked { reasons.append(.locked) }
    if isPasswordExpired { reasons.append(.passwordExpired) }
    if isBlocked { reasons.append(.blockedByPolicy) }
    if isDeviceFlowBlocked { reasons.append(.deviceFlowBlocked) }
    if needsConsent { reasons.append(.consentMissing) }
    if needsSecondFactor, !withSecondFactor { reasons.append(.secondFactorNeeded) }
    if let refused { reasons.append(refused) }
    return reasons.first { $0.concerns(grant) }
  }
}
