extension AccountRefusal {
  private static let graph = "'00000003-0000-0000-c000-000000000000'"
  private static let changed =
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must "

  /// What Entra says about it.
  var text: String {
    switch self {
    case .severalIdentities:
      "Either multiple user identities are available for the current request or selected account is not supported for "
        + "the scenario."
    case .notInTenant:
      "User account from identity provider does not exist in tenant and cannot access the application in that tenant."
    case .notInDirectory, .noSuchAccount: "The user account does not exist in the directory."
    case .locked:
      "The account is locked, you've tried to sign in too many times with an incorrect user ID or password."
    case .passwordExpired: "The password is expired."
    case .passwordExpiredOnPremises: "The user's Active Directory password has expired."
    case .noPassword: "Invalid or null password: password does not exist in the directory for this user."
    case .passwordWrong: "Error validating credentials due to invalid username or password."
    case .accountNotSelectable: "The account that was selected cannot be used for this request."
    case .disabled: "The user account is disabled."
    case .outsideHours: "The user attempted to log on outside of the allowed hours."
    case .mustEnrolAfterMove, .mustEnrol:
      Self.changed + "enroll in multi-factor authentication to access \(Self.graph)."
    case .strongSignInNeeded: "Strong Authentication is required."
    case .secondFactorNeeded: Self.changed + "use multi-factor authentication to access \(Self.graph)."
    case .secondFactorStale:
      "Presented multi-factor authentication has expired due to policies configured by your administrator, you must "
        + "refresh your multi-factor authentication to access \(Self.graph)."
    case .externalChallenge: "External security challenge not satisfied."
    case .deviceSignInNeeded: "Device authentication is required."
    case .notAssigned:
      "Your administrator has configured the application to block users unless they are specifically granted "
        + "('assigned') access to the application."
    case .deviceNotCompliant:
      "Device is not in required device state: compliant. Conditional Access policy requires a compliant device."
    case .deviceNotJoined:
      "Device is not in required device state: domain_joined. Conditional Access policy requires a domain joined device."
    case .appNotApproved: "Application used is not an approved application for Conditional Access."
    case .userAtRisk: "User blocked due to risk on home tenant."
    default: policyOrSessionText
    }
  }

  private var policyOrSessionText: String {
    switch self {
    case .blockedByPolicy:
      "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance."
    case .blockedBySecurityPolicy: "Access has been blocked by a security policy of the organization."
    case .deviceFlowBlocked:
      "Access has been blocked by Conditional Access policies. A policy that looks at devices does not allow this "
        + "authentication flow."
    case .blockedBySecurityDefaults: "Access has been blocked by security defaults."
    case .consentMissing:
      "The user or administrator has not consented to use the application. Send an interactive authorization request "
        + "for this user and resource."
    case .consentDeclined: "User declined to consent to access the app."
    case .adminConsentNeeded: "Administrator consent is required for the permissions requested by this application."
    case .adminConsentRequested: "Administrator consent is required; a request for it has been sent."
    case .notMultitenant:
      "Application is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for "
        + "such applications."
    case .unknownInstance: "The authority is not one of those known to instance discovery."
    case .scopeUnknown: "The scope that was asked for is not valid."
    case .tenantNotFound: "The tenant does not exist, or has no active subscription."
    case .appNotFound: "The application is not found in the directory."
    case .otherTenant:
      "Provided Authorization Code is intended to use against other tenant, thus rejected."
    case .sessionInvalid, .passwordChanged:
      "The session is not valid due to password expiration or recent password change."
    case .revoked:
      "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed "
        + "or reset their password."
    case .grantInactive:
      "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive "
        + "authorization request for this user and resource."
    case .refreshTokenInactive: "The refresh token has expired due to inactivity."
    case .signInFrequency:
      "The refresh token has expired or is invalid due to sign-in frequency checks by Conditional Access."
    case .requestLoop:
      "The server terminated an operation because it encountered a client request loop. Please contact your app vendor."
    default: "A transient error has occurred. Please try again."
    }
  }
}
