import CloudWire
import HTTPTypes
import StoreModel
import Testing

@testable import PracticeCloud

@Suite struct PublishingTests {
  /// A list of two tasks, drafted by Priya and reviewed for everybody below "North".
  func reviewed() async throws -> HeadquartersStand {
    let stand = try HeadquartersStand()
    try await stand.done("publish", ["action": "draft", "list": "Autumn window", "username": "priya"])
    try await stand.done(
      "publish",
      [
        "action": "add", "list": "Autumn window", "title": "Change the window", "note": "As in the picture.",
        "offsetDays": -1, "due": "12:00", "priority": 3, "checklist": ["Old posters out", "New posters in"],
        "requires": ["checklist"],
      ])
    try await stand.done(
      "publish",
      [
        "action": "add", "list": "Autumn window", "title": "Send a photo", "requires": ["approval"],
        "link": "https://intranet.contoso-retail.example/window",
      ])
    try await stand.done(
      "publish",
      [
        "action": "review", "list": "Autumn window", "username": "priya", "to": ["North"], "target": "2026-12-01",
      ])
    return stand
  }

  @Test func eachStoreGetsItsOwnCopyInItsPlan() async throws {
    let stand = try await reviewed()
    let answer = try await stand.done("publish", ["action": "confirm", "list": "autumn window"])
    #expect(
      answer["deliveries"]?.array?.map { $0.text("store") + " " + $0.text("outcome") } == [
        "012 delivered", "027 delivered",
      ])
    let world = await stand.cloud.world
    let copies = world.planner.tasks.values.filter { $0.title == "Change the window" }
    #expect(Set(copies.map(\.planID)).count == 2)
    let copy = try #require(copies.first { world.planner.plans[$0.planID]?.title == "Price changes" })
    #expect(copy.isPublished && copy.priority == 3 && copy.details.description == "As in the picture.")
    #expect(copy.due == Timestamp(iso8601: "2026-11-30T12:00:00Z"))
    #expect(world.planner.buckets[copy.bucketID ?? ""]?.name == "Autumn window")
    #expect(copy.details.checklist.map(\.title) == ["Old posters out", "New posters in"])
  }

  @Test func requirementsHaveToBeMetBeforeATaskIsComplete() async throws {
    let stand = try await reviewed()
    try await stand.done("publish", ["action": "confirm", "list": "Autumn window"])
    func complete(_ task: String) async -> Bool {
      do throws(ControlProblem) {
        var changes = RemoteChanges()
        changes.percentComplete = 100
        _ = try await stand.cloud.remote(changes, task: task, as: "mei")
        return true
      } catch { return false }
    }
    func tick(_ item: String) async throws {
      var changes = RemoteChanges()
      changes.check = .init(item: item, isChecked: true)
      _ = try await stand.cloud.remote(changes, task: "Change the window", as: "mei")
    }
    #expect(await !complete("Change the window"))
    try await tick("Old posters out")
    #expect(await !complete("Change the window"))
    try await tick("New posters in")
    #expect(await complete("Change the window"))
    #expect(await !complete("Send a photo"))
    #expect(
      try await stand.tell("publish", ["action": "approve", "task": "Send a photo", "username": "mei"]).status
        == .unprocessableContent)
    try await stand.done("publish", ["action": "approve", "task": "Send a photo", "username": "amara"])
    #expect(await complete("Send a photo"))
    let report = try await stand.look("reports?by=store&list=Autumn%20window")
    #expect(
      report.array?.map { "\($0.text("store")) \($0["done"]?.int ?? -1)/\($0["total"]?.int ?? -1)" } == [
        "012 2/2", "027 0/2",
      ])
    let byTask = try await stand.look("reports?by=task")
    #expect(
      byTask.array?.map { "\($0.text("task")) \($0["done"]?.int ?? -1)/\($0["total"]?.int ?? -1)" }
        == ["Change the window 1/2", "Send a photo 1/2"])
  }

  @Test func unpublishingTakesTheCopiesAndADuplicateStartsOver() async throws {
    let stand = try await reviewed()
    try await stand.done("publish", ["action": "confirm", "list": "Autumn window"])
    try await stand.done("publish", ["action": "unpublish", "list": "Autumn window", "username": "priya"])
    #expect(await !stand.cloud.world.planner.tasks.values.contains { $0.title == "Send a photo" })
    let copy = try await stand.done(
      "publish", ["action": "duplicate", "list": "Autumn window", "as": "Winter window", "username": "priya"])
    #expect(copy.text("state") == "draft" && copy["tasks"]?.array?.count == 2)
    #expect(
      try await stand.problems("publish", ["action": "confirm", "list": "Winter window"])
        == ["list: The list was not reviewed since it changed."])
  }

  @Test func withdrawingTheHierarchyEndsPublishingButNotTheWork() async throws {
    let stand = try await reviewed()
    try await stand.done("publish", ["action": "confirm", "list": "Autumn window"])
    try await stand.done("hierarchies", ["action": "withdraw"])
    #expect(
      try await stand.problems("publish", ["action": "draft", "list": "More", "username": "priya"])
        == ["hierarchy: No team targeting hierarchy is uploaded, so nobody can publish."])
    #expect(await stand.cloud.world.planner.tasks.values.contains { $0.title == "Send a photo" })
  }

  @Test func whoMayPublishToWhom() async throws {
    let stand = try await reviewed()
    try await stand.done("roles", ["action": "assign", "username": "amara", "role": "retail-task-manager"])
    #expect(
      try await stand.problems("publish", ["action": "draft", "list": "Mine", "username": "amara"]) == [
        "username: Amara Okonkwo is in no team that others stand below, so there is nobody to publish to."
      ])
    try await stand.done("publish", ["action": "draft", "list": "Other", "username": "priya"])
    #expect(
      try await stand.problems("publish", ["action": "review", "list": "Other", "username": "priya"])
        == ["list: The list holds no task."])
    #expect(
      try await stand.problems(
        "publish",
        [
          "action": "review", "list": "Autumn window", "username": "priya", "to": ["East", "West"],
          "where": ["Size=Large"],
        ])
        == [
          "to: The hierarchy has no node East.", "to: The hierarchy has no node West.",
          "where: The hierarchy has no attribute Size.",
        ])
  }

  @Test func recipientsAreChosenByAttribute() async throws {
    let stand = try await reviewed()
    let csv = try await stand.look("hierarchy?name=Retail%20Stores%20by%20Region").text("csv")
    let lines = csv.split(separator: "\r\n").map(String.init)
    let sized = [lines[0] + ",Size"] + lines.dropFirst().map { $0 + ($0.contains("027") ? ",Large" : ",Small") }
    try await stand.done(
      "hierarchies", ["action": "upload", "csv": .string(sized.joined(separator: "\n")), "file": "sized.csv"])
    let review = try await stand.done(
      "publish", ["action": "review", "list": "Autumn window", "username": "priya", "where": ["Size=Large"]])
    #expect(review["stores"]?.array?.map { $0.text("number") } == ["027"])
  }

  @Test func aBadUploadLeavesTheHierarchyInForce() async throws {
    let stand = try HeadquartersStand()
    let bad = "DisplayName,ParentName,TeamId\nA,,\nB,C,00000000-0000-4000-8000-000000000000\n"
    #expect(
      try await stand.problems("hierarchies", ["action": "upload", "csv": .string(bad), "file": "bad.csv"]) == [
        "row 2, TeamId: A root needs a team.", "row 3, ParentName: There is no node \"C\".",
        "row 3, TeamId: The tenant has no team 00000000-0000-4000-8000-000000000000.",
      ])
    let hierarchies = try await stand.look("hierarchies")
    #expect(hierarchies["inForce"]?["nodes"]?.int == 4)
    #expect(hierarchies["upload"]?.text("status") == "Failed")
    #expect(hierarchies["upload"]?["errorDetails"]?.array?.count == 3)
  }
}
