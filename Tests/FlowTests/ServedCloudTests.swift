import CloudNetwork
import CloudWire
import HTTPTypes
import PracticeCloud
import Testing
import TillsideTesting

/// The whole wire at once: a served cloud in its own process, HTTPS, device code, Graph, and a clean stop.
@Suite struct ServedCloudTests {
  @Test func deviceCodeThenTasksThenStop() async throws {
    let served = try ServedCloud()
    let wire = try Wire(served.ready)
    let discovery = try await wire.json(
      .get, "\(served.ready.authority)/organizations/v2.0/.well-known/openid-configuration")
    let token = try await signIn(wire, served.ready, tokenEndpoint: try #require(discovery["token_endpoint"]?.string))
    wire.token = token

    let tasks = try await wire.json(.get, served.ready.graph + "/me/planner/tasks")
    let open = try #require(tasks["value"]?.array?.first { $0["percentComplete"]?.int == 0 })
    let id = try #require(open["id"]?.string)
    let etag = try #require(open["@odata.etag"]?.string)
    let url = served.ready.graph + "/planner/tasks/" + id
    #expect(try await wire.patch(url, etag, ["percentComplete": 100]).status == .noContent)
    #expect(try await wire.json(.get, url)["percentComplete"]?.int == 100)
    let stale = try await wire.patch(url, etag, ["percentComplete": 50])
    #expect([409, 412].contains(stale.status.code))

    await wire.transport.closeConnections()
    #expect(served.stop() == 0)
    #expect(throws: ReadyFileFault.missing(path: served.readyPath)) { try ReadyFile.read(from: served.readyPath) }
  }

  private func signIn(_ wire: Wire, _ ready: ReadyFile, tokenEndpoint: String) async throws -> String {
    let worker = try #require(ready.facts.users.first { $0.role == "worker" })
    let tenant = ready.authority + "/" + ready.facts.tenantID
    let code = try await wire.form(
      tenant + "/oauth2/v2.0/devicecode",
      "client_id=\(ready.facts.clientID)&scope=openid%20profile%20offline_access%20User.Read%20Tasks.ReadWrite")
    let poll =
      "grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=\(ready.facts.clientID)&device_code="
      + (try #require(code["device_code"]?.string))
    let early = try await wire.form(tokenEndpoint, poll)
    #expect(early["error"]?.string == "authorization_pending")
    let body: JSON = ["user_code": code["user_code"] ?? .null, "username": .string(worker.username)]
    let approved = try await wire.send(
      CloudRequest(.post, ready.control + "/approve", headers: [.contentType: "application/json"], body: body.bytes))
    #expect(approved.status == .noContent)
    let answer = try await wire.form(tokenEndpoint, poll)
    return try #require(answer["access_token"]?.string)
  }
}

/// Raw requests to a served cloud.
private final class Wire {
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
}
