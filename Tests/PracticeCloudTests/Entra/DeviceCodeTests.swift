import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct DeviceCodeTests {
  @Test func answerHasEntrasFields() async throws {
    let stand = try await PracticeStand()
    let code = try await stand.deviceCode()
    #expect(code["expires_in"] == 900)
    #expect(code["interval"] == 5)
    #expect(code.text("verification_uri") == "\(stand.base)/devicelogin")
    #expect(code["verification_uri_complete"] == nil)
    #expect(code.text("user_code").count == 9)
    #expect(code.text("device_code").contains("TILLSIDEPRACTICE"))
    #expect(code.text("message").contains(code.text("user_code")))
  }

  @Test func userCodesRepeatBySeed() async throws {
    let one = try await PracticeStand(seed: 3).deviceCode()
    let two = try await PracticeStand(seed: 3).deviceCode()
    #expect(one.text("user_code") == two.text("user_code"))
    #expect(one.text("device_code") != two.text("device_code"))
  }

  @Test func appsThatAreNotSetUp() async throws {
    let stand = try await PracticeStand()
    let form = [(name: "client_id", value: stand.facts.clientID), (name: "scope", value: "User.Read")]
    func numbers() async throws -> JSON? {
      try await stand.post("/organizations/oauth2/v2.0/devicecode", form).json["error_codes"]
    }
    #expect(try await stand.control("app", ["registered": false]).status == .noContent)
    #expect(try await numbers() == [700016])
    #expect(try await stand.control("app", ["registered": true, "publicClient": false]).status == .noContent)
    #expect(try await numbers() == [7_000_218])
    #expect(try await stand.control("app", ["publicClient": true]).status == .noContent)
    #expect(try await numbers() == nil)
  }

  @Test(arguments: [
    ("client_id", "", "invalid_request", 900144),
    ("client_id", "11111111-1111-4111-8111-111111111111", "unauthorized_client", 700016),
    ("scope", "", "invalid_request", 900144), ("scope", "Files.Explode", "invalid_scope", 70011),
    ("scope", "https://elsewhere.example/.default", "invalid_resource", 500011),
    ("client_secret", "x", "invalid_client", 700025),
  ])
  func refusedRequests(field: String, value: String, error: String, number: Int) async throws {
    let stand = try await PracticeStand()
    var form = ["client_id": stand.facts.clientID, "scope": "User.Read"]
    form[field] = value
    let response = try await stand.post(
      "/organizations/oauth2/v2.0/devicecode", form.map { (name: $0.key, value: $0.value) })
    #expect(response.status == .badRequest)
    #expect(try response.json.text("error") == error)
    #expect(try response.json["error_codes"] == .array([.int(number)]))
  }
}
