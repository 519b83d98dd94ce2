import CloudWire
import HTTPTypes
import StoreModel
import Testing

@testable import PracticeCloud

/// A practice cloud of `contoso-retail` on a manual clock, and the calls a client makes of it.
struct PracticeStand {
  let clock = ManualClock()
  let cloud: PracticeCloud
  let facts: ReadyFacts
  let base = "https://practice.example"
  static let scopes = "User.Read Tasks.ReadWrite openid profile offline_access"

  init(seed: UInt64 = 7, keepsTokens: Bool = true) async throws {
    let scenario = try Scenario.load(named: "contoso-retail")
    cloud = PracticeCloud(scenario: scenario, clock: clock, seed: seed, base: base, keepsTokens: keepsTokens)
    facts = await cloud.readyFacts
  }

  var worker: ReadyFacts.User {
    get throws { try #require(facts.users.first { $0.role == "worker" }) }
  }

  func get(_ path: String, headers: HTTPFields = [:]) async throws -> CloudResponse {
    try await cloud.send(CloudRequest(.get, base + path, headers: headers))
  }

  func post(_ path: String, _ form: [(name: String, value: String)], headers: HTTPFields = [:]) async throws
    -> CloudResponse
  {
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    return try await cloud.send(CloudRequest(.post, base + path, headers: headers, body: PercentCoding.form(form)))
  }

  func control(_ call: String, _ body: JSON) async throws -> CloudResponse {
    try await cloud.send(CloudRequest(.post, "\(base)/practice/v1/\(call)", body: body.bytes))
  }

  /// A new device code.
  func deviceCode(scope: String = scopes) async throws -> JSON {
    let response = try await post(
      "/\(facts.tenantID)/oauth2/v2.0/devicecode", [("client_id", facts.clientID), ("scope", scope)])
    #expect(response.status == .ok)
    return try response.json
  }

  /// One poll.
  func poll(_ code: JSON, headers: HTTPFields = [:]) async throws -> CloudResponse {
    try await post(
      "/\(facts.tenantID)/oauth2/v2.0/token",
      [
        ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("client_id", facts.clientID),
        ("device_code", code["device_code"]?.string ?? ""), ("client_info", "1"),
      ], headers: headers)
  }

  func refresh(_ token: String, scope: String = scopes, more: [(name: String, value: String)] = []) async throws
    -> CloudResponse
  {
    try await post(
      "/\(facts.tenantID)/oauth2/v2.0/token",
      [
        ("grant_type", "refresh_token"), ("client_id", facts.clientID), ("refresh_token", token), ("scope", scope),
      ] + more)
  }

  /// Tokens of somebody, approved without the phone.
  func tokens(of user: ReadyFacts.User, scope: String = scopes) async throws -> JSON {
    let code = try await deviceCode(scope: scope)
    try await cloud.approve(userCode: code["user_code"]?.string ?? "", as: user.username)
    let response = try await poll(code)
    #expect(response.status == .ok)
    return try response.json
  }

  func graph(_ path: String, token: String?) async throws -> CloudResponse {
    try await get("/v1.0" + path, headers: token.map { [.authorization: "Bearer \($0)"] } ?? [:])
  }
}

extension CloudResponse {
  var json: JSON { get throws { try JSON.parse(body) } }
  var text: String { String(decoding: body, as: UTF8.self) }
}

extension JSON {
  func text(_ name: String) -> String { self[name]?.string ?? "" }
}
