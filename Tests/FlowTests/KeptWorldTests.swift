import CloudNetwork
import CloudWire
import Foundation
import HTTPTypes
import PracticeCloud
import Testing
import TillsideTesting

/// `tillside-cloud serve --state`: the world outlives its server, killed or stopped, and trouble with the file is one line.
@Suite struct KeptWorldTests {
  let world: ScrubbedWorld
  var state: String { world.home + "/world.state" }

  init() throws { world = try ScrubbedWorld() }

  func tell(_ cloud: ServedCloud, _ call: String, _ body: JSON) async throws {
    let wire = try Wire(cloud.ready)
    let request = CloudRequest(.post, cloud.ready.control + "/" + call, body: body.bytes)
    #expect(try await wire.transport.send(request).status.kind == .successful)
    await wire.transport.closeConnections()
  }

  func stores(_ cloud: ServedCloud) async throws -> [String] {
    let wire = try Wire(cloud.ready)
    let stores = try await wire.json(.get, cloud.ready.control + "/hq/stores").array ?? []
    await wire.transport.closeConnections()
    return stores.map { "\($0["number"]?.string ?? "") \($0["team"]?.string ?? "-")" }
  }

  @Test func aKilledServersWorldGoesOn() async throws {
    let first = try ServedCloud(arguments: ["--state", state, "--scenario", "faq-1-owners", "--seed", "5"])
    let before = first.ready
    let trusted = try Data(contentsOf: URL(filePath: before.ca))
    try await tell(first, "hq/provision", [:])
    first.kill()
    let second = try ServedCloud(arguments: ["--state", state])
    #expect(second.ready.facts == before.facts)
    #expect(try Data(contentsOf: URL(filePath: second.ready.ca)) == trusted, "terminals go on trusting it")
    #expect(try await stores(second).last == "041 Contoso 041 Saltmere")
    #expect(second.stop() == 0)
  }

  @Test(arguments: [
    ("--state STATE/none/world", 78, "cannot be written: "),
    ("--state BROKEN", 65, "line 1: is no state of a practice cloud"),
    ("--state STATE --scenario hostile-text", 64, "holds a world with --scenario contoso-retail, not hostile-text"),
    ("--scenario BROKEN.json", 65, "line 2, column 2: chain has to be a text"),
    ("--scenario ./nowhere.json", 65, "cannot be read"), ("--scenario nowhere", 64, "There is no scenario nowhere"),
  ])
  func troubleIsOneLine(_ flags: String, _ code: Int32, _ words: String) throws {
    try world.put("nonsense", at: "broken")
    try world.put(
      "{\"format\": 1,\n \"chain\": 7, \"tenant\": {\"name\": \"T\", \"domain\": \"t\"}}", at: "broken.json")
    try ServedCloud(arguments: ["--state", state]).stop()
    let paths = flags.replacing("STATE", with: state).replacing("BROKEN", with: world.home + "/broken")
    let run = try ProgramRun("serve --ready-file '\(world.home)/other.json' \(paths)", of: "tillside-cloud", in: world)
    #expect(run.code == code)
    #expect(run.lines.count == 1)
    #expect(run.output.hasPrefix("tillside-cloud: ") && run.output.contains(words), "\(run.output)")
  }

  @Test func aPortInUseIsOneLine() throws {
    let cloud = try ServedCloud(arguments: ["--state", state])
    let port = cloud.ready.authority.split(separator: ":").last.map(String.init) ?? ""
    let files = "--ready-file '\(world.home)/other.json'"
    let inUse = try ProgramRun("serve --port \(port) \(files)", of: "tillside-cloud", in: world)
    #expect(inUse.code == 69)
    #expect(inUse.lines == ["tillside-cloud: The port is in use. Choose another with --port, or 0 for any free one."])
    let held = try ProgramRun("serve --state '\(state)' \(files)", of: "tillside-cloud", in: world)
    #expect(held.code == 75)
    #expect(held.lines.count == 1 && held.output.contains("Another practice cloud keeps its world"))
    #expect(cloud.stop() == 0)
  }
}
