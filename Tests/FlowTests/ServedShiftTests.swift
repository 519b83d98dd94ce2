import CloudWire
import HTTPTypes
import PracticeCloud
import Rehearsal
import Testing
import TillsideTesting

/// The shipped shift over real HTTPS, in memory and on a real pty, and what it left in the cloud.
@Suite("The shift over HTTPS") struct ServedShiftTests {
  @Test("leaves its work in Graph, each change sent exactly once", arguments: [AppHarness.Mode.headless, .pty])
  func shift(_ mode: AppHarness.Mode) async throws {
    let server = try ServedCloud()
    defer { server.stop() }
    let cloud = try AppHarness.Served(server)
    let tape = try #require(ShippedTape.all(in: ShippedTapeTests.folder).first { $0.name == "shift" })
    try await tape.play(mode, on: cloud)

    let wire = try Wire(server.ready)
    let log = try #require(try await wire.json(.get, server.ready.control + "/log").array)
    let writes = log.filter { entry in
      let path = entry["path"]?.string ?? ""
      return entry["method"]?.string != "GET" && path.hasPrefix("/v1.0/") && path != "/v1.0/$batch"
    }
    #expect(writes.count == 1)
    #expect(writes.first?["method"]?.string == "PATCH")
    #expect(writes.first?["status"]?.int == 204 || writes.first?["status"]?.int == 200)
    #expect(writes.first?["username"]?.string?.hasPrefix("mei@") == true)
    #expect(log.allSatisfy { ($0["status"]?.int ?? 0) < 500 })

    try await cloud.practice.end()
    let authority = server.ready.authority + "/" + server.ready.facts.tenantID
    wire.token = try await wire.signIn(server.ready, tokenEndpoint: authority + "/oauth2/v2.0/token", as: "mei")
    let tasks = try #require(try await wire.json(.get, server.ready.graph + "/me/planner/tasks")["value"]?.array)
    let done = tasks.first { $0["title"]?.string == "Check cold-store temperature" }
    #expect(done?["percentComplete"]?.int == 100)
    #expect(writes.first?["path"]?.string == done?["id"]?.string.map { "/v1.0/planner/tasks/" + $0 })
    #expect(tasks.contains { $0["title"]?.string == "Rotate the milk shelf" })
  }
}
