import StoreModel
import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

/// What If-Match means for a task: an older version is good enough for fields nobody else changed.
@Suite struct MergeTests {
  @Test func aChangeAnswersNothingOrTheTask() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    let silent = desk.patch("/planner/tasks/\(task.id)", ["percentComplete": 100], etag: task.mark.etag)
    #expect(silent.status == 204)
    #expect(silent.bytes.isEmpty)
    let latest = try desk.task("Count the till float")
    let loud = desk.send(
      .patch, "/planner/tasks/\(task.id)", ["percentComplete": 0], etag: latest.mark.etag,
      headers: [.prefer: "return=representation"])
    #expect(loud.status == 200)
    #expect(loud.headers[.preferenceApplied] == "return=representation")
    #expect(loud.body["percentComplete"] == 0)
    #expect(loud.body["@odata.etag"] == "W/\"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBATCc=\"")
  }

  @Test func theServerSaysWhenAndByWhomItWasCompleted() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    desk.now.ticks += 1_234_567
    #expect(try desk.patch(task, ["percentComplete": 100]).status == 204)
    var body = desk.get("/planner/tasks/\(task.id)").body
    #expect(body["completedDateTime"] == "2026-11-24T09:38:00.1234567Z")
    #expect(body["completedBy"]?["user"]?["id"]?.string == desk.caller.id)
    #expect(try desk.patch(task, ["percentComplete": 50]).status == 204)
    body = desk.get("/planner/tasks/\(task.id)").body
    #expect(body.object?["completedDateTime"] == .null)
    #expect(body.object?["completedBy"] == .null)
  }

  @Test func anOlderVersionIsGoodForOtherFields() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    #expect(try desk.patch(task, ["title": "Count the float"]).status == 204)
    let merged = desk.patch("/planner/tasks/\(task.id)", ["percentComplete": 100], etag: task.mark.etag)
    #expect(merged.status == 204)
    let body = desk.get("/planner/tasks/\(task.id)").body
    #expect(body["title"] == "Count the float")
    #expect(body["percentComplete"] == 100)
  }

  @Test func theSameFieldConflicts() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    #expect(try desk.patch(task, ["title": "Count the float"]).status == 204)
    let late = desk.patch(
      "/planner/tasks/\(task.id)", ["title": "Count", "percentComplete": 100], etag: task.mark.etag)
    #expect(late.status == 409)
    #expect(late.code == "")
    #expect(
      late.message
        == "The attempted changes conflicted with already accepted changes. Read the latest state and resolve differences."
    )
    #expect(desk.get("/planner/tasks/\(task.id)").body["percentComplete"] == 50)
  }

  @Test func eachAssignmentAndLabelIsAField() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    let (jonas, leila) = (try #require(desk.person("jonas")).id, try #require(desk.person("leila")).id)
    let added: JSON = ["@odata.type": "#microsoft.graph.plannerAssignment", "orderHint": " !"]
    #expect(try desk.patch(task, ["assignments": .object([jonas: added])]).status == 204)
    let path = "/planner/tasks/\(task.id)"
    #expect(desk.patch(path, ["assignments": .object([leila: added])], etag: task.mark.etag).status == 204)
    #expect(desk.patch(path, ["assignments": .object([jonas: .null])], etag: task.mark.etag).status == 409)
    #expect(desk.patch(path, ["appliedCategories": ["category1": true]], etag: task.mark.etag).status == 204)
    #expect(desk.patch(path, ["appliedCategories": ["category2": true]], etag: task.mark.etag).status == 204)
    #expect(desk.patch(path, ["appliedCategories": ["category1": false]], etag: task.mark.etag).status == 409)
    #expect(try desk.patch(task, ["appliedCategories": ["category1": false]]).status == 204)
    #expect(desk.get(path).body["appliedCategories"] == ["category2": true])
    #expect(desk.get(path).body["assignments"]?.object?.members.count == 3)
  }

  @Test func versionsThatWereNeverWrittenAreRefused() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    let path = "/planner/tasks/\(task.id)"
    let none = desk.patch(path, ["title": "x"], etag: nil)
    #expect(none.status == 412)
    #expect(none.message == "The If-Match header must be specified for this kind of request.")
    for etag in [
      "W/\"nonsense\"", "JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBARCc=", task.detailsMark.etag,
      VersionMark(.task, 2).etag, "W/\"\"",
    ] {
      let refused = desk.patch(path, ["title": "x"], etag: etag)
      #expect(refused.status == 412, "\(etag)")
      #expect(refused.message == "The If-Match header contains an invalid value.")
    }
    #expect(desk.patch("\(path)/details", ["description": "x"], etag: task.mark.etag).status == 412)
    let any = desk.patch(path, ["title": "x"], etag: "*")
    #expect(any.status == 400)
    #expect(any.message == "The given key was not present in the dictionary.")
  }

  @Test func anEmptyChangeMakesNoVersion() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    #expect(try desk.patch(task, [:]).status == 204)
    #expect(try desk.task("Count the till float").mark == task.mark)
  }

  @Test func deletingWantsTheLatestVersion() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    let path = "/planner/tasks/\(task.id)"
    #expect(try desk.patchDetails(task, ["description": ""]).status == 204)
    #expect(desk.send(.delete, path, etag: task.mark.etag).status == 409)
    #expect(desk.send(.delete, path).status == 412)
    let latest = try desk.task("Count the till float")
    #expect(latest.mark != task.mark)
    #expect(desk.send(.delete, path, etag: latest.mark.etag).status == 204)
    #expect(desk.get(path).status == 404)
    #expect(desk.get("/planner/plans/\(task.planID)/tasks").values.count == 7)
  }
}
