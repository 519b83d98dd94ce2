import CloudWire
import MicrosoftCloud
import SessionCore
import Testing

@Suite struct SignInPageAddressTests {
  @Test func theAddressCarriesWhatTheStandardsAskFor() async throws {
    let fixture = try BrowserFixture()
    let (grant, items) = try await fixture.open(hint: "first+1@contoso.example")
    #expect(grant.address.hasPrefix("\(EntraFixture.base)/oauth2/v2.0/authorize?"))
    #expect(!grant.address.contains("+"))
    #expect(grant.shortAddress == "http://localhost:41813/")
    #expect(items["client_id"] == TokenMint.client)
    #expect(items["response_type"] == "code" && items["response_mode"] == "query")
    #expect(items["redirect_uri"] == "http://localhost:41813")
    #expect(items["scope"] == EntraSettings.leastScopes.joined(separator: " "))
    #expect(items["code_challenge_method"] == "S256")
    #expect(items["code_challenge"]?.count == 43)
    #expect(items["state"]?.count == 22 && items["nonce"]?.count == 22)
    #expect(items["prompt"] == "login")
    #expect(items["login_hint"] == "first+1@contoso.example")
    #expect(items["claims"] == nil)
  }

  @Test func everyPageHasMarksOfItsOwn() async throws {
    let fixture = try BrowserFixture()
    var seen: Set<String> = []
    for _ in 0..<50 {
      let (_, items) = try await fixture.open()
      #expect(items["login_hint"] == nil)
      for name in ["state", "nonce", "code_challenge"] { seen.insert(items[name] ?? "") }
    }
    #expect(seen.count == 150)
  }

  @Test func capabilitiesAndAClaimsChallengeGoAlong() async throws {
    let fixture = try BrowserFixture(capabilities: ["cp1"])
    let (_, items) = try await fixture.open(claims: #"{"access_token":{"nbf":{"essential":true,"value":"1"}}}"#)
    let claims = try JSON.parse(Array((items["claims"] ?? "").utf8))
    #expect(claims["access_token"]?["xms_cc"]?["values"] == ["cp1"])
    #expect(claims["access_token"]?["nbf"]?["value"] == "1")
  }

  @Test func withoutADoorTheAddressIsPasted() async throws {
    let fixture = try BrowserFixture(hasDoor: false)
    let (grant, items) = try await fixture.open()
    #expect(grant.shortAddress == nil)
    #expect(items["redirect_uri"] == "http://localhost")
  }

  @Test func aProviderWithoutASignInPageIsRefused() async throws {
    let fixture = try BrowserFixture()
    var document = EntraFixture.document
    document["authorization_endpoint"] = nil
    fixture.transport.answer("/openid-configuration", .json(.object(document)))
    let refusal = SignInRefusal(.answerUnreadable, host: "login.example")
    await #expect(throws: refusal) { _ = try await fixture.client.beginBrowser(hint: nil) }
  }
}
