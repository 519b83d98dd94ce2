import CloudNetwork
import CloudWire
import HTTPTypes
import Testing

@Suite struct ExchangeTests {
  @Test func addsWhatEveryRequestCarries() async throws {
    let server = try await ScriptedServer(.echo)
    let transport = try NetworkTransport(server.settings)
    let first = try await transport.send(CloudRequest(.get, server.url("/v1.0/me?$select=id")))
    let second = try await transport.send(CloudRequest(.get, server.url()))
    let head = String(decoding: first.body, as: UTF8.self)
    #expect(first.status == .ok)
    #expect(head.hasPrefix("GET /v1.0/me?$select=id HTTP/1.1\r\n"))
    #expect(head.contains("User-Agent: Tillside/test\r\n"))
    #expect(head.contains("Accept: application/json\r\n"))
    #expect(head.contains("Accept-Encoding: gzip\r\n"))
    let id = try #require(Self.requestID(first.body))
    #expect(id.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
    #expect(Self.requestID(second.body) != id)
    await transport.closeConnections()
    try await server.stop()
  }

  @Test func leavesTheCallersHeadersAlone() async throws {
    let server = try await ScriptedServer(.echo)
    let transport = try NetworkTransport(server.settings)
    var request = CloudRequest(.get, server.url(), headers: [.accept: "text/html"])
    request.headers[try #require(HTTPField.Name("client-request-id"))] = "mine"
    let response = try await transport.send(request)
    let head = String(decoding: response.body, as: UTF8.self)
    #expect(head.contains("Accept: text/html\r\n"))
    #expect(!head.contains("application/json"))
    #expect(Self.requestID(response.body) == "mine")
    await transport.closeConnections()
    try await server.stop()
  }

  @Test func worksAgainAfterItsConnectionsWereClosed() async throws {
    let server = try await ScriptedServer(.echo)
    let transport = try NetworkTransport(server.settings)
    _ = try await transport.send(CloudRequest(.get, server.url()))
    await transport.closeConnections()
    let response = try await transport.send(CloudRequest(.get, server.url()))
    #expect(response.status == .ok)
    await transport.closeConnections()
    try await server.stop()
  }

  private static func requestID(_ body: [UInt8]) -> String? {
    String(decoding: body, as: UTF8.self).split(separator: "\r\n").first { $0.hasPrefix("client-request-id: ") }
      .map { String($0.dropFirst("client-request-id: ".count)) }
  }
}
