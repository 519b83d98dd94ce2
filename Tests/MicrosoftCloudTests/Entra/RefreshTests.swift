import CloudWire
import MicrosoftCloud
import SessionCore
import StoreModel
import Testing

@Suite struct RefreshTests {
  @Test func newTokensComeForTheRefreshToken() async throws {
    let fixture = try EntraFixture()
    guard case .tokens(access: "access-1", hasRefresh: true, expiry: _, let person?) = await fixture.refresh() else {
      Issue.record("not renewed")
      return
    }
    #expect(person.id.object == TokenMint.object)
    let body = fixture.transport.bodies("/token").first ?? ""
    #expect(body.hasPrefix("grant_type=refresh_token&client_id=\(TokenMint.client)&scope=User.Read+"))
    #expect(body.hasSuffix("&refresh_token=refresh-0"))
  }

  @Test func aRevokedTokenNeedsASignIn() async throws {
    let fixture = try EntraFixture()
    fixture.transport.answer("/token", .fault("invalid_grant", number: 50173, suberror: "bad_token"))
    #expect(await fixture.refresh() == .refused(SignInRefusal(.sessionRevoked, number: 50173, reference: "corr-1")))
    fixture.transport.answer("/token", .fault("invalid_grant"))
    #expect(await fixture.refresh() == .refused(SignInRefusal(.sessionExpired, reference: "corr-1")))
  }

  @Test func aProviderThatDoesNotAnswerIsAskedAgainLater() async throws {
    let fixture = try EntraFixture()
    fixture.transport.answer("/token", .failure(.unreachable(host: "login.example")))
    #expect(await fixture.refresh() == .unreachable(SignInRefusal(.offline, host: "login.example")))
  }

  @Test func aClaimsChallengeIsPassedOnWithOurCapabilities() async throws {
    let fixture = try EntraFixture(capabilities: ["cp1"])
    _ = await fixture.refresh(claims: #"{"access_token":{"nbf":{"essential":true,"value":"1"}}}"#)
    let body = fixture.transport.bodies("/token").first ?? ""
    #expect(body.contains("%22nbf%22%3A%7B%22essential%22%3Atrue"))
    #expect(body.contains("%22xms_cc%22%3A%7B%22values%22%3A%5B%22cp1%22%5D%7D"))
  }
}
