import SessionCore

extension SignInRefusal.Kind {
  /// The words an `AADSTS` number calls for (Microsoft Entra authentication error codes); nil for numbers we do not know.
  ///
  /// Microsoft changes numbers: nothing but the choice of words may depend on them.
  init?(number: Int) {
    switch number {
    case 50126: self = .passwordWrong
    case 50056: self = .passwordMissing
    case 50034, 50020, 51004, 16000: self = .accountUnknown
    case 50053: self = .accountLocked
    case 50055, 50144: self = .passwordExpired
    case 50057: self = .accountDisabled
    case 80012: self = .outsideHours
    case 50072, 50079: self = .mfaEnrolment
    case 50074, 50076, 50078, 50158: self = .mfaNeeded
    case 50097, 530033: self = .deviceProofNeeded
    case 53000, 53001, 53002: self = .deviceNotAllowed
    case 53003, 530032, 530035: self = .policyBlock
    case 53011: self = .riskBlock
    case 50105: self = .notAssigned
    case 65001: self = .consentNeeded
    case 65004: self = .consentDeclined
    case 90094, 90095: self = .adminConsentNeeded
    case 700016, 70001, 7000112: self = .appUnknown
    case 7000218: self = .appNotPublic
    case 700025, 50049: self = .appMisconfigured
    case 50194, 9001023: self = .tenantUnclear
    case 90002: self = .tenantUnknown
    case 70011: self = .scopeInvalid
    case 70018: self = .codeUnknown
    case 54005, 501481, 700005: self = .answerSpent
    case 70019, 70020: self = .codeExpired
    case 70008, 700082: self = .sessionExpired
    case 70043: self = .signInFrequency
    case 50173, 50132, 50133: self = .sessionRevoked
    case 50196: self = .loopDetected
    case 90033, 90024, 90006, 50033: self = .providerDown
    default: return nil
    }
  }
}
