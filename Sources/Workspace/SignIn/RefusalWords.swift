public import SessionCore
import StoreModel
public import Strings

extension SignInRefusal {
  /// What happened and what it means, in one or two sentences; `{host}` and `{seconds}` are to be filled in.
  public var phrase: Phrase {
    switch kind {
    case .declined: .refusalDeclined
    case .codeExpired: .refusalCodeExpired
    case .codeUnknown: .refusalCodeUnknown
    case .cancelled: .signInCancelled
    case .accountUnknown: .refusalAccountUnknown
    case .passwordWrong: .refusalPasswordWrong
    case .accountLocked: .refusalAccountLocked
    case .passwordExpired: .refusalPasswordExpired
    case .accountDisabled: .refusalAccountDisabled
    case .outsideHours: .refusalOutsideHours
    case .mfaEnrolment: .refusalMFAEnrolment
    case .mfaNeeded: .refusalMFANeeded
    case .deviceNotAllowed: .refusalDeviceNotAllowed
    case .policyBlock: .refusalPolicyBlock
    case .riskBlock: .refusalRiskBlock
    case .notAssigned: .refusalNotAssigned
    case .consentNeeded: .refusalConsentNeeded
    case .adminConsentNeeded: .refusalAdminConsentNeeded
    case .consentDeclined: .refusalConsentDeclined
    case .appUnknown: .refusalAppUnknown
    case .appNotPublic: .refusalAppNotPublic
    case .appMisconfigured: .refusalAppMisconfigured
    case .tenantUnknown: .refusalTenantUnknown
    case .scopeInvalid: .refusalScopeInvalid
    case .sessionExpired: .refusalSessionExpired
    case .sessionRevoked: .refusalSessionRevoked
    case .signInFrequency: .refusalSignInFrequency
    case .loopDetected: .refusalLoopDetected
    case .wrongPerson: .refusalWrongPerson
    case .wrongTenant: .refusalWrongTenant
    case .identityNotProven: .refusalIdentityNotProven
    case .nameNotResolved: .refusalNameNotResolved
    case .offline: .refusalOffline
    case .notTrusted: .refusalNotTrusted
    case .timedOut: .refusalTimedOut
    case .proxyFailed: .refusalProxyFailed
    case .captivePortal: .refusalCaptivePortal
    case .answerUnreadable: .refusalAnswerUnreadable
    case .answerTooLarge: .refusalAnswerTooLarge
    case .redirected: .refusalRedirected
    case .throttled: .refusalThrottled
    case .providerDown: .refusalProviderDown
    case .unknown: .refusalUnknown
    }
  }

  /// What to do next, and who can help.
  var nextStep: Phrase {
    switch kind {
    case .declined, .codeExpired, .codeUnknown, .cancelled, .passwordWrong, .loopDetected, .consentDeclined:
      .nextNewCode
    case .accountUnknown, .wrongPerson, .wrongTenant: .nextOtherAccount
    case .accountLocked, .accountDisabled, .outsideHours, .notAssigned: .nextManagerOrIT
    case .passwordExpired, .mfaEnrolment, .mfaNeeded: .nextBrowser
    case .deviceNotAllowed, .policyBlock, .riskBlock: .nextPolicy
    case .consentNeeded, .adminConsentNeeded: .nextConsent
    case .appUnknown, .appNotPublic, .appMisconfigured, .tenantUnknown, .scopeInvalid, .identityNotProven: .nextSetup
    case .sessionExpired, .sessionRevoked, .signInFrequency: .nextSignInAgain
    case .nameNotResolved, .offline, .timedOut, .proxyFailed, .captivePortal: .nextNetwork
    case .notTrusted, .redirected, .answerUnreadable, .answerTooLarge: .nextNotTrusted
    case .throttled, .providerDown, .unknown: .nextLater
    }
  }

  /// The facts a sentence about it may name.
  func parts(_ state: AppState) -> [String: String] {
    var parts = ["host": host ?? ""]
    if case .throttled(let until) = kind {
      parts["seconds"] = String(max(0, state.now.instant.duration(to: until).components.seconds))
    }
    return parts
  }

  /// The numbers IT can look up; nil when the provider gave none.
  func referenceLine(_ words: Words) -> String? {
    let number = number.map { "AADSTS\($0)" }
    let facts = [number, reference].compactMap { $0 }
    return facts.isEmpty ? nil : words(.refusalReference, ["reference": facts.joined(separator: "  ")])
  }
}
