import CloudNetwork
import CloudWire
import HTTPTypes
import PracticeCloud
import Testing

/// Raw requests to a served cloud.
final class Wire {
  let transport: NetworkTransport
  var token: String?

  init(_ ready: ReadyFile) throws {
    transport = try NetworkTransport(NetworkSettings(userAgent: "Tillside/test", extraAuthority: ready.ca))
  }

  func send(_ request: CloudRequest) async throws -> CloudResponse {
    var request = request
    if let token { request.headers[.authorization] = "Bearer " + token }
    return try await transport.send(request)
  }

  func json(_ method: HTTPRequest.Method, _ url: String) async throws -> JSON {
    let response = try await send(CloudRequest(method, url))
    #expect(response.status == .ok)
    return try JSON.parse(response.body)
  }

  func form(_ url: String, _ body: String) async throws -> JSON {
    let response = try await send(
      CloudRequest(
        .post, url, headers: [.contentType: "application/x-www-form-urlencoded"], body: Array(body.utf8)))
    return try JSON.parse(response.body)
  }

  func patch(_ url: String, _ etag: String, _ body: JSON) async throws -> CloudResponse {
    try await send(
      CloudRequest(.patch, url, headers: [.contentType: "application/json", .ifMatch: etag], body: body.bytes))
  }

  /// Signs somebody in by device code and answers their access token.
  func signIn(_ ready: ReadyFile, tokenEndpoint: String, as username: String? = nil) async throws -> String {
    let worker = try #require(
      ready.facts.users.first { username == nil ? $0.role == "worker" : $0.username.hasPrefix((username ?? "") + "@") })
    let tenant = ready.authority + "/" + ready.facts.tenantID
    let code = try await form(
      tenant + "/oauth2/v2.0/devicecode",
      "client_id=\(ready.facts.clientID)&scope=openid%20profile%20offline_access%20User.Read%20Tasks.ReadWrite")
    let poll =
      "grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=\(ready.facts.clientID)&device_code="
      + (try #require(code["device_code"]?.string))
    let early = try await form(tokenEndpoint, poll)
    #expect(early["error"]?.string == "authorization_pending")
    let body: JSON = ["user_code": code["user_code"] ?? .null, "username": .string(worker.username)]
    let approved = try await send(
      CloudRequest(.post, ready.control + "/approve", headers: [.contentType: "application/json"], body: body.bytes))
    #expect(approved.status == .noContent)
    let answer = try await form(tokenEndpoint, poll)
    return try #require(answer["access_token"]?.string)
  }
}
