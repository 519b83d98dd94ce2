import CloudWire
import HTTPTypes
import MicrosoftCloud
import SessionCore
import StoreModel
import Testing

@Suite struct RefusalTests {
  @Test(arguments: [
    (50126, SignInRefusal.Kind.passwordWrong), (50056, .passwordMissing), (50034, .accountUnknown),
    (50020, .accountUnknown), (51004, .accountUnknown), (16000, .accountUnknown), (50053, .accountLocked),
    (50055, .passwordExpired), (50144, .passwordExpired), (50057, .accountDisabled), (80012, .outsideHours),
    (50072, .mfaEnrolment), (50079, .mfaEnrolment), (50074, .mfaNeeded), (50076, .mfaNeeded), (50078, .mfaNeeded),
    (50158, .mfaNeeded), (50097, .deviceProofNeeded), (530033, .deviceProofNeeded), (53000, .deviceNotAllowed),
    (53001, .deviceNotAllowed), (53002, .deviceNotAllowed), (53003, .policyBlock), (530032, .policyBlock),
    (530035, .policyBlock), (53011, .riskBlock), (50105, .notAssigned), (65001, .consentNeeded),
    (65004, .consentDeclined), (90094, .adminConsentNeeded), (90095, .adminConsentNeeded), (700016, .appUnknown),
    (70001, .appUnknown), (7000112, .appUnknown), (7000218, .appNotPublic), (700025, .appMisconfigured),
    (50194, .tenantUnclear), (9001023, .tenantUnclear), (90002, .tenantUnknown), (70011, .scopeInvalid),
    (70018, .codeUnknown), (70019, .codeExpired), (70008, .sessionExpired), (700082, .sessionExpired),
    (70043, .signInFrequency), (50173, .sessionRevoked), (50132, .sessionRevoked), (50133, .sessionRevoked),
    (54005, .answerSpent), (501481, .answerSpent), (700005, .answerSpent), (50196, .loopDetected),
  ])
  func everyNumberChoosesItsWords(number: Int, kind: SignInRefusal.Kind) async throws {
    let fixture = try EntraFixture()
    fixture.transport.answer("/token", .fault("invalid_grant", number: number))
    #expect(try await fixture.poll() == .refused(SignInRefusal(kind, number: number, reference: "corr-1")))
  }

  @Test(arguments: [90033, 90024, 90006, 50033])
  func passingNumbersLeaveTheCodeGood(number: Int) async throws {
    let fixture = try EntraFixture()
    fixture.transport.answer("/token", .fault("temporarily_unavailable", number: number))
    let refusal = SignInRefusal(.providerDown, number: number, reference: "corr-1")
    #expect(try await fixture.poll() == .unreachable(refusal))
  }

  @Test(arguments: [
    ("access_denied", "", SignInRefusal.Kind.declined), ("expired_token", "", .codeExpired),
    ("bad_verification_code", "", .codeUnknown), ("invalid_grant", "", .codeUnknown),
    ("invalid_grant", "bad_token", .sessionRevoked), ("interaction_required", "basic_action", .mfaNeeded),
    ("invalid_grant", "user_password_expired", .passwordExpired), ("invalid_client", "", .appMisconfigured),
    ("unauthorized_client", "", .appUnknown), ("invalid_tenant", "", .tenantUnknown),
    ("invalid_scope", "", .scopeInvalid), ("consent_required", "", .consentNeeded),
    ("something_new", "", .unknown),
  ])
  func anUnknownNumberFallsBackToTheError(error: String, suberror: String, kind: SignInRefusal.Kind) async throws {
    let fixture = try EntraFixture()
    fixture.transport.answer("/token", .fault(error, number: 999_999, suberror: suberror))
    #expect(try await fixture.poll() == .refused(SignInRefusal(kind, number: 999_999, reference: "corr-1")))
  }

  @Test func aNumberIsFoundInTheDescriptionToo() async throws {
    let fixture = try EntraFixture()
    let body: JSON = ["error": "invalid_grant", "error_description": "AADSTS50057: The account is disabled."]
    fixture.transport.answer("/token", .json(body, status: .badRequest))
    let refusal = SignInRefusal(.accountDisabled, number: 50057, reference: "request-1")
    #expect(try await fixture.poll() == .refused(refusal))
  }
}
