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
    let token = try await wire.signIn(
      served.ready, tokenEndpoint: try #require(discovery["token_endpoint"]?.string))
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

    let second = try ProgramRun("serve --ready-file '\(served.readyPath)'", of: "tillside-cloud", in: ScrubbedWorld())
    #expect(second.code == 75)
    #expect(second.lines.count == 1)
    #expect(second.output.hasPrefix("tillside-cloud: A practice cloud is served already: \(served.readyPath)"))
    #expect(try ReadyFile.read(from: served.readyPath) == served.ready)

    await wire.transport.closeConnections()
    #expect(served.stop() == 0)
    #expect(throws: ReadyFileFault.missing(path: served.readyPath)) { try ReadyFile.read(from: served.readyPath) }
  }
}
