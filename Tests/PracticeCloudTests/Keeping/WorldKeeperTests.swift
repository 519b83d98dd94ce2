import CloudWire
import Foundation
import HTTPTypes
import StoreModel
import Synchronization
import Testing

@testable import PracticeCloud

/// A world in a file: each change that was answered is there the next time, however the process ended.
@Suite struct WorldKeeperTests {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keeper-\(UUID().uuidString)").path
  var path: String { folder + "/world.state" }
  let clock = ManualClock()
  let base = "https://practice.example"

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  func keeper(_ wish: WorldKeeper.Wish = WorldKeeper.Wish()) throws(StateFault) -> WorldKeeper {
    try WorldKeeper(path: path, wish: wish, now: clock.now().wall) { fault in
      if let fault { Issue.record("not kept: \(fault)") }
    }
  }

  func cloud(_ keeper: WorldKeeper) -> PracticeCloud {
    PracticeCloud(keeper: keeper, clock: clock, base: base, keepsTokens: true)
  }

  @discardableResult
  func tell(_ cloud: PracticeCloud, _ call: String, _ body: JSON) async throws -> JSON? {
    let answer = try await cloud.send(CloudRequest(.post, "\(base)/practice/v1/\(call)", body: body.bytes))
    try #require(answer.status.kind == .successful, "\(answer.text)")
    return try? answer.json
  }

  /// Everything that is kept, so that two worlds can be compared.
  func all(_ world: World) -> [WorldRecord] {
    var touches = PlannerTouches()
    touches.plans = Set(world.planner.plans.keys)
    touches.buckets = Set(world.planner.buckets.keys)
    touches.tasks = Set(world.planner.tasks.keys)
    var record = world.parts
    record.planner = world.planner.record(of: touches)
    // Records leave out which tasks a plan has in which order: here it stands with the plans.
    record.planner?.plans = world.planner.planOrder.compactMap { world.planner.plans[$0] }
    return [record]
  }

  /// Headquarters, publishing, accounts, changes and deletions: a bit of everything.
  func work(_ cloud: PracticeCloud) async throws {
    try await tell(cloud, "hq/staff", ["action": "hire", "username": "olu", "name": "Olu", "store": "041"])
    try await tell(cloud, "hq/roles", ["action": "assign", "username": "olu", "role": "store-manager"])
    try await tell(cloud, "hq/provision", [:])
    try await tell(cloud, "hq/distribute", [:])
    try await tell(cloud, "hq/publish", ["action": "draft", "list": "Autumn", "username": "priya"])
    try await tell(
      cloud, "hq/publish", ["action": "add", "list": "Autumn", "title": "Window", "checklist": ["Out"]])
    try await tell(cloud, "hq/publish", ["action": "review", "list": "Autumn", "username": "priya"])
    try await tell(cloud, "hq/publish", ["action": "confirm", "list": "Autumn"])
    try await tell(cloud, "disable", ["username": "jonas"])
    try await tell(cloud, "app", ["publicClient": false])
    try await tell(
      cloud, "remote",
      ["username": "mei", "task": "Count the till float", "changes": ["percentComplete": 100, "note": "Done"]])
    try await tell(cloud, "remote", ["username": "mei", "task": "Collect the baskets", "changes": ["delete": true]])
  }

  @Test func aWorldGoesOnWhereItWas() async throws {
    let first = try keeper(.init(seed: 7))
    let before = cloud(first)
    try await work(before)
    first.close()
    let second = try keeper()
    let after = cloud(second)
    #expect(await all(after.world) == all(before.world))
    #expect(await after.readyFacts == before.readyFacts)
    // What is made now gets the ids it would have got.
    for cloud in [before, after] {
      try await tell(cloud, "hq/publish", ["action": "draft", "list": "More", "username": "priya"])
    }
    #expect(await after.world.headquarters.publications == before.world.headquarters.publications)
    second.close()
  }

