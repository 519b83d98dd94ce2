import CloudWire
import HTTPTypes
import StoreModel
import Testing

@testable import PracticeCloud

/// A hierarchy file that is checked while the cloud goes on answering.
@Suite struct UploadStateTests {
  /// Asks until the upload is decided.
  func decided(_ stand: HeadquartersStand) async throws -> JSON {
    while true {
      let answer = try await stand.look("hierarchies")
      guard let upload = answer["upload"], ["Starting", "Validating"].contains(upload.text("status")) else {
        return answer
      }
      await Task.yield()
    }
  }

  func upload(_ csv: String) -> JSON {
    ["action": "upload", "csv": .string(csv), "file": "chain.csv", "wait": false]
  }

  @Test func anUploadStartsIsValidatedAndSucceeds() async throws {
    let stand = try HeadquartersStand()
    let csv = try await stand.look("hierarchy?name=Retail%20Stores%20by%20Region").text("csv")
    let first = try await stand.done("hierarchies", upload(csv))
    #expect(first["upload"]?.text("status") == "Starting")
    let last = try await decided(stand)
    #expect(last["upload"]?.text("status") == "Successful")
    #expect(last["upload"]?.text("id") == first["upload"]?.text("id"))
    #expect(last["upload"]?.text("fileName") == "chain.csv")
    #expect(last["upload"]?["rows"] == nil)
    #expect(last["inForce"]?["nodes"]?.int == 4)
  }

  @Test func aFaultyOneLeavesTheHierarchyInForceAndNamesEverything() async throws {
    let stand = try HeadquartersStand()
    let before = try await stand.look("hierarchies")["inForce"]
    try await stand.done("hierarchies", upload("DisplayName,ParentName,TeamId\nA,B,nope\nC,,\n"))
    let last = try await decided(stand)
    #expect(last["upload"]?.text("status") == "Failed")
    #expect(
      last["upload"]?["errorDetails"]?.array?.map { $0.text("where") } == [
        "row 2, ParentName", "row 2, TeamId", "row 3, TeamId",
      ])
    #expect(last["inForce"] == before)
  }

  @Test func oneAtATimeAndAWorldThatWasPutBackGetsNothing() async throws {
    let stand = try HeadquartersStand()
    let rows = (0..<3_000).map { "Node \($0),Chain,00000000-1111-4222-8333-\(444_444_440_000 + $0)" }
    let csv =
      "DisplayName,ParentName,TeamId\nChain,,ffffffff-1111-4222-8333-444444444444\n" + rows.joined(separator: "\n")
    await stand.cloud.hold(upload: "first.csv")
    #expect(try await stand.problems("hierarchies", upload(csv)) == ["upload: first.csv is still being checked."])
    _ = try await stand.cloud.send(CloudRequest(.post, "\(stand.base)/practice/v1/reset", body: Array("{}".utf8)))
    try await stand.done("hierarchies", upload(csv))
    _ = try await stand.cloud.send(CloudRequest(.post, "\(stand.base)/practice/v1/reset", body: Array("{}".utf8)))
    #expect(try await stand.look("hierarchies")["upload"] == nil)
  }

  @Test func rowsAreCountedWhileTheyAreRead() {
    let rows = (0..<250).map { "Node \($0),,00000000-1111-4222-8333-\(444_444_440_000 + $0)" }
    var heard: [[Int]] = []
    let text = "DisplayName,ParentName,TeamId\n" + rows.joined(separator: "\n")
    let file = TargetingFile(Array(text.utf8)) { heard.append([$0, $1]) }
    #expect(file.problems == [])
    #expect(heard == [[0, 250], [100, 250], [200, 250], [250, 250]])
  }

  /// As many nodes as Teams takes, and the questions publishing asks of them.
  @Test func theLargestFileTeamsTakes() throws {
    let regions = (0..<100).map { "Region \($0),Chain," }
    let stores = (0..<14_899).map { "Store \($0),Region \($0 % 100),00000000-1111-4222-8333-\(444_444_400_000 + $0)" }
    let text =
      "DisplayName,ParentName,TeamId\nChain,,ffffffff-1111-4222-8333-444444444444\n"
      + (regions + stores).joined(separator: "\n")
    let file = TargetingFile(Array(text.utf8))
    #expect(file.problems == [])
    let hierarchy = try #require(file.hierarchy)
    #expect(hierarchy.nodes.count == 15_000 && hierarchy.leaves.count == 14_899)
    #expect(hierarchy.names(below: ["Region 7"]).count == 149)
    #expect(hierarchy.names(below: ["Chain"]).count == 14_999)
  }
}

extension PracticeCloud {
  /// An upload that is never decided.
  func hold(upload file: String) {
    world.headquarters.lastUpload = HierarchyUpload(
      id: "1", status: .validating, file: file, by: "", when: Timestamp(seconds: 0), problems: [])
  }
}
