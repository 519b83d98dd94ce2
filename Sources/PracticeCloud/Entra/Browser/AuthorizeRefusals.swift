extension EntraRefusal {
  static func unknownRedirect(_ address: String, app: String) -> EntraRefusal {
    EntraRefusal(
      "invalid_request", 50_011,
      "The redirect URI '\(address)' specified in the request does not match the redirect URIs configured for the "
        + "application '\(app)'.")
  }
  static func unsupportedResponseType(_ type: String) -> EntraRefusal {
    EntraRefusal(
      "unsupported_response_type", 70_005, "The app asked for an unsupported response type: '\(type)'.")
  }
  static func unsupportedResponseMode(_ mode: String) -> EntraRefusal {
    EntraRefusal("invalid_request", 70_007, "'\(mode)' is not a supported value of 'response_mode'.")
  }
  static func unsupportedPrompt(_ word: String) -> EntraRefusal {
    EntraRefusal("invalid_request", 90_023, "Unsupported 'prompt' value: '\(word)'.")
  }
  static let missingChallenge = EntraRefusal(
    "invalid_request", 50_147, "The size of the code challenge parameter isn't valid: it is missing.")
  static let badChallenge = EntraRefusal(
    "invalid_request", 501_491,
    "Invalid code_challenge or code_challenge_method: a base64url SHA-256 with the method S256 is expected.")
  static let loginRequired = EntraRefusal(
    "login_required", 50_058,
    "A silent sign-in request was sent but no user is signed in. Session information isn't sufficient for single-sign-on."
  )
  static let cancelled = EntraRefusal("access_denied", nil, "The user has denied access: the sign-in was cancelled.")
  static let visitOver = EntraRefusal(
    "invalid_request", 90_100, "This sign-in is over or was never begun. Start again from the application.")
  static let badAuthorizationCode = EntraRefusal(
    "invalid_grant", 9_002_313, "Invalid request. Request is malformed or invalid: the code was not made here.")
  static let codeRedeemed = EntraRefusal(
    "invalid_grant", 54_005,
    "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token."
  )
  static let authorizationCodeExpired = EntraRefusal(
    "invalid_grant", 70_008,
    "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive "
      + "authorization request for this user and resource.")
  static func redirectDiffers(_ address: String, asked: String) -> EntraRefusal {
    EntraRefusal(
      "invalid_grant", 500_112,
      "The reply address '\(address)' does not match the reply address '\(asked)' provided when requesting Authorization "
        + "code.")
  }
  static let wrongVerifier = EntraRefusal(
    "invalid_grant", 501_481,
    "The Code_Verifier does not match the code_challenge supplied in the authorization request.")
  static let wrongPassword = EntraRefusal(
    "invalid_grant", 50_126, "Error validating credentials due to invalid username or password.")
  static let passwordOverCommon = EntraRefusal(
    "invalid_request", 9_001_023,
    "The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or "
      + "tenant-specific endpoint.")
  static func appDisabled(_ id: String) -> EntraRefusal {
    EntraRefusal("unauthorized_client", 7_000_112, "Application '\(id)'(Tillside) is disabled.")
  }

  /// The same under another OAuth error, where `/authorize` uses one of its own.
  func told(as error: String) -> EntraRefusal {
    var told = self
    told.error = error
    return told
  }
}
