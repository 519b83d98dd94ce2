import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

/// The list a trainer has published to a worker from the terminal, and the orders that need no file.
@Suite struct PracticeListTests {
  @Test func theWorkersStoreGetsItAssignedToThem() async throws {
    let stand = try HeadquartersStand()
    for number in 1...2 {
      let answer = try await stand.done("publish", ["action": "practice", "username": "mei"])
      #expect(answer.text("list") == "Practice list \(number)" && answer.text("state") == "published")
      #expect(answer["deliveries"]?.array?.map { $0.text("store") } == ["012"])
    }
    let world = await stand.cloud.world
    let mei = try #require(world.person("mei@contoso-retail.example")).id
    let copies = world.planner.tasks(assignedTo: mei).filter { $0.title == "Build the end display" }
    #expect(copies.count == 2 && copies.allSatisfy { $0.isPublished && $0.gates == [.checklist] })
    let report = try await stand.look("reports?by=list")
    #expect(
      report.array?.map { "\($0.text("list")) \($0["assigned"]?.int ?? 0)/\($0["total"]?.int ?? 0)" } == [
        "Practice list 1 3/3", "Practice list 2 3/3",
      ])
  }

  @Test func whereNothingCanBePublishedNothingIsLeftBehind() async throws {
    let stand = try HeadquartersStand("faq-2-communications-manager")
    #expect(
      try await stand.problems("publish", ["action": "practice", "username": "mei"])
        == ["username: Nobody has the Retail task manager role."])
    let teamless = try HeadquartersStand()
    #expect(
      try await teamless.problems("publish", ["action": "practice", "username": "ife"])
        == ["username: The store of Ife Adeyemi has no team in the targeting hierarchy."])
    #expect(await teamless.cloud.world.headquarters.publications.isEmpty)
  }

  @Test func aHierarchyIsUploadedByItsName() async throws {
    let stand = try HeadquartersStand("faq-3-hierarchy")
    let upload: JSON = ["action": "upload", "from": "Retail Stores by Region"]
    #expect(try await stand.tell("hierarchies", upload).status == .conflict)
    try await stand.done(
      "hierarchies", ["action": "assign", "name": "Retail Stores by Region", "purpose": "retail-reporting"])
    #expect(try await stand.done("hierarchies", upload)["inForce"]?["nodes"]?.int == 4)
  }

  @Test func aTeamIsLinkedByItsName() async throws {
    let stand = try HeadquartersStand("faq-5-link-teams")
    try await stand.done("link-teams", ["store": "027", "team": "contoso 027 lindholm quay"])
    #expect(try await stand.store("027").text("team") == "Contoso 027 Lindholm Quay")
    #expect(
      try await stand.problems("link-teams", ["store": "041", "team": "Nobody's"])
        == ["row 2, TEAMID: Nobody's is no team id."])
  }
}
