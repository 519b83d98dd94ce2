import CloudWire
import HTTPTypes
import StoreModel
import Testing

@testable import PracticeCloud

/// Each answer of the seed FAQ, at headquarters' end.
@Suite struct FAQAnswersTests {
  @Test func managersBecomeOwnersWhenTeamsAreProvisioned() async throws {
    let stand = try HeadquartersStand("faq-1-owners")
    #expect(try await stand.store("041")["team"]?.string == nil)
    let answer = try await stand.done("provision", [:])
    #expect(stand.outcome(answer, "041") == "created")
    #expect(stand.outcome(answer, "012") == "unchanged")
    let store = try await stand.store("041")
    #expect(store.text("team") == "Contoso 041 Saltmere")
    #expect(store.texts("owners") == ["Lucas Ferreira"])
    #expect(store.texts("lists") == ["Store 041"])
    #expect(store["distributed"]?.bool == false)
    #expect(await stand.cloud.world.profile(store: "041", register: "1")?.teamID == nil)
    let told = try await stand.done("distribute", [:])
    #expect(told.array?.first { $0["store"]?.string == "041" }?.texts("changed") == ["team", "lists"])
    let profile = try #require(await stand.cloud.world.profile(store: "041", register: "2"))
    #expect(profile.teamID == store.text("teamId") && profile.register == "2" && profile.planIDs.count == 1)
  }

  @Test func theRetailTaskManagerRoleMakesACommunicationsManager() async throws {
    let stand = try HeadquartersStand("faq-2-communications-manager")
    let draft: JSON = ["action": "draft", "list": "Spring", "username": "priya"]
    #expect(
      try await stand.problems("publish", draft) == [
        "username: Priya Raman is no communications manager: the Retail task manager role is missing."
      ])
    try await stand.done("roles", ["action": "assign", "username": "priya", "role": "retail-task-manager"])
    try await stand.done("provision", [:])
    let csv = try await stand.look("hierarchy?name=Retail%20Stores%20by%20Region").text("csv")
    try await stand.done("hierarchies", ["action": "upload", "csv": .string(csv)])
    #expect(try await stand.done("publish", draft).text("state") == "draft")
    #expect(
      try await stand.look("roles").array?.first { $0["role"] == "retail-task-manager" }?.texts("holders")
        == ["Priya Raman"])
  }

  @Test func onlyARetailReportingHierarchyIsOffered() async throws {
    let stand = try HeadquartersStand("faq-3-hierarchy")
    let response = try await stand.cloud.send(
      CloudRequest(.get, "\(stand.base)/practice/v1/hq/hierarchy?name=Retail%20Stores%20by%20Region"))
    #expect(response.status == .conflict)
    #expect(try response.json["error"]?.text("what").contains("not for Retail reporting") == true)
    try await stand.done(
      "hierarchies", ["action": "assign", "name": "retail stores by region", "purpose": "retail-reporting"])
    let csv = try await stand.look("hierarchy?name=Retail%20Stores%20by%20Region").text("csv")
    let rows = csv.split(separator: "\r\n").map(String.init)
    #expect(rows[0] == "DisplayName,ParentName,TeamId")
    #expect(
      rows.map { $0.split(separator: ",", omittingEmptySubsequences: false)[0] }.dropFirst() == [
        "Contoso", "North", "Contoso 012 Brackwater", "Contoso 027 Lindholm Quay",
      ])
  }

  @Test func anAccountThatIsNotMappedIsNotOnTheStaffListUntilItIsMappedAndDistributed() async throws {
    let stand = try HeadquartersStand("faq-4-sign-in")
    func accounts() async -> [String] {
      await stand.cloud.world.profile(store: "012", register: "1")?.members.map(\.username) ?? []
    }
    #expect(await !accounts().contains("leila@contoso-retail.example"))
    try await stand.done("staff", ["action": "map", "username": "leila"])
    #expect(await !accounts().contains("leila@contoso-retail.example"))
    try await stand.done("distribute", [:])
    #expect(await accounts().contains("leila@contoso-retail.example"))
  }

  @Test func anExistingTeamIsLinkedByFile() async throws {
    let stand = try HeadquartersStand("faq-5-link-teams")
    #expect(try await stand.store("027")["team"]?.string == nil)
    let listed = try await stand.look("teams").array?.first { $0["team"] == "Contoso 027 Lindholm Quay" }
    let team = try #require(listed).text("teamId")
    #expect(listed?["store"] == nil && listed?.texts("owners") == ["Tomasz Zieliński"])
    try await stand.done(
      "link-teams", ["csv": .string("SOURCETYPE,SOURCEID,TEAMID\nRetailStore,027,\(team.uppercased())\n")])
    let store = try await stand.store("027")
    #expect(store.text("teamId") == team)
    #expect(try await stand.look("teams").array?.first { $0["teamId"]?.string == team }?["store"]?.string == "027")
    #expect(store.texts("lists").count == 5)
  }

  @Test func aStoreWithoutManagersGetsNoTeam() async throws {
    let stand = try HeadquartersStand("faq-7-no-managers")
    #expect(stand.outcome(try await stand.done("provision", ["store": "041"]), "041") == "no-managers")
    #expect(try await stand.store("041")["team"]?.string == nil)
    try await stand.done("roles", ["action": "assign", "username": "noor", "role": "store-manager"])
    #expect(stand.outcome(try await stand.done("provision", ["store": "041"]), "041") == "created")
    #expect(try await stand.store("041").texts("owners") == ["Noor Rahimi"])
  }

  @Test func aManagerWhoLeavesIsReplacedByAnOwnerOrHeadOffice() async throws {
    let stand = try HeadquartersStand("faq-8-manager-leaves")
    let store = try await stand.store("012")
    #expect(store.texts("owners") == [] && store.texts("managers") == [])
    #expect(stand.outcome(try await stand.done("provision", ["store": "012"]), "012") == "no-owners")
    let promotion: JSON = ["action": "assign", "username": "mei", "role": "store-manager", "by": "jonas"]
    #expect(
      try await stand.problems("roles", promotion) == ["by: Jonas Albrecht does not own the team of store 012."])
    try await stand.done(
      "roles", ["action": "assign", "username": "mei", "role": "store-manager", "by": "priya"])
    #expect(stand.outcome(try await stand.done("provision", ["store": "012"]), "012") == "updated")
    #expect(try await stand.store("012").texts("owners") == ["Mei-Lin Tran"])
    try await stand.done("staff", ["action": "hire", "username": "olu", "name": "Olu Bello", "store": "012"])
    try await stand.done("roles", ["action": "assign", "username": "olu", "role": "store-manager", "by": "mei"])
    try await stand.done("sync", [:])
    #expect(try await stand.store("012").texts("owners") == ["Mei-Lin Tran", "Olu Bello"])
  }

  @Test func whoLeavesCanNotSignInAndIsInNoTeam() async throws {
    let stand = try HeadquartersStand()
    try await stand.done("staff", ["action": "dismiss", "username": "amara"])
    let world = await stand.cloud.world
    let amara = try #require(world.person("amara@contoso-retail.example"))
    #expect(world.identity.account(amara).isDisabled)
    #expect(!world.teams.contains { $0.members.contains(amara.id) || $0.owners.contains(amara.id) })
  }
}
