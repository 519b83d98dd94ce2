import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct BatchTests {
  func send(_ requests: [JSON], to desk: inout GraphDesk) -> GraphAnswer {
    desk.send(.post, "/$batch", ["requests": .array(requests)])
  }

  func answer(_ id: String, in batch: GraphAnswer) -> JSON? {
    batch.body["responses"]?.array?.first { $0["id"]?.string == id }
  }

  @Test func eachRequestHasItsOwnAnswer() throws {
    var desk = try GraphDesk()
    let batch = send(
      [
        ["id": "1", "method": "GET", "url": "/me"], ["id": "2", "method": "GET", "url": "me/planner/tasks"],
        ["id": "3", "method": "get", "url": "https://localhost:8443/v1.0/me?$select=id", "depends_on": []],
        ["id": "4", "method": "GET", "url": "/planner/tasks/AAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
      ], to: &desk)
    #expect(batch.status == 200)
    #expect(answer("1", in: batch)?["body"]?["displayName"] == "Mei-Lin Tran")
    #expect(answer("2", in: batch)?["body"]?["value"]?.array?.count == 8)
    #expect(answer("3", in: batch)?["body"]?.object?.members.map(\.name) == ["@odata.context", "id"])
    #expect(answer("4", in: batch)?["status"] == 404)
    #expect(answer("4", in: batch)?["body"]?["error"]?["code"] == "")
    #expect(answer("1", in: batch)?["headers"]?["Content-Type"]?.string?.hasPrefix("application/json") == true)
  }

  @Test func headersOfTheItemCount() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    let url: JSON = .string("/planner/tasks/\(task.id)")
    let batch = send(
      [
        [
          "id": "a", "method": "PATCH", "url": url, "body": ["percentComplete": 100],
          "headers": [
            "Content-Type": "application/json", "If-Match": .string(task.mark.etag), "Prefer": "return=representation",
          ],
        ],
        [
          "id": "b", "method": "PATCH", "url": url, "body": ["percentComplete": 0],
          "headers": ["Content-Type": "application/json"],
        ],
      ], to: &desk)
    #expect(answer("a", in: batch)?["status"] == 200)
    #expect(answer("a", in: batch)?["body"]?["percentComplete"] == 100)
    #expect(answer("b", in: batch)?["status"] == 412)
  }

  @Test func dependentsOfAFailureDoNotRun() throws {
    var desk = try GraphDesk()
    let batch = send(
      [
        ["id": "first", "method": "GET", "url": "/nonsense"],
        ["id": "second", "method": "GET", "url": "/me", "dependsOn": ["First"]],
        ["id": "third", "method": "GET", "url": "/me", "dependsOn": ["second"]],
        ["id": "fourth", "method": "GET", "url": "/me"],
      ], to: &desk)
    #expect(
      ["first", "second", "third", "fourth"].map { answer($0, in: batch)?["status"]?.int } == [404, 424, 424, 200])
  }

  @Test(
    arguments: [
      [], [["id": "1", "method": "GET"]], [["method": "GET", "url": "/me"]],
      [["id": "a", "method": "GET", "url": "/me"], ["id": "A", "method": "GET", "url": "/me"]],
      [["id": "1", "method": "GET", "url": "/me", "dependsOn": ["2"]], ["id": "2", "method": "GET", "url": "/me"]],
      [["id": "1", "method": "POST", "url": "/planner/tasks", "body": ["title": "x"]]],
      [["id": "1", "method": "GET", "url": "https://elsewhere.example/v1.0/me"]],
    ] as [[JSON]])
  func brokenBatchesAreRefusedWhole(requests: [JSON]) throws {
    var desk = try GraphDesk()
    let batch = send(requests, to: &desk)
    #expect(batch.status == 400)
    #expect(batch.code == "BadRequest")
  }

  @Test func atMostTwenty() throws {
    var desk = try GraphDesk()
    func requests(_ count: Int) -> [JSON] {
      (0..<count).map { ["id": .string("\($0)"), "method": "GET", "url": "/me"] }
    }
    #expect(send(requests(20), to: &desk).body["responses"]?.array?.count == 20)
    #expect(send(requests(21), to: &desk).status == 400)
    #expect(desk.get("/$batch").status == 405)
    let nested = send([["id": "1", "method": "POST", "url": "/$batch"]], to: &desk)
    #expect(answer("1", in: nested)?["status"] == 404)
  }
}
