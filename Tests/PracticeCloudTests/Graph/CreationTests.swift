import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct CreationTests {
  @Test func aTaskIsMadeWithFreshValues() throws {
    var desk = try GraphDesk()
    let plan = try desk.plan("Opening")
    let made = desk.send(.post, "/planner/tasks", ["planId": .string(plan.id), "title": "Feed the cat"])
    #expect(made.status == 201)
    #expect(made.body["priority"] == 5)
    #expect(made.body["percentComplete"] == 0)
    #expect(made.body["previewType"] == "automatic")
    #expect(made.body["createdBy"]?["user"]?["id"]?.string == desk.caller.id)
    #expect(made.body["@odata.etag"]?.string == VersionMark(.task, 1).etag)
    let id = try #require(made.body["id"]?.string)
    #expect(made.headers[.location] == "https://localhost:8443/v1.0/planner/tasks('\(id)')")
    #expect(desk.get("/planner/tasks/\(id)").body["title"] == "Feed the cat")
    #expect(desk.get("/planner/plans/\(plan.id)/tasks").values.count == 9)
  }

  @Test func aTaskCanComeWithEverything() throws {
    var desk = try GraphDesk()
    let plan = try desk.plan("Opening")
    let made = desk.send(
      .post, "/planner/tasks",
      [
        "planId": .string(plan.id), "title": "Feed the cat", "bucketId": .string(plan.bucketIDs[1]),
        "percentComplete": 100, "dueDateTime": "2026-11-24T18:00:00.1234567+01:00",
        "appliedCategories": ["category2": true],
        "assignments": .object([
          desk.caller.id: ["@odata.type": "#microsoft.graph.plannerAssignment", "orderHint": " !"]
        ]),
      ])
    #expect(made.status == 201)
    #expect(made.body["dueDateTime"] == "2026-11-24T17:00:00.1234567Z")
    #expect(made.body["completedBy"]?["user"]?["id"]?.string == desk.caller.id)
    #expect(made.body["assigneePriority"] != "")
    #expect(desk.get("/me/planner/tasks").values.count == 9)
  }

  @Test func planAndTitleHaveToBeGiven() throws {
    var desk = try GraphDesk()
    let plan = try desk.plan("Opening", store: "012")
    let other = try desk.plan("Opening", store: "027")
    #expect(desk.send(.post, "/planner/tasks", ["title": "x"]).status == 400)
    #expect(desk.send(.post, "/planner/tasks", ["planId": .string(plan.id)]).status == 400)
    #expect(desk.send(.post, "/planner/tasks", ["planId": "short", "title": "x"]).status == 400)
    #expect(desk.send(.post, "/planner/tasks", ["planId": .string(other.id), "title": "x"]).status == 403)
    #expect(desk.get("/planner/tasks").status == 405)
    #expect(desk.get("/planner/plans/\(plan.id)/tasks").values.count == 8)
  }

  @Test func aBucketIsMade() throws {
    var desk = try GraphDesk()
    let plan = try desk.plan("Opening")
    let body: JSON = ["planId": .string(plan.id), "name": "Later", "orderHint": " !"]
    let made = desk.send(.post, "/planner/buckets", body)
    #expect(made.status == 201)
    #expect(made.body["name"] == "Later")
    #expect(desk.get("/planner/plans/\(plan.id)/buckets").values.count == 3)
    #expect(desk.send(.post, "/planner/buckets", ["planId": .string(plan.id)]).status == 400)
  }

  @Test func limitsHaveNames() throws {
    var desk = try GraphDesk()
    let plan = try desk.plan("Opening")
    let body: JSON = ["planId": .string(plan.id), "title": "One more"]
    desk.world.planner.limits.tasksInPlan = 8
    let full = desk.send(.post, "/planner/tasks", body)
    #expect(full.status == 403)
    #expect(full.code == "MaximumTasksInProject")
    #expect(full.message == "The request exceeded allowed limits.")
    desk.world.planner.limits = PlannerLimits(activeTasksInPlan: 5, bucketsInPlan: 2, assigneesOnTask: 1)
    #expect(desk.send(.post, "/planner/tasks", body).code == "MaximumActiveTasksInProject")
    #expect(
      desk.send(.post, "/planner/buckets", ["planId": .string(plan.id), "name": "x"]).code
        == "MaximumBucketsInProject")
    let done = try desk.task("Unlock the back door")
    #expect(try desk.patch(done, ["percentComplete": 0]).code == "MaximumActiveTasksInProject")
    let jonas = try #require(desk.person("jonas")).id
    let value: JSON = ["@odata.type": "#microsoft.graph.plannerAssignment", "orderHint": " !"]
    #expect(try desk.patch(done, ["assignments": .object([jonas: value])]).code == "MaximumAssigneesInTasks")
  }

  @Test func checklistsAndLinksAreLimited() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Receive the dairy delivery")
    desk.world.planner.limits.checklistItemsOnTask = 3
    desk.world.planner.limits.referencesOnTask = 0
    let item: JSON = ["@odata.type": "microsoft.graph.plannerChecklistItem", "title": "x"]
    let more: JSON = ["checklist": ["0f1e2d3c-4b5a-4697-8877-665544332211": item]]
    #expect(try desk.patchDetails(task, more).code == "MaximumChecklistItemsOnTask")
    let link: JSON = ["@odata.type": "microsoft.graph.plannerExternalReference", "alias": "x"]
    #expect(try desk.patchDetails(task, ["references": ["https%3A//x": link]]).code == "MaximumReferencesOnTask")
  }
}
