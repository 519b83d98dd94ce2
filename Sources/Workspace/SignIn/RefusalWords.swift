public import SessionCore
import StoreModel
public import Strings

extension SignInRefusal {
  /// What happened and what it means, in one or two sentences; `{host}` and `{seconds}` are to be filled in.
  public var phrase: SignInPhrase {
    switch kind {
    case .declined: .refusalDeclined
    case .codeExpired: .refusalCodeExpired
    case .codeUnknown: .refusalCodeUnknown
    case .pageExpired: .refusalPageExpired
    case .cancelled: .signInCancelled
    case .accountUnknown: .refusalAccountUnknown
    case .passwordWrong: .refusalPasswordWrong
    case .passwordMissing: .refusalPasswordMissing
    case .accountLocked: .refusalAccountLocked
    case .passwordExpired: .refusalPasswordExpired
    case .accountDisabled: .refusalAccountDisabled
    case .outsideHours: .refusalOutsideHours
    case .mfaEnrolment: .refusalMFAEnrolment
    case .mfaNeeded: .refusalMFANeeded
    case .deviceProofNeeded: .refusalDeviceProof
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
    case .tenantUnclear: .refusalTenantUnclear
    case .scopeInvalid: .refusalScopeInvalid
    case .sessionExpired: .refusalSessionExpired
    case .sessionRevoked: .refusalSessionRevoked
    case .signInFrequency: .refusalSignInFrequency
    case .loopDetected: .refusalLoopDetected
    case .answerSpent: .refusalAnswerSpent
    case .notOnStaffList: .refusalNotOnStaffList
    case .worksElsewhere: .refusalWorksElsewhere
    case .wrongPerson: .refusalWrongPerson
    case .wrongTenant: .refusalWrongTenant
    case .mayNotOverride: .refusalMayNotOverride
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

  /// The facts a sentence about it may name.
  func parts(_ state: AppState) -> [String: String] {
    var parts = ["host": host ?? ""]
    switch kind {
    case .throttled(let until):
      parts["seconds"] = String(max(0, state.now.instant.duration(to: until).components.seconds))
    case .notOnStaffList(let here): parts["here"] = here
    case .mayNotOverride(let name): parts["name"] = name
    case .worksElsewhere(let store, let here):
      parts["store"] = store
      parts["here"] = here
    default: break
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
