import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct PasswordGrantTests {
  private func grant(
    _ stand: PracticeStand, _ changes: [String: String?] = [:], tenant: String = "organizations"
  ) async throws -> CloudResponse {
    let user = try stand.worker
    var form: [String: String?] = [
      "grant_type": "password", "client_id": stand.facts.clientID, "scope": PracticeStand.scopes,
      "username": user.username, "password": user.password,
    ]
    form.merge(changes) { _, new in new }
    return try await stand.post(
      "/\(tenant)/oauth2/v2.0/token", form.compactMap { item in item.value.map { (name: item.key, value: $0) } })
  }

  @Test func rightPassword() async throws {
    let stand = try await PracticeStand()
    let body = try await grant(stand).json
    #expect(try await stand.graph("/me", token: body.text("access_token")).status == .ok)
    #expect(try await stand.refresh(body.text("refresh_token")).status == .ok)
  }

  @Test(
    arguments: [
      ("username", nil, "invalid_request", 900144, nil), ("password", nil, "invalid_request", 900144, nil),
      ("scope", nil, "invalid_request", 900144, nil), ("password", "guess", "invalid_grant", 50126, nil),
      ("username", "nobody@contoso-retail.example", "invalid_grant", 50034, "bad_token"),
    ] as [(String, String?, String, Int, String?)])
  func refusals(item: String, value: String?, error: String, number: Int, suberror: String?) async throws {
    let stand = try await PracticeStand()
    let response = try await grant(stand, [item: value])
    #expect(response.status == .badRequest)
    #expect(try response.json.text("error") == error)
    #expect(try response.json["error_codes"] == .array([.int(number)]))
    #expect(try response.json["suberror"]?.string == suberror)
  }

  @Test func commonIsNotForPasswords() async throws {
    let stand = try await PracticeStand()
    #expect(try await grant(stand, tenant: "common").json["error_codes"] == [9_001_023])
  }

  @Test(arguments: [
    (AccountChange.disable, 50057), (.expirePassword, 50055), (.block, 53003), (.requireMFA, 50076),
    (.requireConsent, 65001),
  ])
  func accounts(change: AccountChange, number: Int) async throws {
    let stand = try await PracticeStand()
    try await stand.cloud.change(change, of: stand.worker.username)
    #expect(try await grant(stand).json["error_codes"] == .array([.int(number)]))
  }

  @Test func tenGuessesLockTheAccount() async throws {
    let stand = try await PracticeStand()
    for _ in 0..<9 { #expect(try await grant(stand, ["password": "guess"]).json["error_codes"] == [50126]) }
    #expect(try await grant(stand, ["password": "guess"]).json["error_codes"] == [50053])
    #expect(try await grant(stand).json["error_codes"] == [50053])
  }
}
