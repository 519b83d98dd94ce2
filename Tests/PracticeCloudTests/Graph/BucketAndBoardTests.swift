import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct BucketAndBoardTests {
  @Test func bucketsMergeByField() throws {
    var desk = try GraphDesk()
    let plan = try desk.plan("Opening")
    let bucket = try #require(desk.world.planner.buckets[plan.bucketIDs[0]])
    let path = "/planner/buckets/\(bucket.id)"
    let first = bucket.mark.etag
    #expect(desk.patch(path, ["name": "Doors"], etag: first).status == 204)
    #expect(desk.patch(path, ["orderHint": " !"], etag: first).status == 204, "another field than the one that changed")
    #expect(desk.patch(path, ["name": "Windows"], etag: first).status == 409)
    #expect(desk.patch(path, ["name": "Windows"], etag: nil).status == 412)
    #expect(desk.patch(path, ["orderHint": .string(bucket.orderHint)], etag: first).status == 400)
    #expect(desk.patch(path, ["planId": .string(plan.id)], etag: first).status == 204)
    #expect(desk.patch(path, ["planId": "elsewhere"], etag: first).status == 403)
    #expect(desk.patch(path, ["id": "x"], etag: first).status == 400)
    #expect(desk.get(path).body["name"] == "Doors")
  }

  @Test func aDeletedBucketTakesItsTasksWithIt() throws {
    var desk = try GraphDesk()
    let plan = try desk.plan("Opening")
    let made = desk.send(.post, "/planner/buckets", ["planId": .string(plan.id), "name": "Later"]).body
    let path = "/planner/buckets/\(made.text("id"))"
    let body: JSON = ["planId": .string(plan.id), "title": "x", "bucketId": made["id"] ?? .null]
    let task = desk.send(.post, "/planner/tasks", body).body.text("id")
    #expect(desk.get(path + "/tasks").values.count == 1)
    #expect(desk.send(.delete, path, etag: made.text("@odata.etag")).status == 204)
    #expect(desk.get(path).status == 404)
    #expect(desk.get("/planner/tasks/\(task)").status == 404)
    #expect(desk.get("/planner/plans/\(plan.id)/buckets").values.count == 2)
  }

  @Test(arguments: ["bucketTaskBoardFormat", "progressTaskBoardFormat"])
  func aCardHasAPlaceAndAnEtagOfItsOwn(board: String) throws {
    var desk = try GraphDesk()
    let task = try desk.task("Receive the dairy delivery")
    let path = "/planner/tasks/\(task.id)/\(board)"
    let place = desk.get(path).body
    #expect(place.text("orderHint") == task.orderHint && place.text("id") == task.id)
    #expect(VersionMark(etag: place.text("@odata.etag"))?.kind != .task)
    #expect(desk.patch(path, ["orderHint": " !"], etag: task.mark.etag).status == 412)
    #expect(
      desk.patch(path, ["orderHint": .string("\(task.orderHint) !")], etag: place.text("@odata.etag")).status == 204)
    let moved = desk.get(path).body
    #expect(moved.text("orderHint") > task.orderHint)
    #expect(desk.patch(path, ["orderHint": " !"], etag: place.text("@odata.etag")).status == 409)
    #expect(desk.patch(path, ["title": "x"], etag: moved.text("@odata.etag")).status == 400)
    #expect(desk.get("/planner/tasks/\(task.id)").body["orderHint"]?.string == task.orderHint, "the list's order stays")
    #expect(desk.send(.delete, path, etag: moved.text("@odata.etag")).status == 405)
  }

  @Test func theBoardByAssigneeHasAPlaceForEach() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Receive the dairy delivery")
    let jonas = try #require(desk.person("jonas")).id
    let path = "/planner/tasks/\(task.id)/assignedToTaskBoardFormat"
    let first = desk.get(path).body.text("@odata.etag")
    func hint(_ user: String) -> JSON { ["orderHintsByAssignee": .object([user: " !"])] }
    #expect(desk.patch(path, hint(jonas), etag: first).status == 204)
    #expect(desk.patch(path, hint(desk.caller.id), etag: first).status == 204)
    #expect(desk.patch(path, hint(jonas), etag: first).status == 409)
    #expect(desk.get(path).body["orderHintsByAssignee"]?.object?.members.count == 2)
    let now = desk.get(path).body.text("@odata.etag")
    #expect(desk.patch(path, ["orderHintsByAssignee": .object([jonas: .null])], etag: now).status == 204)
    #expect(desk.get(path).body["orderHintsByAssignee"]?[jonas] == nil)
    #expect(desk.patch(path, hint("jonas"), etag: now).status == 400)
    #expect(desk.patch(path, ["unassignedOrderHint": "kept"], etag: now).status == 400)
    #expect(desk.patch(path, ["unassignedOrderHint": " !"], etag: now).status == 204)
  }

  @Test func boardsAreForMembers() throws {
    var desk = try GraphDesk(as: "dev")
    let task = try desk.task("Receive the dairy delivery")
    for board in ["bucketTaskBoardFormat", "progressTaskBoardFormat", "assignedToTaskBoardFormat"] {
      #expect(desk.get("/planner/tasks/\(task.id)/\(board)").status == 403)
    }
  }

  @Test func detailsComeAlongWithOnesOwnTasksOnly() throws {
    var desk = try GraphDesk()
    let own = desk.get("/me/planner/tasks?$expand=details").values
    #expect(own.allSatisfy { $0["details"]?["checklist"] != nil })
    let plan = try desk.plan("Opening")
    #expect(desk.get("/planner/plans/\(plan.id)/tasks?$expand=details").values.allSatisfy { $0["details"] == nil })
    #expect(desk.get("/me/planner/tasks").values.allSatisfy { $0["details"] == nil }, "and only where asked for")
  }
}
