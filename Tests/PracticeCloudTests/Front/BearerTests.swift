import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct BearerTests {
  @Test func goodTokenAndTheHeadersOfEveryAnswer() async throws {
    let stand = try await PracticeStand()
    let token = try await stand.tokens(of: stand.worker).text("access_token")
    let mine = "0d6f3c2a-1111-4222-8333-444455556666"
    let response = try await stand.get(
      "/v1.0/me", headers: [.authorization: "Bearer \(token)", .clientRequestID: mine])
    #expect(response.status == .ok)
    #expect(response.headers[.requestID]?.count == 36)
    #expect(response.headers[.clientRequestID] == mine)
    #expect(response.headers[.odataVersion] == "4.0")
    #expect(response.headers[.date] == "Mon, 23 Nov 2026 08:30:00 GMT")
    #expect(response.headers[.contentType]?.hasPrefix("application/json;odata.metadata=minimal") == true)
  }

  @Test(arguments: [nil, "made up"])
  func noGoodToken(token: String?) async throws {
    let stand = try await PracticeStand()
    let response = try await stand.graph("/me", token: token)
    let error = try #require(try response.json["error"])
    #expect(response.status == .unauthorized)
    #expect(error.text("code") == "InvalidAuthenticationToken")
    #expect(error["innerError"]?.text("date") == "2026-11-23T08:30:00")
    #expect(error["innerError"]?.text("request-id") == response.headers[.requestID])
    #expect(response.headers[.clientRequestID] == response.headers[.requestID])
    #expect(
      response.headers[.wwwAuthenticate]
        == "Bearer realm=\"\", authorization_uri=\"\(stand.base)/common/oauth2/authorize\", "
        + "client_id=\"00000003-0000-0000-c000-000000000000\"")
  }

  @Test func expiredToken() async throws {
    let stand = try await PracticeStand()
    let token = try await stand.tokens(of: stand.worker).text("access_token")
    stand.clock.advance(5400)
    let response = try await stand.graph("/me", token: token)
    #expect(response.status == .unauthorized)
    #expect(try response.json["error"]?.text("message").hasPrefix("Lifetime validation failed") == true)
    #expect(response.headers[.wwwAuthenticate]?.contains("claims=") == false)
  }

  @Test func revokedTokenEarnsAChallengeWhereTheClientUnderstandsOne() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let plain = try await stand.tokens(of: user)
    let capable = try await stand.refresh(
      plain.text("refresh_token"), more: [("claims", #"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#)]
    ).json
    try await stand.cloud.change(.revoke, of: user.username)
    let first = try await stand.graph("/me", token: plain.text("access_token"))
    #expect(first.status == .unauthorized)
    #expect(first.headers[.wwwAuthenticate]?.contains("claims=") == false)
    let second = try await stand.graph("/me", token: capable.text("access_token"))
    #expect(second.status == .unauthorized)
    #expect(second.headers[.wwwAuthenticate]?.contains("error=\"insufficient_claims\", claims=\"eyJ") == true)
  }
}
