import CloudWire
import Crypto
import MicrosoftCloud
import SessionCore
import StoreModel
import Testing

@Suite struct RedemptionTests {
  @Test func theCodeIsExchangedWithItsVerifier() async throws {
    let fixture = try BrowserFixture(capabilities: ["cp1"])
    guard case .tokens(access: "access-1", hasRefresh: true, expiry: _, let person?) = try await fixture.redeem() else {
      Issue.record("no tokens")
      return
    }
    #expect(person.id == PersonID(tenant: TokenMint.tenant, object: TokenMint.object))
    let sent = QueryItems(fixture.transport.bodies("/token").first ?? "")
    #expect(sent["grant_type"] == "authorization_code" && sent["code"] == "code/1")
    #expect(sent["redirect_uri"] == "http://localhost:41813")
    #expect(sent["code_verifier"]?.utf8.count == 43)
    #expect(sent["claims"]?.contains("cp1") == true)
    #expect(sent["client_secret"] == nil)
  }

  @Test func theVerifierIsTheOneThePageWasToldOf() async throws {
    let fixture = try BrowserFixture()
    let (grant, items) = try await fixture.open()
    fixture.transport.answer("/token", .fault("invalid_grant"))
    fixture.receiver.bring("code=c&state=\(items["state"] ?? "")")
    _ = await fixture.told(grant.visit.redeem())
    let verifier = QueryItems(fixture.transport.bodies("/token").first ?? "")["code_verifier"] ?? ""
    #expect(TokenMint.encode(Array(SHA256.hash(data: Array(verifier.utf8)))) == items["code_challenge"])
  }

  @Test(arguments: [
    ("nonce", JSON.string("of another sign-in"), SignInRefusal.Kind.identityNotProven),
    ("nonce", .null, .identityNotProven), ("aud", "another-app", .identityNotProven),
    ("iss", "https://evil.example/v2.0", .identityNotProven), ("exp", 1_789_999_700, .identityNotProven),
    ("tid", "99999999-0b0a-4908-8706-050403020100", .wrongTenant),
  ])
  func anIDTokenThatProvesSomethingElseIsNotBelieved(claim: String, value: JSON, kind: SignInRefusal.Kind) async throws
  {
    let fixture = try BrowserFixture()
    #expect(try await fixture.redeem(idToken: { $0[claim] = value }).refusal?.kind == kind)
  }

  @Test func noIDTokenProvesNobody() async throws {
    let fixture = try BrowserFixture()
    #expect(try await fixture.redeem(tokens: { $0["id_token"] = nil }).refusal?.kind == .identityNotProven)
  }

  @Test(
    arguments: [
      ("error=access_denied&error_description=AADSTS65004%3A+declined", SignInRefusal.Kind.consentDeclined, 65004),
      ("error=access_denied", .declined, nil),
      ("error=access_denied&error_description=AADSTS53003%3A+blocked", .policyBlock, 53003),
      ("error=temporarily_unavailable", .providerDown, nil), ("error=something_new", .unknown, nil),
      ("code=c&iss=https%3A%2F%2Fevil.example%2Fv2.0", .identityNotProven, nil),
    ] as [(String, SignInRefusal.Kind, Int?)])
  func anAnswerThatSaysNoIsToldWithoutAskingForTokens(answer: String, kind: SignInRefusal.Kind, number: Int?)
    async throws
  {
    let fixture = try BrowserFixture()
    let refusal = try await fixture.redeem(answer: answer).refusal
    #expect(refusal?.kind == kind)
    #expect(refusal?.number == number)
    #expect(fixture.transport.bodies("/token").isEmpty)
  }

  @Test func theReferenceOfARefusalIsKept() async throws {
    let id = "12345678-0b0a-4908-8706-050403020100"
    let fixture = try BrowserFixture()
    let text =
      "error=access_denied&error_description=AADSTS50105%3A+no%0D%0ATrace+ID%3A+x%0D%0ACorrelation+ID%3A+\(id)%0D%0A"
    #expect(try await fixture.redeem(answer: text).refusal == SignInRefusal(.notAssigned, number: 50105, reference: id))
  }

  @Test(arguments: [54005, 501481, 700005]) func aSpentCodeBeginsAnew(number: Int) async throws {
    let fixture = try BrowserFixture()
    fixture.transport.answer("/token", .fault("invalid_grant", number: number))
    #expect(try await fixture.redeem() == .refused(SignInRefusal(.answerSpent, number: number, reference: "corr-1")))
  }

  @Test func troubleOnTheWayLeavesTheAnswerGood() async throws {
    let fixture = try BrowserFixture()
    fixture.transport.answer("/token", .failure(.unreachable(host: "h")))
    let (grant, items) = try await fixture.open()
    fixture.receiver.bring("code=c&state=\(items["state"] ?? "")")
    #expect(await fixture.told(grant.visit.redeem()) == .unreachable(SignInRefusal(.offline, host: "login.example")))
    let nonce = items["nonce"] ?? ""
    fixture.transport.answer("/token", .json(.object(try EntraFixture.tokens { $0["nonce"] = .string(nonce) })))
    #expect(await fixture.told(grant.visit.redeem()).refusal == nil)
    #expect(await fixture.told(grant.visit.redeem()).refusal?.kind == .answerSpent)
  }

  @Test func aPastedAddressCountsOnlyForThisSignIn() async throws {
    let fixture = try BrowserFixture(hasDoor: false)
    let (grant, items) = try await fixture.open()
    let state = items["state"] ?? ""
    for wrong in ["", "hello", grant.address, "http://localhost/?code=c&state=x", "http://localhost/?state=\(state)"] {
      #expect(await grant.visit.take(pasted: wrong) == false)
    }
    #expect(await grant.visit.take(pasted: " http://localhost/?code=c\n  %2F1&state=\(state)#x \n"))
    #expect(await grant.visit.take(pasted: "http://localhost/?code=d&state=\(state)") == false)
    fixture.transport.answer("/token", .fault("invalid_grant"))
    _ = await fixture.told(grant.visit.redeem())
    #expect(QueryItems(fixture.transport.bodies("/token").first ?? "")["code"] == "c/1")
  }

  @Test func aClosedVisitRemembersNothing() async throws {
    let fixture = try BrowserFixture()
    let (grant, items) = try await fixture.open()
    await grant.visit.close()
    #expect(fixture.receiver.isClosed)
    #expect(await grant.visit.take(pasted: "http://localhost/?code=c&state=\(items["state"] ?? "")") == false)
    #expect(await fixture.told(grant.visit.redeem()).refusal?.kind == .answerSpent)
    #expect(fixture.transport.bodies("/token").isEmpty)
  }
}
