import SessionCore
import Strings

/// What the worker can do about a refusal, and who can help them.
struct RefusalAdvice {
  /// A sentence.
  var next: SignInPhrase
  /// Who can help, for "Who can help: …".
  var helper: SignInPhrase

  init(_ kind: SignInRefusal.Kind) {
    (next, helper) = RefusalAdvice.parts(kind)
  }

  private static func parts(_ kind: SignInRefusal.Kind) -> (SignInPhrase, SignInPhrase) {
    switch kind {
    case .declined, .codeExpired, .codeUnknown, .cancelled: (.nextNewCode, .helperNobody)
    case .pageExpired, .answerSpent, .consentDeclined: (.nextBeginAgain, .helperNobody)
    case .sessionExpired, .sessionRevoked, .signInFrequency: (.nextSignInAgain, .helperNobody)
    case .mfaEnrolment, .mfaNeeded: (.nextSecondProof, .helperIT)
    case .passwordExpired: (.nextPassword, .helperIT)
    case .passwordWrong: (.nextBeginAgain, .helperManagerOrIT)
    case .notOnStaffList: (.nextStaffList, .helperManager)
    case .worksElsewhere: (.nextOwnStore, .helperManager)
    case .accountUnknown, .wrongPerson, .wrongTenant: (.nextOtherAccount, .helperManager)
    case .mayNotOverride: (.nextOtherManager, .helperManager)
    case .accountLocked, .loopDetected: (.nextLongWait, .helperManagerOrIT)
    case .outsideHours: (.nextShift, .helperManager)
    case .accountDisabled, .riskBlock, .notAssigned: (.nextNotHere, .helperManagerOrIT)
    case .passwordMissing, .policyBlock, .consentNeeded, .adminConsentNeeded: (.nextReference, .helperIT)
    case .deviceProofNeeded, .deviceNotAllowed: (.nextDevice, .helperIT)
    case .appUnknown, .appNotPublic, .appMisconfigured, .tenantUnknown, .tenantUnclear, .scopeInvalid,
      .identityNotProven:
      (.nextDoctor, .helperIT)
    case .nameNotResolved, .offline, .timedOut, .proxyFailed: (.nextNetwork, .helperManagerOrIT)
    case .captivePortal: (.nextPortal, .helperManagerOrIT)
    case .notTrusted, .redirected: (.nextNotTrusted, .helperIT)
    case .answerUnreadable, .answerTooLarge, .throttled, .providerDown, .unknown: (.nextWait, .helperIT)
    }
  }
}
