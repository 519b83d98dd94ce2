import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct PollingTests {
  @Test func pendingThenSlowDownThenFine() async throws {
    let stand = try await PracticeStand()
    let code = try await stand.deviceCode()
    func error() async throws -> String { try await stand.poll(code).json.text("error") }
    #expect(try await error() == "authorization_pending")
    stand.clock.advance(5)
    #expect(try await error() == "authorization_pending")
    stand.clock.advance(4)
    #expect(try await error() == "slow_down")
    stand.clock.advance(5)
    #expect(try await error() == "slow_down", "five seconds are too few after slow_down")
    stand.clock.advance(15)
    #expect(try await error() == "authorization_pending")
  }

  @Test func errorBodyIsEntras() async throws {
    let stand = try await PracticeStand()
    let code = try await stand.deviceCode()
    let mine = "5b3f4e1c-0000-4000-8000-00000000abcd"
    let response = try await stand.poll(code, headers: [.clientRequestID: mine])
    let body = try response.json
    #expect(response.status == .badRequest)
    #expect(body["error_codes"] == [70016])
    #expect(body.text("correlation_id") == mine)
    #expect(body.text("timestamp") == "2026-11-23 08:30:00Z")
    #expect(body.text("trace_id").count == 36)
    #expect(
      body.text("error_description").hasSuffix(
        "\r\nTrace ID: \(body.text("trace_id"))\r\nCorrelation ID: \(mine)\r\nTimestamp: 2026-11-23 08:30:00Z"))
    #expect(body.text("error_description").hasPrefix("AADSTS70016: "))
    #expect(response.headers[.cacheControl] == "no-store, no-cache")
    #expect(response.headers[.pragma] == "no-cache")
    #expect(response.headers[.expires] == "-1")
    #expect(response.headers[.clientTelemetry] == "1,70016,0,,")
    #expect(response.headers[.requestTrace] == body.text("trace_id"))
  }

  @Test func declined() async throws {
    let stand = try await PracticeStand()
    let code = try await stand.deviceCode()
    try await stand.cloud.decline(userCode: code.text("user_code"))
    #expect(try await stand.poll(code).json.text("error") == "authorization_declined")
  }

  @Test func expiresAfterFifteenMinutes() async throws {
    let stand = try await PracticeStand()
    let code = try await stand.deviceCode()
    stand.clock.advance(899)
    #expect(try await stand.poll(code).json.text("error") == "authorization_pending")
    stand.clock.advance(1)
    let body = try await stand.poll(code).json
    #expect(body.text("error") == "expired_token")
    #expect(body["error_codes"] == [70019])
  }

  @Test func aCodeIsGoodOnceOnly() async throws {
    let stand = try await PracticeStand()
    let code = try await stand.deviceCode()
    try await stand.cloud.approve(userCode: code.text("user_code"), as: "worker")
    #expect(try await stand.poll(code).status == .ok)
    #expect(try await stand.poll(code).json.text("error") == "bad_verification_code")
    #expect(try await stand.poll(["device_code": "made up"]).json.text("error") == "bad_verification_code")
  }

  @Test(arguments: [
    (AccountChange.disable, 50057, ""), (.lock, 50053, ""), (.block, 53003, "message_only"),
    (.expirePassword, 50055, "user_password_expired"), (.requireMFA, 50076, "basic_action"),
    (.requireConsent, 65001, "consent_required"),
    (.blockDeviceFlow, 530033, "message_only"),
  ])
  func accountsThatGetNoToken(change: AccountChange, number: Int, suberror: String) async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    try await stand.cloud.change(change, of: user.username)
    let code = try await stand.deviceCode()
    try await stand.cloud.approve(userCode: code.text("user_code"), as: user.username)
    let body = try await stand.poll(code).json
    #expect(body.text("error") == "invalid_grant")
    #expect(body["error_codes"] == .array([.int(number)]))
    #expect(body.text("suberror") == suberror)
    try await stand.cloud.change(.enable, of: user.username)
    #expect(try await stand.poll(code).status == .ok)
  }

  @Test func unknownGrantType() async throws {
    let stand = try await PracticeStand()
    let response = try await stand.post(
      "/common/oauth2/v2.0/token", [("grant_type", "magic"), ("client_id", stand.facts.clientID)])
    #expect(try response.json.text("error") == "unsupported_grant_type")
  }
}
