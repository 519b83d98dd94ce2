import SessionCore

extension OAuthFault {
  /// What the error means to the worker; `grant` says what an `invalid_grant` without a number is about.
  func refusal(invalidGrant: SignInRefusal.Kind) -> SignInRefusal {
    let known = numbers.first { SignInRefusal.Kind(number: $0) != nil }
    let kind = known.flatMap { SignInRefusal.Kind(number: $0) } ?? kindBySuberror ?? kindByError ?? invalidGrant
    return SignInRefusal(kind, number: known ?? numbers.first, reference: reference)
  }

  private var kindBySuberror: SignInRefusal.Kind? {
    switch suberror {
    case "basic_action", "additional_action": .mfaNeeded
    case "message_only", "protection_policy_required": .policyBlock
    case "consent_required": .consentNeeded
    case "user_password_expired": .passwordExpired
    case "bad_token": .sessionRevoked
    case "token_expired": .sessionExpired
    case "device_authentication_failed": .deviceProofNeeded
    case "client_mismatch": .appMisconfigured
    default: nil
    }
  }

  /// Nil for `invalid_grant`, which means something else for each grant.
  private var kindByError: SignInRefusal.Kind? {
    switch error {
    case "invalid_grant": nil
    case "authorization_declined", "access_denied": .declined
    case "expired_token": .codeExpired
    case "bad_verification_code": .codeUnknown
    case "interaction_required": .mfaNeeded
    case "login_required": .sessionExpired
    case "consent_required": .consentNeeded
    case "invalid_client", "invalid_request", "unsupported_grant_type", "invalid_instance": .appMisconfigured
    case "unauthorized_client": .appUnknown
    case "invalid_tenant": .tenantUnknown
    case "invalid_scope", "invalid_resource": .scopeInvalid
    case "temporarily_unavailable", "server_error": .providerDown
    default: .unknown
    }
  }
}
