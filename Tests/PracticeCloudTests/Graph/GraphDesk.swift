import CloudWire
import HTTPTypes
import StoreModel
import Testing

@testable import PracticeCloud

/// A world with somebody signed in, to make Graph calls in one line.
struct GraphDesk {
  /// 2026-11-24 09:38:00 UTC.
  static let start = Timestamp(seconds: 1_795_513_080)
  static let base = "https://localhost:8443/v1.0"

  var world: World
  var caller: Person
  var now = Self.start

  init(as account: String = "mei", extraTasks: Int = 0, seed: UInt64 = 1) throws {
    let scenario = try Scenario.load(named: "contoso-retail")
    world = World(scenario: scenario, now: Self.start, seed: seed, extraTasks: extraTasks)
    caller = try #require(world.person("\(account)@contoso-retail.example"))
  }

  mutating func signIn(_ account: String) throws { caller = try #require(person(account)) }

  func person(_ account: String) -> Person? { world.person("\(account)@contoso-retail.example") }

  func task(_ title: String, store: String = "012") throws -> PracticeTask {
    let plans = try #require(world.stores.first { $0.number == store }).planIDs
    return try #require(plans.flatMap { world.planner.tasks(ofPlan: $0) }.first { $0.title == title })
  }

  func plan(_ title: String, store: String = "012") throws -> PracticePlan {
    let plans = try #require(world.stores.first { $0.number == store }).planIDs
    return try #require(plans.compactMap { world.planner.plans[$0] }.first { $0.title == title })
  }

  mutating func send(
    _ method: HTTPRequest.Method, _ path: String, _ body: JSON? = nil, etag: String? = nil,
    headers: HTTPFields = [:]
  ) -> GraphAnswer {
    let parts = path.split(separator: "?", maxSplits: 1)
    var headers = headers
    headers[.ifMatch] = etag
    var query: [(name: String, value: String)] = []
    for item in parts.dropFirst().joined().split(separator: "&") {
      let pair = item.split(separator: "=", maxSplits: 1).map(String.init)
      query.append((name: pair[0], value: pair.count > 1 ? pair[1] : ""))
    }
    let call = GraphCall(
      method: method, segments: parts[0].split(separator: "/").map(String.init), query: query, headers: headers,
      body: body?.bytes ?? [], caller: caller, base: Self.base, now: now, requestID: "answer-1", correlationID: "mine-1"
    )
    return GraphAnswer(world.graph(call))
  }

  mutating func get(_ path: String) -> GraphAnswer { send(.get, path) }

  mutating func patch(_ path: String, _ body: JSON, etag: String?) -> GraphAnswer {
    send(.patch, path, body, etag: etag)
  }

  /// Changes a task with its latest version.
  mutating func patch(_ task: PracticeTask, _ body: JSON) throws -> GraphAnswer {
    let latest = try #require(world.planner.tasks[task.id])
    return patch("/planner/tasks/\(task.id)", body, etag: latest.mark.etag)
  }

  /// Changes a task's details with their latest version.
  mutating func patchDetails(_ task: PracticeTask, _ body: JSON) throws -> GraphAnswer {
    let latest = try #require(world.planner.tasks[task.id])
    return patch("/planner/tasks/\(task.id)/details", body, etag: latest.detailsMark.etag)
  }
}

/// Graph's answer with its body read.
struct GraphAnswer {
  var status: Int
  var headers: HTTPFields
  var bytes: [UInt8]
  var body: JSON

  init(_ reply: GraphReply) {
    status = reply.status.code
    headers = reply.headers
    bytes = reply.body
    body = (try? JSON.parse(reply.body)) ?? .null
  }

  var values: [JSON] { body["value"]?.array ?? [] }
  var message: String? { body["error"]?["message"]?.string }
  var code: String? { body["error"]?["code"]?.string }
}
