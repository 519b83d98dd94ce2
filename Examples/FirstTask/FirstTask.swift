import MicrosoftCloud
import PracticeCloud
import SessionCore
import StoreModel
import TaskSync

/// TillsideCore without a terminal: signs in to a practice cloud in the same process, lists the worker's tasks and
/// completes the first one. With `CloudNetwork` in place of the practice cloud the same lines work against a tenant;
/// with `SQLiteTaskStore` in place of the memory, changes outlive the program.
@main
struct FirstTask {
  static func main() async throws {
    let clock = HostClock()
    let cloud = PracticeCloud(
      scenario: try Scenario.load(named: "contoso-retail"), clock: clock, seed: 1,
      base: "https://practice.example",
      keepsTokens: false)
    let facts = await cloud.readyFacts
    let entra = EntraClient(
      settings: EntraSettings(
        authority: cloud.base, tenant: facts.tenantDomain, clientID: facts.clientID),
      transport: cloud, clock: clock, makeRequestID: GraphClient.randomRequestID)

    let code = try await entra.beginDeviceCode(hint: nil)
    print(
      "Code \(code.userCode): a person types it on their phone; here the practice cloud is told to approve."
    )
    try await cloud.approve(userCode: code.userCode, as: "mei@\(facts.tenantDomain)")
    guard case .tokens(let grant, let person) = await entra.poll(code.device) else {
      return print("Not signed in.")
    }

    let (events, stream) = AsyncStream.makeStream(of: SyncEvent.self)
    let graph = GraphClient(
      base: cloud.base + "/v1.0", transport: cloud, authorization: Bearer(grant), clock: clock)
    let sync = SyncEngine(server: graph, store: MemoryTaskStore(), clock: clock, profile: nil) {
      stream.yield($0)
    }
    await sync.begin(
      worker: Worker(id: person.id, username: person.username, displayName: person.displayName))

    var tasks: [TaskID: StoreTask] = [:]
    for await event in events {
      switch event {
      case .tasks(let changed, _): for seen in changed { tasks[seen.id] = seen.task }
      case .standing(let standing) where standing.lastSync != nil && !tasks.isEmpty:
        let open = tasks.values.filter { $0.status != .complete }.sorted {
          ($0.title, $0.id.rawValue) < ($1.title, $1.id.rawValue)
        }
        for task in open { print("[ ] \(task.title)") }
        tasks = [:]
        if let first = open.first { await sync.edit(.setStatus(.complete), task: first.id) }
      case .confirmed(let change): return print("[x] \(change.title): the server has it.")
      default: break
      }
    }
  }
}

/// The session of this example: one token, for as long as it is good. A program with people uses `SessionEngine`, which
/// renews it, locks, and wipes it at sign-out.
actor Bearer: AuthorizationSource {
  private let grant: TokenGrant

  init(_ grant: consuming TokenGrant) { self.grant = grant }

  func authorization() async -> String? {
    "Bearer " + grant.access.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  func tokenRejected(_ authorization: String, claims: String?) async {}
}
