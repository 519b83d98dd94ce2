import CloudWire
import Foundation
import HTTPTypes
import MicrosoftCloud
import PracticeCloud
import StoreModel
import TaskStorage
import TaskSync
import Testing

/// A worker signed in to the practice cloud, and sync over Graph and a real file.
final class ShiftStand: Sendable {
  let clock = StandingClock()
  let cloud: PracticeCloud
  let tokens: TestTokens
  let worker: Worker
  let username: String
  let folder: String

  init() async throws {
    cloud = PracticeCloud(
      scenario: try Scenario.load(named: "contoso-retail"), clock: clock, seed: 7, base: "https://practice.example",
      keepsTokens: true)
    let facts = await cloud.readyFacts
    username = try #require(facts.users.first { $0.role == "worker" }?.username)
    tokens = TestTokens(cloud: cloud, facts: facts, username: username)
    await tokens.renew()
    let field = try #require(await tokens.authorization())
    let me = try await cloud.send(
      CloudRequest(.get, "https://practice.example/v1.0/me", headers: [.authorization: field]))
    let id = try #require(try JSON.parse(me.body)["id"]?.string)
    worker = Worker(id: PersonID(tenant: facts.tenantID, object: id), username: username, displayName: username)
    folder = FileManager.default.temporaryDirectory.path + "/tillside-shift-" + UUID().uuidString
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A program just started: an engine on the same files, and what it reports.
  func engine() throws -> (engine: SyncEngine, log: EventLog) {
    let log = EventLog()
    let client = GraphClient(
      base: "https://practice.example/v1.0", transport: cloud, authorization: tokens, clock: clock)
    let engine = SyncEngine(
      server: client, store: SQLiteTaskStore(folder: try StateFolder(folder)), clock: clock, profile: nil,
      report: { log.take($0) })
    return (engine, log)
  }

  /// An engine after its first complete round.
  func synced() async throws -> (engine: SyncEngine, log: EventLog) {
    let (engine, log) = try engine()
    await engine.begin(worker: worker)
    await log.wait { $0.standing.lastSync != nil }
    return (engine, log)
  }

  /// Somebody's open task that nobody has worked on.
  func openTask(_ log: EventLog) throws -> StoreTask {
    let open = log.seen.tasks.values.filter { $0.task.status == .notStarted }
    return try #require(open.min { $0.id.rawValue < $1.id.rawValue }).task
  }

  /// A task as the server has it now.
  func percent(of task: TaskID) async throws -> Int? {
    let field = try #require(await tokens.authorization())
    let response = try await cloud.send(
      CloudRequest(
        .get, "https://practice.example/v1.0/planner/tasks/\(task.rawValue)", headers: [.authorization: field]))
    return try JSON.parse(response.body)["percentComplete"]?.int
  }
}

/// A session of the practice cloud without a person: approves its own codes.
actor TestTokens: AuthorizationSource {
  private let cloud: PracticeCloud
  private let facts: ReadyFacts
  private let username: String
  private var field: String?
  private(set) var rejections = 0

  init(cloud: PracticeCloud, facts: ReadyFacts, username: String) {
    self.cloud = cloud
    self.facts = facts
    self.username = username
  }

  func authorization() async -> String? { field }

  func tokenRejected(_ authorization: String, claims: String?) async {
    guard authorization == field else { return }
    rejections += 1
    await renew()
  }

  func renew() async {
    field = nil
    let scope = "Tasks.ReadWrite%20User.Read%20openid%20profile%20offline_access"
    let code = await post("devicecode", "client_id=\(facts.clientID)&scope=\(scope)")
    guard let userCode = code?["user_code"]?.string, let deviceCode = code?["device_code"]?.string else { return }
    try? await cloud.approve(userCode: userCode, as: username)
    let grant = "urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"
    let token = await post("token", "grant_type=\(grant)&client_id=\(facts.clientID)&device_code=\(deviceCode)")
    field = token?["access_token"]?.string.map { "Bearer " + $0 }
  }

  private func post(_ path: String, _ form: String) async -> JSON? {
    let url = "https://practice.example/\(facts.tenantID)/oauth2/v2.0/\(path)"
    let response = try? await cloud.send(
      CloudRequest(.post, url, headers: [.contentType: "application/x-www-form-urlencoded"], body: Array(form.utf8)))
    return response.flatMap { try? JSON.parse($0.body) }
  }
}