  /// Its descriptors are somebody else's by then.
  @Test func aFileThatWasLetGoIsNotWrittenAnyMore() async throws {
    let first = try keeper()
    let before = cloud(first)
    try await work(before)
    first.close()
    first.close()
    let second = try keeper()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try await tell(before, "hq/publish", ["action": "draft", "list": "More", "username": "priya"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    second.close()
  }

  /// What a killed process leaves: whole lines, and perhaps half of one.
  @Test func everyStateAKilledProcessCanLeaveIsAWorldItHad() async throws {
    let first = try keeper()
    let cloud = cloud(first)
    var worlds = [await all(cloud.world)]
    for name in ["mei", "jonas", "leila"] {
      try await tell(cloud, "hq/staff", ["action": "unmap", "username": .string(name)])
      worlds.append(await all(cloud.world))
    }
    first.close()
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    let start = try #require(bytes.firstIndex(of: 0x0A).flatMap { bytes[($0 + 1)...].firstIndex(of: 0x0A) }) + 1
    for length in stride(from: start, through: bytes.count, by: 211) {
      try Data(bytes[..<length]).write(to: URL(fileURLWithPath: path))
      let keeper = try keeper()
      #expect(worlds.contains(all(keeper.opened)), "the first \(length) bytes")
      keeper.close()
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let last = try keeper()
    #expect(all(last.opened) == worlds.last)
    last.close()
  }

  @Test func aFileThatHasGrownIsWrittenAnewAndHoldsTheSame() async throws {
    let first = try keeper()
    let cloud = cloud(first)
    for number in 0..<40 {
      try await tell(
        cloud, "remote",
        [
          "username": "mei", "task": "Count the till float",
          "changes": ["note": .string(String(repeating: "n", count: 200_000) + String(number))],
        ])
    }
    first.close()
    let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
    #expect(size < 6_000_000)
    let second = try keeper()
    #expect(await all(second.opened) == all(cloud.world))
    second.close()
  }

  @Test func anUploadWhoseCheckDiedWithTheProcessHasFailed() async throws {
    let first = try keeper()
    let cloud = cloud(first)
    await cloud.hold(upload: "chain.csv")
    try await tell(cloud, "hq/staff", ["action": "unmap", "username": "mei"])
    first.close()
    let second = try keeper()
    #expect(second.opened.headquarters.lastUpload?.status == .failed)
    let upload = second.opened.hierarchiesJSON(rows: nil)["upload"]
    #expect(upload?["errorDetails"]?.array?.first?.text("what") == "The cloud stopped before the file was checked.")
    second.close()
  }

  @Test func aResetIsKeptToo() async throws {
    let first = try keeper()
    let cloud = cloud(first)
    try await work(cloud)
    try await tell(cloud, "reset", ["scenario": "faq-1-owners", "seed": 3])
    first.close()
    let second = try keeper()
    #expect(second.start.scenario == "faq-1-owners" && second.start.seed == 3)
    #expect(await all(second.opened) == all(cloud.world))
    second.close()
  }

  @Test func aFileIsForOneProcessAndOneWorld() throws {
    let first = try keeper(.init(scenario: try Scenario.load(named: "faq-1-owners"), seed: 3))
    #expect(throws: StateFault.inUse(path: path)) { try keeper() }
    first.close()
    let other = WorldKeeper.Wish(scenario: try Scenario.load(named: "hostile-text"))
    #expect(
      throws: StateFault.otherWorld(path: path, what: "--scenario", asked: "hostile-text", held: "faq-1-owners")
    ) { try keeper(other) }
    #expect(throws: StateFault.otherWorld(path: path, what: "--seed", asked: "4", held: "3")) {
      try keeper(.init(seed: 4))
    }
    try keeper(.init(seed: 3, extraTasks: 0)).close()
  }

  @Test(arguments: [
    ("nonsense", 1), ("{\"format\": 1}\n", 1), ("[]\n{}\n", 1),
  ])
  func aFileThatIsNoStateIsRefusedAndLeftAlone(_ text: String, _ line: Int) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: StateFault.damaged(path: path, line: line)) { try keeper() }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func aDamagedLineIsNamed() throws {
    try keeper().close()
    var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    lines.append("{\"people\": 7}")
    try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: StateFault.damaged(path: path, line: 3)) { try keeper() }
    try "{\"format\": 9}\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: StateFault.unknownFormat(path: path, found: 9)) { try keeper() }
  }

  @Test func whereNothingCanBeWrittenNothingBegins() {
    #expect(throws: StateFault.unwritable(path: folder + "/no/where", code: ENOENT)) {
      try WorldKeeper(path: folder + "/no/where", wish: .init(), now: clock.now().wall) { _ in }
    }
  }
}
