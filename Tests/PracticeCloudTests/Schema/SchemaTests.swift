import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

/// Every route's answers against Microsoft's schema.
@Suite struct SchemaTests {
  private let preferred: HTTPFields = [.prefer: "return=representation"]

  @Test(arguments: ["mei", "priya"])
  func everyReadFits(account: String) throws {
    var desk = try GraphDesk(as: account)
    var check = SchemaCheck(try GraphSchema())
    func list(_ path: String, _ type: String) -> [JSON] {
      let answer = desk.get(path)
      #expect(answer.status == 200, "\(path)")
      check.list(answer.body, of: type, at: path)
      return answer.values
    }
    func entity(_ path: String, _ type: String) {
      let answer = desk.get(path)
      #expect(answer.status == 200, "\(path)")
      check.entity(answer.body, of: type, at: path)
    }
    entity("/me", "user")
    entity("/users/\(desk.caller.id)", "user")
    _ = list("/users", "user")
    _ = list("/me/memberOf", "group")
    _ = list("/me/planner/tasks", "plannerTask")
    _ = list("/me/planner/tasks?$expand=details", "plannerTask")
    _ = list("/users/\(desk.caller.id)/planner/tasks", "plannerTask")
    _ = list("/me/planner/plans", "plannerPlan")
    let teams = list("/me/joinedTeams", "team").map { $0.text("id") }
    #expect(!teams.isEmpty || account == "priya")
    for team in teams {
      entity("/teams/\(team)", "team")
      entity("/groups/\(team)", "group")
      _ = list("/groups/\(team)/members", "user")
      for plan in list("/groups/\(team)/planner/plans", "plannerPlan").map({ $0.text("id") }) {
        entity("/planner/plans/\(plan)", "plannerPlan")
        entity("/planner/plans/\(plan)/details", "plannerPlanDetails")
        for bucket in list("/planner/plans/\(plan)/buckets", "plannerBucket").map({ $0.text("id") }) {
          entity("/planner/buckets/\(bucket)", "plannerBucket")
          _ = list("/planner/buckets/\(bucket)/tasks", "plannerTask")
        }
        for task in list("/planner/plans/\(plan)/tasks", "plannerTask").map({ $0.text("id") }) {
          entity("/planner/tasks/\(task)", "plannerTask")
          entity("/planner/tasks/\(task)?$expand=details", "plannerTask")
          entity("/planner/tasks/\(task)/details", "plannerTaskDetails")
          entity("/planner/tasks/\(task)/bucketTaskBoardFormat", "plannerBucketTaskBoardTaskFormat")
          entity("/planner/tasks/\(task)/progressTaskBoardFormat", "plannerProgressTaskBoardTaskFormat")
          entity("/planner/tasks/\(task)/assignedToTaskBoardFormat", "plannerAssignedToTaskBoardTaskFormat")
        }
      }
    }
    #expect(check.problems == [])
  }

  @Test func everyWriteFits() throws {
    var desk = try GraphDesk()
    var check = SchemaCheck(try GraphSchema())
    let group = try desk.plan("Opening").groupID
    func make(_ path: String, _ body: JSON, _ type: String) -> String {
      let answer = desk.send(.post, path, body)
      #expect(answer.status == 201, "\(path): \(answer.message ?? "")")
      check.entity(answer.body, of: type, at: "POST " + path)
      return answer.body.text("id")
    }
    func change(_ path: String, _ body: JSON, _ type: String) {
      let etag = desk.get(path).body.text("@odata.etag")
      let answer = desk.send(.patch, path, body, etag: etag, headers: preferred)
      #expect(answer.status == 200, "\(path): \(answer.message ?? "")")
      #expect(answer.headers[.preferenceApplied] == "return=representation")
      check.entity(answer.body, of: type, at: "PATCH " + path)
      #expect(answer.body.text("@odata.etag") != etag, "\(path)")
    }
    let container: JSON = ["url": .string("https://graph.microsoft.com/v1.0/groups/\(group)")]
    let plan = make("/planner/plans", ["title": "Spring", "container": container], "plannerPlan")
    let bucket = make(
      "/planner/buckets", ["name": "First", "planId": .string(plan), "orderHint": " !"], "plannerBucket")
    let task = make(
      "/planner/tasks", ["title": "Do it", "planId": .string(plan), "bucketId": .string(bucket)], "plannerTask")
    change("/planner/plans/\(plan)", ["title": "Summer"], "plannerPlan")
    change(
      "/planner/plans/\(plan)/details",
      ["sharedWith": .object([desk.caller.id: true]), "categoryDescriptions": ["category25": "Cold"]],
      "plannerPlanDetails")
    change("/planner/buckets/\(bucket)", ["name": "Second", "orderHint": " !"], "plannerBucket")
    change("/planner/tasks/\(task)", everything(desk.caller.id), "plannerTask")
    change("/planner/tasks/\(task)/details", details, "plannerTaskDetails")
    let path = "/planner/tasks/\(task)/"
    change(path + "bucketTaskBoardFormat", ["orderHint": " !"], "plannerBucketTaskBoardTaskFormat")
    change(path + "progressTaskBoardFormat", ["orderHint": " !"], "plannerProgressTaskBoardTaskFormat")
    change(
      path + "assignedToTaskBoardFormat",
      ["unassignedOrderHint": " !", "orderHintsByAssignee": .object([desk.caller.id: " !"])],
      "plannerAssignedToTaskBoardTaskFormat")
    #expect(check.problems == [])
  }

  private func everything(_ user: String) -> JSON {
    [
      "title": "Did it", "percentComplete": 100, "priority": 1, "startDateTime": "2026-11-24T08:00:00Z",
      "dueDateTime": "2026-11-25T08:00:00.1234567Z", "previewType": "checklist", "conversationThreadId": "thread",
      "appliedCategories": ["category25": true], "orderHint": " !", "assigneePriority": " !",
      "assignments": .object([user: ["@odata.type": "#microsoft.graph.plannerAssignment", "orderHint": " !"]]),
    ]
  }

  private let details: JSON = [
    "description": "A note", "previewType": "description",
    "checklist": [
      "0f1e2d3c-4b5a-4697-8877-665544332211": [
        "@odata.type": "#microsoft.graph.plannerChecklistItem", "title": "One", "isChecked": true, "orderHint": " !",
      ]
    ],
    "references": [
      "https%3A//contoso-retail%2Eexample/a": [
        "@odata.type": "#microsoft.graph.plannerExternalReference", "alias": "A", "type": "Other",
        "previewPriority": " !",
      ]
    ],
  ]

  @Test func theCheckFindsWhatIsWrong() throws {
    var check = SchemaCheck(try GraphSchema())
    check.entity(
      [
        "@odata.context": "x", "@odata.etag": "W/\"x\"", "id": 7, "name": .null, "orderHint": "a", "planId": "b",
        "colour": "red",
      ], of: "plannerBucket", at: "bucket")
    check.list(["value": []], of: "plannerTask", at: "list")
    #expect(
      check.problems == [
        "bucket.id: not Edm.String", "bucket.name: null", "bucket.colour: plannerBucket has no such property",
        "list: no context", "list: wrong count",
      ])
  }
}
