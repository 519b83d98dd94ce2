import SessionCore
import Strings

extension AppState {
  /// Whether the sign-in on screen may go the other way.
  var maySwitchWay: Availability {
    guard case .code(let code) = page, till.ways.contains(code.way.other) else { return .disabled(.wayOnlyOne) }
    return .enabled
  }

  /// Whether there is a sign-in page that another computer could open.
  var maySignInElsewhere: Availability {
    if case .code(let code) = page, code.address != nil { .enabled } else { .disabled(.wayNoAddress) }
  }
}

extension SignInRefusal {
  /// Whether it is about the way that was taken, so that the other one may get through.
  func isAbout(_ way: SignInWay) -> Bool {
    switch kind {
    case .policyBlock, .deviceProofNeeded, .deviceNotAllowed, .passwordMissing, .mfaNeeded, .appNotPublic:
      way == .deviceCode
    case .pageExpired, .answerSpent: way == .browser
    default: false
    }
  }
}
