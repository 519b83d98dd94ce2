import SessionCore
import StoreModel
import Terminal
import Testing
import Workspace

@Suite struct SignInPageTests {
  static func asked() -> AppState {
    var state = AppState.sample()
    state.type("mei")
    state.press("Enter")
    return state
  }

  static func waiting() -> AppState {
    var state = asked()
    _ = update(&state, .session(.codeIssued(.sample)))
    return state
  }

  @Test func theCodeStandsInLargeLettersWithItsLifetime() {
    var state = Self.waiting()
    #expect(state.shows("H 7 K   2 9 Q   D X 4"))
    #expect(state.shows("microsoft.com/devicelogin"))
    #expect(state.shows("good for 15:00"))
    let later = Now(instant: Instant(sinceStart: .seconds(28)), wall: AppState.morning.wall)
    _ = update(&state, .clock(later))
    #expect(state.shows("good for 14:32"))
    #expect(state.nextChange(after: later) == later.instant.advanced(by: .seconds(1)))
  }

  @Test func escapeCancelsAndKeepsTheAccountTyped() {
    var state = Self.waiting()
    #expect(state.press("Escape") == [.session(.cancelSignIn)])
    var start = StartState()
    start.account.insert("mei")
    #expect(state.page == .start(start))
    #expect(state.shows("Cancelled; nothing was stored."))
    #expect(!state.shows("H 7 K"))
  }

  @Test func rAsksForAnotherCode() {
    var state = Self.waiting()
    #expect(state.press("r") == [.session(.newCode)])
    #expect(!state.shows("H 7 K"))
  }

  @Test func aRefusalErasesTheCodeAndSaysWhoCanHelp() {
    var state = Self.waiting()
    _ = update(&state, .session(.refused(SignInRefusal(.policyBlock, number: 53003, reference: "abc-1"))))
    #expect(!state.shows("H 7 K"))
    #expect(state.shows("A rule of your company does not allow this way to sign in."))
    #expect(state.shows("AADSTS53003  abc-1"))
    #expect(state.press("r") == [.session(.signIn(hint: "mei@contoso.example"))])
  }

  @Test(arguments: SignInPageTests.kinds) func everyRefusalHasItsWordsAndANextStep(_ kind: SignInRefusal.Kind) {
    var state = Self.waiting()
    _ = update(&state, .session(.refused(SignInRefusal(kind, number: 1, reference: "r", host: "login.example"))))
    let words = state.rows[6..<20].joined(separator: " ")
    #expect(!words.contains("refusal.") && !words.contains("next.") && !words.contains("{"))
    #expect(words.contains("Who can help: "))
    #expect(words.contains("For IT: AADSTS1  r"))
  }

  static let kinds: [SignInRefusal.Kind] = [
    .declined, .codeExpired, .codeUnknown, .accountUnknown, .passwordWrong, .passwordMissing, .accountLocked,
    .passwordExpired,
    .accountDisabled, .outsideHours, .mfaEnrolment, .mfaNeeded, .deviceProofNeeded, .deviceNotAllowed, .policyBlock,
    .riskBlock,
    .notAssigned, .notOnStaffList(here: "012"), .worksElsewhere(store: "027", here: "012"), .consentNeeded,
    .adminConsentNeeded, .consentDeclined, .appUnknown, .appNotPublic,
    .appMisconfigured, .tenantUnknown, .tenantUnclear, .scopeInvalid, .sessionExpired, .sessionRevoked,
    .signInFrequency,
    .loopDetected, .answerSpent, .wrongPerson, .wrongTenant, .identityNotProven, .nameNotResolved, .offline,
    .notTrusted, .timedOut,
    .proxyFailed, .captivePortal, .answerUnreadable, .answerTooLarge, .redirected, .throttled(until: .start),
    .providerDown, .unknown,
  ]

  @Test func anUnreachableProviderSaysWhenItIsAskedAgain() {
    var state = Self.waiting()
    let next = AppState.morning.instant.advanced(by: .seconds(10))
    _ = update(&state, .session(.providerUnreachable(SignInRefusal(.offline, host: "login.example"), nextTry: next)))
    #expect(state.shows("login.example cannot be reached"))
    #expect(state.shows("H 7 K"))
    _ = update(&state, .session(.providerReachable))
    #expect(!state.shows("cannot be reached"))
  }
}
