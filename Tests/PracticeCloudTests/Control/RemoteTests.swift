import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct RemoteTests {
  private let title = "Count the till float"

  @Test func everyChangeGoesThroughGraph() async throws {
    let stand = try await PracticeStand()
    let changes: JSON = [
      "percentComplete": 100, "title": "Count the till float twice", "note": "Came short.",
      "dueDateTime": "2026-11-24T10:00:00Z", "check": ["item": "Slip signed", "isChecked": true], "assign": "jonas",
    ]
    let response = try await stand.control(
      "remote", ["username": "mei", "task": .string(title), "changes": changes])
    let task = try response.json
    #expect(response.status == .ok)
    #expect(task["percentComplete"] == 100)
    #expect(task.text("title") == "Count the till float twice")
    #expect(task.text("dueDateTime").hasPrefix("2026-11-24T10:00:00"))
    #expect(task["assignments"]?.object?.members.count == 2)
    let token = try await stand.tokens(of: stand.worker).text("access_token")
    let details = try await stand.graph("/planner/tasks/\(task.text("id"))/details", token: token).json
    #expect(details.text("description") == "Came short.")
    #expect(details["checklist"]?.object?.members.allSatisfy { $0.value["isChecked"] == true } == true)
  }

  @Test(arguments: ["jonas", "Jonas Albrecht", "jonas albrecht"])
  func peopleAreMeantByAnyOfTheirNames(who: String) async throws {
    let stand = try await PracticeStand()
    var changes = RemoteChanges()
    changes.assign = who
    let task = try await stand.cloud.remote(changes, task: title, as: "amara")
    #expect(task["assignments"]?.object?.members.count == 2)
    changes.assign = "Nobody Else"
    await #expect(throws: ControlProblem.self) { try await stand.cloud.remote(changes, task: title, as: "amara") }
  }

  @Test func deleteByID() async throws {
    let stand = try await PracticeStand()
    var note = RemoteChanges()
    note.note = "Gone soon."
    let task = try await stand.cloud.remote(note, task: title, as: "amara")
    var delete = RemoteChanges()
    delete.delete = true
    _ = try await stand.cloud.remote(delete, task: task.text("id"), as: "amara")
    await #expect(throws: ControlProblem.self) { try await stand.cloud.remote(note, task: title, as: "amara") }
  }

  @Test func nothingChangesWhenGraphRefusesOnePart() async throws {
    let stand = try await PracticeStand()
    var changes = RemoteChanges()
    changes.title = "Half a change"
    changes.check = RemoteChanges.Check(item: "no such item", isChecked: true)
    await #expect(throws: ControlProblem.self) { try await stand.cloud.remote(changes, task: title, as: "mei") }
    var note = RemoteChanges()
    note.note = "still there"
    #expect(try await stand.cloud.remote(note, task: title, as: "mei").text("title") == title)
  }

  @Test func strangersSeeNoTask() async throws {
    let stand = try await PracticeStand()
    var changes = RemoteChanges()
    changes.percentComplete = 100
    await #expect(throws: ControlProblem.self) { try await stand.cloud.remote(changes, task: title, as: "noor") }
  }

  @Test func anItemIsTakenOffALabelGivenAndATwinMade() async throws {
    let stand = try await PracticeStand()
    var changes = RemoteChanges()
    changes.removal = "Slip signed"
    changes.label = "Safety"
    changes.copy = true
    let task = try await stand.cloud.remote(changes, task: title, as: "amara")
    #expect(task["appliedCategories"]?["category2"] == true)
    #expect(task["checklistItemCount"] == 2)
    let tasks = await stand.cloud.world.planner.tasks.values.filter {
      $0.title == title && $0.planID == task["planId"]?.string
    }
    #expect(tasks.count == 2 && Set(tasks.map(\.bucketID)).count == 1)
    changes = RemoteChanges()
    changes.label = "no such label"
    await #expect(throws: ControlProblem.self) { try await stand.cloud.remote(changes, task: title, as: "amara") }
  }

  @Test func aListGoesWithEverythingInIt() async throws {
    let stand = try await PracticeStand()
    let before = await stand.cloud.world.planner.tasks.values.count { $0.title == title }
    func call(_ body: JSON) async throws -> Int { try await stand.control("remote", body).status.code }
    #expect(try await call(["username": "amara", "list": "Opening", "changes": ["delete": true]]) == 204)
    #expect(await stand.cloud.world.planner.tasks.values.count { $0.title == title } == before - 1)
    #expect(try await call(["username": "amara", "list": "Opening", "changes": ["delete": true]]) == 404)
    #expect(try await call(["username": "amara", "list": "Closing", "changes": ["title": "Other"]]) == 422)
  }
}
