import HTTPTypes
import CloudWire
import Testing

@testable import PracticeCloud

@Suite struct DirectoryTests {
  @Test func meHasGraphsDefaultProperties() throws {
    var desk = try GraphDesk()
    let me = desk.get("/me")
    #expect(me.status == 200)
    #expect(me.body["@odata.context"] == "https://localhost:8443/v1.0/$metadata#users/$entity")
    #expect(me.body["displayName"] == "Mei-Lin Tran")
    #expect(me.body["givenName"] == "Mei-Lin")
    #expect(me.body["surname"] == "Tran")
    #expect(me.body["userPrincipalName"] == "mei@contoso-retail.example")
    #expect(me.body["id"]?.string == desk.caller.id)
    #expect(me.body.object?["mobilePhone"] == .null)
    #expect(
      me.headers[.contentType]
        == "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8")
  }

  @Test func selectLeavesTheRestOut() throws {
    var desk = try GraphDesk()
    let me = desk.get("/me?$select=displayName,id")
    #expect(me.body.object?.members.map(\.name) == ["@odata.context", "displayName", "id"])
    #expect(me.body["@odata.context"] == "https://localhost:8443/v1.0/$metadata#users(displayName,id)/$entity")
  }

  @Test func usersAreFoundByIdAndBySignInName() throws {
    var desk = try GraphDesk()
    let amara = try #require(desk.person("amara"))
    #expect(desk.get("/users/\(amara.id)").body["displayName"] == "Amara Okonkwo")
    #expect(desk.get("/users/AMARA@contoso-retail.example").body["id"]?.string == amara.id)
    let nobody = desk.get("/users/nobody@contoso-retail.example")
    #expect(nobody.status == 404)
    #expect(nobody.code == "Request_ResourceNotFound")
  }

  @Test func joinedTeamsAreThoseOfMembers() throws {
    var desk = try GraphDesk()
    let teams = desk.get("/me/joinedTeams")
    #expect(teams.body["@odata.context"] == "https://localhost:8443/v1.0/$metadata#teams")
    #expect(teams.body["@odata.count"] == 1)
    #expect(teams.values.map { $0["displayName"] } == ["Contoso 012 Brackwater"])
    try desk.signIn("ife")
    #expect(desk.get("/me/joinedTeams").values.isEmpty)
    try desk.signIn("priya")
    #expect(desk.get("/me/joinedTeams").values.map { $0["displayName"] } == ["Contoso communications"])
  }

  @Test func ownersWhoAreNotMembersHaveNotJoined() throws {
    var desk = try GraphDesk(as: "amara")
    let team = try #require(desk.world.teams.first)
    desk.world.teams[0].members.removeAll { $0 == desk.caller.id }
    #expect(desk.get("/me/joinedTeams").values.isEmpty)
    #expect(desk.get("/groups/\(team.id)/planner/plans").status == 403)
    #expect(desk.get("/groups/\(team.id)/members").status == 200)
  }

  @Test func membershipIsAListOfDirectoryObjects() throws {
    var desk = try GraphDesk()
    let groups = desk.get("/me/memberOf")
    #expect(groups.values.map { $0["@odata.type"] } == ["#microsoft.graph.group"])
    let team = try #require(groups.values.first?["id"]?.string)
    let members = desk.get("/groups/\(team)/members")
    #expect(members.body["@odata.count"] == 4)
    #expect(Set(members.values.map { $0["@odata.type"] }) == ["#microsoft.graph.user"])
    #expect(members.values.contains { $0["id"]?.string == desk.caller.id })
  }

  @Test func strangersDoNotSeeMembers() throws {
    var desk = try GraphDesk()
    let team = try #require(desk.world.teams.first { $0.name.contains("027") })
    let members = desk.get("/groups/\(team.id)/members")
    #expect(members.status == 403)
    #expect(members.code == "Authorization_RequestDenied")
    #expect(desk.get("/groups/00000000-0000-4000-8000-000000000000/members").status == 404)
    #expect(desk.get("/teams/\(team.id)").status == 403)
  }

  @Test func unknownPathsHaveGraphsOwnBody() throws {
    var desk = try GraphDesk()
    let answer = desk.get("/me/planner/plans/x/tasks")
    #expect(answer.status == 404)
    #expect(
      answer.message
        == "No HTTP resource was found that matches the request URI "
        + "'https://localhost:8443/v1.0/me/planner/plans/x/tasks'.")
    #expect(desk.get("/nonsense").status == 404)
    #expect(desk.send(.delete, "/me").status == 405)
  }

  @Test func errorBodiesCarryDateAndIds() throws {
    var desk = try GraphDesk()
    let error = desk.get("/nonsense").body["error"]
    #expect(error?["innerError"]?["date"] == "2026-11-24T09:38:00")
    #expect(error?["innerError"]?["request-id"] == "answer-1")
    #expect(error?["innerError"]?["client-request-id"] == "mine-1")
    #expect(desk.get("/nonsense").headers[.contentType] == "application/json")
  }
}
