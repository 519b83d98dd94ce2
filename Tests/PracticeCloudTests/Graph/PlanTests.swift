import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct PlanTests {
  private func container(_ group: String) -> JSON {
    ["container": ["url": .string("https://graph.microsoft.com/v1.0/groups/\(group)")], "title": "New"]
  }

  @Test func membersMakePlansInTheirGroupAlone() throws {
    var desk = try GraphDesk()
    let group = try desk.plan("Opening").groupID
    let other = try desk.plan("Opening", store: "027").groupID
    let made = desk.send(.post, "/planner/plans", container(group))
    #expect(made.status == 201)
    #expect(made.headers[.location] == "https://localhost:8443/v1.0/planner/plans('\(made.body.text("id"))')")
    #expect(made.body["container"]?.text("containerId") == group)
    #expect(made.body["createdBy"]?["user"]?.text("id") == desk.caller.id)
    #expect(desk.get("/groups/\(group)/planner/plans").values.last?.text("title") == "New")
    #expect(desk.send(.post, "/planner/plans", ["owner": .string(group), "title": "By owner"]).status == 201)
    let byID: JSON = ["container": ["containerId": .string(group), "type": "group"], "title": "By id"]
    #expect(desk.send(.post, "/planner/plans", byID).status == 201)
    #expect(desk.send(.post, "/planner/plans", container(other)).status == 403)
    #expect(desk.send(.post, "/planner/plans", container("nowhere")).status == 403)
  }

  @Test(arguments: [
    #"{"title":"x"}"#, #"{"owner":"x"}"#, #"{"title":"x","container":{}}"#, #"{"title":"x","container":"y"}"#,
    #"{"title":"x","container":{"url":"https://graph.microsoft.com/v1.0/users/y"}}"#,
    #"{"title":"x","container":{"containerId":"y","type":"roster"}}"#, #"{"title":"","owner":"x"}"#,
    #"{"title":"x","owner":"x","createdBy":{}}"#, #"{"title":"x","owner":"x","colour":"red"}"#,
  ])
  func wrongBodies(body: String) throws {
    var desk = try GraphDesk()
    #expect(desk.send(.post, "/planner/plans", try JSON.parse(Array(body.utf8))).status == 400)
    #expect(desk.get("/planner/plans").status == 405)
  }

  @Test func titlesMergeByVersion() throws {
    var desk = try GraphDesk()
    let plan = try desk.plan("Opening")
    let path = "/planner/plans/\(plan.id)"
    #expect(desk.patch(path, ["title": "Mornings"], etag: nil).status == 412)
    #expect(desk.patch(path, ["title": "Mornings"], etag: "*").status == 400)
    #expect(desk.patch(path, ["title": "Mornings"], etag: plan.detailsMark.etag).status == 412)
    #expect(desk.patch(path, ["title": "Mornings"], etag: plan.mark.etag).status == 204)
    #expect(desk.patch(path, ["title": "Early"], etag: plan.mark.etag).status == 409)
    #expect(desk.patch(path, [:], etag: plan.mark.etag).status == 204)
    #expect(desk.patch(path, ["owner": "x"], etag: plan.mark.etag).status == 400)
    #expect(desk.get(path).body["title"] == "Mornings")
    #expect(desk.send(.put, path, [:]).status == 405)
  }

  @Test func detailsMergeByEntry() throws {
    var desk = try GraphDesk()
    let plan = try desk.plan("Opening")
    let path = "/planner/plans/\(plan.id)/details"
    let jonas = try #require(desk.person("jonas")).id
    let first = plan.detailsMark.etag
    #expect(desk.patch(path, ["sharedWith": .object([jonas: true])], etag: first).status == 204)
    #expect(desk.patch(path, ["categoryDescriptions": ["category3": "Cold"]], etag: first).status == 204)
    #expect(desk.patch(path, ["categoryDescriptions": ["category3": "Warm"]], etag: first).status == 409)
    #expect(desk.get(path).body["categoryDescriptions"]?["category3"] == "Cold")
    #expect(desk.get(path).body["sharedWith"]?[jonas] == true)
    let now = desk.get(path).body.text("@odata.etag")
    #expect(desk.patch(path, ["sharedWith": .object([jonas: false])], etag: now).status == 204)
    #expect(desk.get(path).body["sharedWith"]?[jonas] == nil)
    try desk.signIn("jonas")
    #expect(desk.get("/me/planner/plans").values.isEmpty)
    #expect(desk.patch(path, ["categoryDescriptions": ["category26": "x"]], etag: now).status == 400)
    #expect(desk.patch(path, ["sharedWith": ["jonas": true]], etag: now).status == 400)
    let nobody = "11111111-1111-4111-8111-111111111111"
    #expect(desk.patch(path, ["sharedWith": .object([nobody: true])], etag: now).status == 403)
  }

  @Test func aDeletedPlanTakesEverythingWithIt() throws {
    var desk = try GraphDesk()
    let group = try desk.plan("Opening").groupID
    let plan = desk.send(.post, "/planner/plans", container(group)).body
    let path = "/planner/plans/\(plan.text("id"))"
    let bucket = desk.send(.post, "/planner/buckets", ["name": "b", "planId": plan["id"] ?? .null]).body.text("id")
    let task = desk.send(.post, "/planner/tasks", ["title": "t", "planId": plan["id"] ?? .null]).body.text("id")
    let old = plan.text("@odata.etag")
    #expect(desk.patch(path, ["title": "Newer"], etag: old).status == 204)
    #expect(desk.send(.delete, path, etag: old).status == 409)
    #expect(desk.send(.delete, path, etag: desk.get(path).body.text("@odata.etag")).status == 204)
    for gone in [path, "/planner/buckets/\(bucket)", "/planner/tasks/\(task)", path + "/tasks"] {
      #expect(desk.get(gone).status == 404)
    }
  }

  @Test func publishedTasksKeepTheirPlanAndBucket() throws {
    var desk = try GraphDesk()
    let task = try #require(
      desk.world.planner.tasks.values.first { task in
        task.isPublished && task.bucketID != nil
          && desk.world.planner.plans[task.planID].map { desk.world.isMember(desk.caller, of: $0) } == true
      })
    let plan = try #require(desk.world.planner.plans[task.planID])
    let bucket = try #require(task.bucketID.flatMap { desk.world.planner.buckets[$0] })
    #expect(desk.send(.delete, "/planner/plans/\(plan.id)", etag: plan.mark.etag).status == 403)
    #expect(desk.send(.delete, "/planner/buckets/\(bucket.id)", etag: bucket.mark.etag).status == 403)
    #expect(desk.send(.delete, "/planner/tasks/\(task.id)", etag: task.mark.etag).status == 403)
    #expect(desk.get("/planner/tasks/\(task.id)").status == 200)
  }

  @Test func limitsOfPlans() throws {
    var desk = try GraphDesk()
    let plan = try desk.plan("Opening")
    desk.world.planner.limits.plansOfGroup = 1
    #expect(desk.send(.post, "/planner/plans", container(plan.groupID)).code == "MaximumProjectsOwnedByUser")
    desk.world.planner.limits = PlannerLimits(plansByApps: 1)
    #expect(desk.send(.post, "/planner/plans", container(plan.groupID)).code == "MaximumPlannerPlans")
    let share: JSON = ["sharedWith": .object([desk.caller.id: true])]
    desk.world.planner.limits.usersSharedWithPlan = 0
    let path = "/planner/plans/\(plan.id)/details"
    #expect(desk.patch(path, share, etag: plan.detailsMark.etag).code == "MaximumUsersSharedWithProject")
    desk.world.planner.limits = PlannerLimits(plansSharedWithUser: 0)
    #expect(desk.patch(path, share, etag: plan.detailsMark.etag).code == "MaximumProjectsSharedWithUser")
  }

  @Test func limitsOfPeople() throws {
    var desk = try GraphDesk()
    let plan = try desk.plan("Opening")
    desk.world.planner.limits.tasksCreatedByUser = 0
    let body: JSON = ["planId": .string(plan.id), "title": "One more"]
    #expect(desk.send(.post, "/planner/tasks", body).code == "MaximumTasksCreatedByUser")
    desk.world.planner.limits.tasksAssignedToUser = 0
    let task = try desk.task("Receive the dairy delivery")
    let leila = try #require(desk.person("leila")).id
    let value: JSON = ["@odata.type": "#microsoft.graph.plannerAssignment", "orderHint": " !"]
    #expect(try desk.patch(task, ["assignments": .object([leila: value])]).code == "MaximumTasksAssignedToUser")
  }
}
