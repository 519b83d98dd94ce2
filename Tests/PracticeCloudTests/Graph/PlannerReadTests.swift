import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct PlannerReadTests {
  @Test func plansOfTheTeam() throws {
    var desk = try GraphDesk()
    let team = try #require(desk.world.teams.first)
    let plans = desk.get("/groups/\(team.id)/planner/plans")
    #expect(plans.status == 200)
    #expect(
      plans.values.map { $0["title"] } == ["Opening", "Receiving", "Price changes", "Food safety", "Closing"])
    let plan = try #require(plans.values.first)
    #expect(plan["container"]?["containerId"]?.string == team.id)
    #expect(plan["container"]?["type"] == "group")
    #expect(plan["owner"]?.string == team.id)
    #expect(plan["createdBy"]?["user"]?.object?["displayName"] == .null)
    #expect(plan["@odata.etag"] == "W/\"JzEtUGxhbiAgQEBAQEBAQEBAQEBAQEBARCc=\"")
    let alone = desk.get("/planner/plans/\(plan["id"]?.string ?? "")")
    #expect(alone.body["title"] == "Opening")
    #expect(alone.body["@odata.context"] == "https://localhost:8443/v1.0/$metadata#planner/plans/$entity")
  }

  @Test func planDetailsNameTheLabels() throws {
    var desk = try GraphDesk()
    let details = desk.get("/planner/plans/\(try desk.plan("Receiving").id)/details")
    #expect(details.body["categoryDescriptions"]?["category1"] == "Cold chain")
    #expect(details.body["categoryDescriptions"]?.object?["category25"] == .null)
    #expect(details.body["sharedWith"]?.object?.members.isEmpty == true)
  }

  @Test func bucketsAndTheirTasks() throws {
    var desk = try GraphDesk()
    let plan = try desk.plan("Receiving")
    let buckets = desk.get("/planner/plans/\(plan.id)/buckets")
    #expect(buckets.values.map { $0["name"] } == ["Morning", "Afternoon"])
    let id = try #require(buckets.values.first?["id"]?.string)
    #expect(desk.get("/planner/buckets/\(id)").body["planId"]?.string == plan.id)
    let tasks = desk.get("/planner/buckets/\(id)/tasks")
    #expect(tasks.body["@odata.count"] == 4)
    #expect(tasks.values.first?["title"] == "Receive the dairy delivery")
  }

  @Test func aTaskAsTheWireHasIt() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Receive the dairy delivery")
    let body = desk.get("/planner/tasks/\(task.id)").body
    #expect(body["@odata.etag"] == "W/\"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBARCc=\"")
    #expect(body["percentComplete"] == 50)
    #expect(body["priority"] == 3)
    #expect(body["dueDateTime"] == "2026-11-24T10:00:00Z")
    #expect(body["hasDescription"] == true)
    #expect(body["checklistItemCount"] == 3)
    #expect(body["activeChecklistItemCount"] == 2)
    #expect(body["referenceCount"] == 0)
    #expect(body["appliedCategories"] == ["category1": true])
    #expect(body.object?["completedBy"] == .null)
    #expect(body.object?["startDateTime"] == .null)
    #expect(body["id"]?.string?.utf8.count == 28)
    let assignment = body["assignments"]?[desk.caller.id]
    #expect(assignment?["@odata.type"] == "#microsoft.graph.plannerAssignment")
    #expect(assignment?["assignedBy"]?["user"]?["id"]?.string == desk.person("amara")?.id)
    #expect(body["createdDateTime"]?.string?.contains(/^2026-11-23T09:38:00\.\d{1,7}Z$/) == true)
  }

  @Test func detailsHaveTheirOwnVersion() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Replace price labels, aisle 4")
    let details = desk.get("/planner/tasks/\(task.id)/details").body
    #expect(details["id"]?.string == task.id)
    #expect(details["@odata.etag"] == "W/\"JzEtVGFza0RldGFpbHMgQEBAQEBAQEBAQEBAQEBARCc=\"")
    let link = details["references"]?["https%3A//intranet%2Econtoso-retail%2Eexample/prices/week-48%2Exlsx"]
    #expect(link?["type"] == "Excel")
    #expect(link?["alias"] == "Price list of the week")
  }

  @Test func ownTasksAreThoseOfAllPlans() throws {
    var desk = try GraphDesk()
    let tasks = desk.get("/me/planner/tasks")
    #expect(tasks.values.count == 8)
    #expect(tasks.values.allSatisfy { $0["assignments"]?[desk.caller.id] != nil })
    #expect(desk.get("/me/planner/tasks?$top=1&$filter=percentComplete%20eq%20100").values.count == 8)
    let other = try #require(desk.person("amara"))
    #expect(desk.get("/users/\(other.id)/planner/tasks").status == 403)
    #expect(desk.get("/users/\(desk.caller.id)/planner/tasks").values.count == 8)
  }

  @Test func sharedPlansAreNotThoseOfTheTeam() throws {
    var desk = try GraphDesk()
    #expect(desk.get("/me/planner/plans").values.isEmpty)
    var plan = try desk.plan("Opening")
    plan.id = "shared-0123456789-0123456789"
    plan.sharedWith = [desk.caller.id]
    desk.world.planner.add(plan)
    #expect(desk.get("/me/planner/plans").values.map { $0["title"] } == ["Opening"])
  }

  @Test func idsAreChecked() throws {
    var desk = try GraphDesk()
    #expect(desk.get("/planner/tasks/short").status == 400)
    #expect(desk.get("/planner/tasks/short").code == "")
    let missing = desk.get("/planner/tasks/AAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    #expect(missing.status == 404)
    #expect(missing.message == "The requested item is not found.")
    #expect(desk.get("/planner/plans/AAAAAAAAAAAAAAAAAAAAAAAAAAAA/tasks").status == 404)
    #expect(desk.get("/planner/buckets/AAAAAAAAAAAAAAAAAAAAAAAAAAAA").status == 404)
  }

  @Test func nobodyElseSeesThePlan() throws {
    var desk = try GraphDesk(as: "dev")
    let plan = try desk.plan("Opening")
    let task = try #require(plan.taskIDs.first)
    for path in ["/planner/plans/\(plan.id)", "/planner/plans/\(plan.id)/tasks", "/planner/tasks/\(task)"] {
      let answer = desk.get(path)
      #expect(answer.status == 403, "\(path)")
      #expect(answer.message == "You do not have the required permissions to access this item.")
      #expect(answer.code == "")
    }
  }

  @Test func bareBodiesHaveNoEtags() throws {
    var desk = try GraphDesk()
    let plan = try desk.plan("Opening")
    let bare = desk.send(
      .get, "/planner/plans/\(plan.id)/tasks", headers: [.accept: "application/json;odata.metadata=none"])
    #expect(!String(decoding: bare.bytes, as: UTF8.self).contains("@odata"))
    #expect(bare.values.count == 8)
    #expect(bare.headers[.contentType]?.contains("odata.metadata=none") == true)
    #expect(desk.get("/planner/plans/\(plan.id)/tasks").values.allSatisfy { $0["@odata.etag"] != nil })
  }

  @Test func keptListsFollowEveryWrite() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    let path = "/planner/plans/\(task.planID)/tasks"
    let before = desk.get(path)
    #expect(desk.get(path).bytes == before.bytes)
    let mine = desk.get("/me/planner/tasks")
    #expect(try desk.patch(task, ["title": "Count it again"]).status == 204)
    #expect(desk.get(path).values.contains { $0["title"] == "Count it again" })
    #expect(desk.get("/me/planner/tasks").bytes != mine.bytes)
    #expect(try desk.patchDetails(task, ["description": ""]).status == 204)
    let count = desk.get(path).values.first { $0["id"]?.string == task.id }
    #expect(count?["hasDescription"] == false)
  }
}
