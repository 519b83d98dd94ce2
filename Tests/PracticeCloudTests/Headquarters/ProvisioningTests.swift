import CloudWire
import HTTPTypes
import StoreModel
import Testing

@testable import PracticeCloud

@Suite struct ProvisioningTests {
  @Test func nothingIsProvisionedWithoutTheIntegration() async throws {
    let stand = try HeadquartersStand("faq-1-owners")
    try await stand.done("integration", ["on": false])
    #expect(try await stand.tell("provision", [:]).status == .conflict)
    try await stand.done("distribute", [:])
    #expect(await stand.cloud.world.profile(store: "012", register: "1")?.isIntegrationOn == false)
  }

  @Test func aMissingLicenceIsMadeGoodBySyncing() async throws {
    let stand = try HeadquartersStand("faq-1-owners")
    try await stand.done("licences", ["on": false])
    #expect(stand.outcome(try await stand.done("provision", [:]), "041") == "no-licence")
    #expect(try await stand.store("041")["team"]?.string == nil)
    try await stand.done("licences", ["on": true])
    #expect(stand.outcome(try await stand.done("sync", [:]), "041") == "created")
  }

  @Test func regionalManagersHaveToBeTaskManagersFirst() async throws {
    let stand = try HeadquartersStand()
    for name in ["ada", "bo"] {
      try await stand.done(
        "staff", ["action": "hire", "username": .string(name), "name": .string(name), "role": "regional-manager"])
    }
    let problems = try await stand.problems("provision", [:])
    #expect(problems.map { $0.prefix(9) } == ["ada@conto", "bo@contos"])
    for name in ["ada", "bo"] {
      try await stand.done(
        "roles", ["action": "assign", "username": .string(name), "role": "retail-task-manager"])
    }
    try await stand.done("provision", [:])
    let world = await stand.cloud.world
    #expect(world.teams.first { $0.id == world.headquarters.communicationsTeam }?.members.count == 3)
  }

  @Test func everyMistakeOfALinkFileIsNamedAndNothingIsLinked() async throws {
    let stand = try HeadquartersStand("faq-5-link-teams")
    let world = await stand.cloud.world
    let team = try #require(world.teams.first { $0.name == "Contoso 027 Lindholm Quay" }?.id)
    let other = try #require(world.stores.first?.teamID)
    let csv = """
      SOURCETYPE,SOURCEID,TEAMID
      RetailStore,027,\(team)
      Store,12,\(team)
      RetailStore,027,nonsense
      RetailStore,041,\(other)
      RetailStore,041
      RetailStore,041,00000000-0000-4000-8000-000000000000
      """
    #expect(
      try await stand.problems("link-teams", ["csv": .string(csv)]) == [
        "row 3, SOURCETYPE: Store is not RetailStore.",
        "row 3, SOURCEID: There is no store 12.",
        "row 3, TEAMID: The team \(team) is linked to another store.",
        "row 4, SOURCEID: Store 027 stands in an earlier row.",
        "row 4, TEAMID: nonsense is no team id.",
        "row 5, TEAMID: The team \(other) is linked to another store.",
        "row 6: The row has 2 cells.",
        "row 7, TEAMID: The tenant has no team 00000000-0000-4000-8000-000000000000.",
      ])
    #expect(try await stand.store("027")["team"]?.string == nil)
  }

  @Test func theExportedFileCanBeGivenBackAsItIs() async throws {
    let stand = try HeadquartersStand("faq-5-link-teams")
    let before = try await stand.look("stores")
    let csv = try await stand.look("link-teams").text("csv")
    #expect(csv.contains("RetailStore,041,\r\n"))
    let links = try await stand.done("link-teams", ["csv": .string(csv)])
    #expect(links.array?.map { $0.text("store") } == ["012"])
    #expect(try await stand.look("stores") == before)
  }

  @Test func aTerminalLearnsNothingBeforeTheDistribution() async throws {
    let stand = try HeadquartersStand()
    let before = await stand.cloud.world.profile(store: "012", register: "1")
    try await stand.done("staff", ["action": "unmap", "username": "jonas"])
    try await stand.done("roles", ["action": "assign", "username": "leila", "role": "allow-task-management"])
    #expect(await stand.cloud.world.profile(store: "012", register: "1") == before)
    #expect(try await stand.store("012")["distributed"]?.bool == false)
    let told = try await stand.done("distribute", [:])
    #expect(told.array?.map { $0.texts("changed") } == [["staff"], [], []])
    let after = await stand.cloud.world.profile(store: "012", register: "1")
    #expect(after?.members.map(\.displayName) == ["Mei-Lin Tran", "Leila Haddad", "Amara Okonkwo"])
    #expect(after?.members[1].mayManageTasks == true)
  }

  @Test func unknownActionsAndFieldsAreRefused() async throws {
    let stand = try HeadquartersStand()
    #expect(
      try await stand.problems("staff", ["action": "fire", "username": "mei"]) == ["action: fire is not known here."])
    #expect(
      try await stand.problems("staff", ["action": "map", "username": "mei", "store": "012"])
        == ["store: There is no field of that name."])
    #expect(try await stand.problems("integration", [:]) == ["on: A field is missing."])
    #expect(try await stand.tell("profile", [:]).status == .badRequest)
    #expect(try await stand.tell("nonsense", [:]).status == .notFound)
  }
}
