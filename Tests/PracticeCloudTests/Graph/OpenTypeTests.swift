import CloudWire
import Testing

@testable import PracticeCloud

@Suite struct OpenTypeTests {
  func refused(_ body: JSON) throws -> GraphAnswer {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    let answer = try desk.patch(task, body)
    #expect(try desk.task("Count the till float").mark == task.mark)
    return answer
  }

  @Test func assignmentsSayTheirTypeAndPlace() throws {
    let jonas = try #require(GraphDesk().person("jonas")).id
    let type: JSON = "#microsoft.graph.plannerAssignment"
    for value: JSON in [
      ["orderHint": " !"], ["@odata.type": type], ["@odata.type": "#microsoft.graph.user", "orderHint": " !"],
      ["@odata.type": type, "orderHint": "8585760017701920008P'"], "yes",
    ] {
      let answer = try refused(["assignments": .object([jonas: value])])
      #expect(answer.status == 400)
      #expect(answer.code == "")
      #expect(answer.message?.hasPrefix("The request is invalid: ") == true)
    }
    #expect(try refused(["assignments": ["jonas": ["@odata.type": type, "orderHint": " !"]]]).status == 400)
  }

  @Test func strangersAreNotAssigned() throws {
    let value: JSON = ["@odata.type": "#microsoft.graph.plannerAssignment", "orderHint": " !"]
    let dev = try #require(GraphDesk().person("dev")).id
    #expect(try refused(["assignments": .object([dev: value])]).status == 403)
    #expect(try refused(["assignments": ["00000000-0000-4000-8000-000000000000": value]]).status == 403)
  }

  @Test(
    arguments: [
      ["percentComplete": 101], ["percentComplete": "all"], ["priority": 11], ["title": ""], ["title": 7],
      ["dueDateTime": "tomorrow"], ["dueDateTime": "2026-11-24T10:00:00"], ["dueDateTime": "2026-02-30T10:00:00Z"],
      ["appliedCategories": ["category26": true]], ["appliedCategories": ["category1": "yes"]],
      ["orderHint": "8585760017701920008P'"], ["bucketId": "short"], ["colour": "red"], ["hasDescription": true],
      ["startDateTime": "2026-11-30T10:00:00Z"], ["previewType": "film"],
    ] as [JSON])
  func valuesAreChecked(body: JSON) throws {
    #expect(try refused(body).status == 400)
  }

  @Test func aTaskStaysInItsPlan() throws {
    let desk = try GraphDesk()
    let (opening, closing) = (try desk.plan("Opening"), try desk.plan("Closing"))
    #expect(try refused(["planId": .string(closing.id)]).status == 403)
    #expect(try refused(["planId": .string(opening.id)]).status == 204)
    #expect(try refused(["bucketId": .string(closing.bucketIDs[0])]).status == 403)
  }

  @Test func bodiesAreObjects() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    let answer = try desk.patch(task, [1, 2])
    #expect(answer.status == 400)
    #expect(answer.code == "BadRequest")
    #expect(answer.message?.hasPrefix("Unable to read JSON request payload.") == true)
  }

  @Test func annotationsAreLeftAside() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    #expect(try desk.patch(task, ["@odata.type": "#microsoft.graph.plannerTask", "priority": 1]).status == 204)
    #expect(desk.get("/planner/tasks/\(task.id)").body["priority"] == 1)
  }
}
