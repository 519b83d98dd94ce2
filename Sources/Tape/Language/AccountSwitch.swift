/// What an administrator does to one account, in the words of the control interface.
public enum AccountSwitch: String, Hashable, Sendable, CaseIterable {
  case revoke, disable, enable, block, lock, challenge, foreign, forge, swap
  case leaveTeam = "leave-team"
  case requireMFA = "require-mfa"
  case expirePassword = "expire-password"
  case requireConsent = "require-consent"
  case blockDeviceFlow = "block-device-flow"
}

/// What an administrator does to the registration of the app.
public enum AppSwitch: String, Hashable, Sendable, CaseIterable {
  case register, unregister
  case allowPublicClient = "allow-public-client"
  case forbidPublicClient = "forbid-public-client"
}
