import CloudWire
import HTTPTypes
import MicrosoftCloud
import PracticeCloud
import StoreModel
import TaskSync

@testable import SyncSimulation

/// The practice cloud in the place of the model: requests go out as JSON through the client that a program uses, and what
/// is true is read back through one that nothing happens to.
struct PracticePlanner {
  private let clock: CallClock
  private let transport: FatedTransport
  private let clients: [UserID: GraphClient]
  private let observer: GraphClient
  let scene: Scene

  /// A cloud of its own for one walk.
  init(seed: UInt64, hasProfile: Bool) async throws {
    let clock = CallClock(start: SyncWorld.start)
    let cloud = PracticeCloud(
      scenario: try Scenario.read(Array(Self.scenario.utf8), name: "walk"), clock: clock, seed: seed,
      base: "https://practice.example", keepsTokens: false)
    let facts = await cloud.readyFacts
    let transport = FatedTransport(cloud)
    var clients: [UserID: GraphClient] = [:]
    var workers: [Worker] = []
    var web = UserID(rawValue: "")
    var observer: GraphClient?
    for user in facts.users {
      let tokens = PracticeTokens(cloud: cloud, facts: facts, clock: clock, username: user.username)
      func client(_ transport: any HTTPTransport) -> GraphClient {
        GraphClient(base: cloud.base + "/v1.0", transport: transport, authorization: tokens, clock: clock)
      }
      let field = await tokens.authorization() ?? ""
      let me = try await cloud.send(CloudRequest(.get, cloud.base + "/v1.0/me", headers: [.authorization: field]))
      let id = UserID(rawValue: try JSON.parse(me.body)["id"]?.string ?? "")
      clients[id] = client(transport)
      if user.role == "manager" {
        (web, observer) = (id, client(cloud))
      } else {
        let person = PersonID(tenant: facts.tenantID, object: id.rawValue)
        workers.append(Worker(id: person, username: user.username, displayName: user.displayName))
      }
    }
    self.clock = clock
    self.transport = transport
    self.clients = clients
    self.observer = observer ?? GraphClient(base: "", transport: cloud, authorization: NoTokens(), clock: clock)
    scene = await Self.scene(workers, web, hasProfile, self.observer)
  }

  /// Carries out a call and says what came of it.
  func answer(_ call: ServerCall) async -> CallOutcome {
    clock.set(call.moment)
    transport.set(call.fate)
    guard let client = clients[call.user] else { return CallOutcome(reply: ServerReply(.failed(.tokenRejected))) }
    var outcome = CallOutcome(reply: await client.answer(call.request))
    guard call.request.isWrite else { return outcome }
    let answer = transport.answer
    outcome.isDone = answer?.status.kind == .successful
    let made = answer.flatMap { try? JSON.parse($0.body) }?["id"]?.string
    outcome.task = call.request.task ?? made.map(TaskID.init(rawValue:))
    if outcome.isDone, let task = outcome.task { outcome.state = await state(task) }
    return outcome
  }

  /// Every task there is now, in a fixed order.
  func tasks() async -> [StoreTask] {
    await Self.tasks(of: scene.lists, observer).sorted { $0.id.rawValue < $1.id.rawValue }
  }

  private func state(_ task: TaskID) async -> ServerState? {
    guard case .task(let server) = await observer.answer(.task(task)).answer,
      case .details(let details) = await observer.answer(.details(task)).answer
    else { return nil }
    return ServerState(task: server.task, details: details.details)
  }

  private static func tasks(of lists: [ListID], _ observer: GraphClient) async -> [StoreTask] {
    var all: [StoreTask] = []
    for list in lists {
      guard case .tasks(let tasks) = await observer.answer(.tasks(list)).answer else { continue }
      all += tasks.map(\.task)
    }
    return all
  }

  private static func scene(
    _ workers: [Worker], _ web: UserID, _ hasProfile: Bool, _ observer: GraphClient
  ) async -> Scene {
    var scene = Scene(workers: workers, web: web, lists: [], buckets: [:], profile: nil, states: [])
    guard case .teams(let teams) = await observer.answer(.teams).answer, let team = teams.first,
      case .lists(let lists) = await observer.answer(.lists(team: team.id)).answer
    else { return scene }
    scene.lists = lists.map(\.id)
    for list in scene.lists {
      if case .buckets(let buckets) = await observer.answer(.buckets(list)).answer {
        scene.buckets[list] = buckets.map(\.id)
      }
    }
    if hasProfile {
      scene.profile = StoreProfile(storeNumber: "1", chain: "C", storeName: "S", register: "1", teamID: team.id)
    }
    for task in await tasks(of: scene.lists, observer) {
      guard case .details(let details) = await observer.answer(.details(task.id)).answer else { continue }
      scene.states.append(ServerState(task: task, details: details.details))
    }
    return scene
  }

  private struct NoTokens: AuthorizationSource {
    func authorization() async -> String? { nil }
    func tokenRejected(_ authorization: String, claims: String?) async {}
  }

  /// One store of three workers and a manager, two lists, a task that head office published.
  private static let scenario = """
    {"format": 1, "chain": "C", "tenant": {"name": "Walk", "domain": "walk.example"},
     "staff": [
       {"account": "w0", "name": "Worker 0", "password": "Lantern-1", "role": "worker", "store": "1"},
       {"account": "w1", "name": "Worker 1", "password": "Lantern-2", "role": "worker", "store": "1"},
       {"account": "w2", "name": "Worker 2", "password": "Lantern-3", "role": "worker", "store": "1"},
       {"account": "web", "name": "Manager", "password": "Lantern-4", "role": "manager", "store": "1"}],
     "stores": [{"number": "1", "name": "S", "team": {"name": "Store 1", "about": "Store 1"}, "publishedTo": "Two"}],
     "plans": [
       {"store": "1", "title": "One", "author": "web", "buckets": [
         {"name": "x", "tasks": [
           {"title": "A", "note": "first line", "checklist": {"item a": false, "item b": false}, "assigned": ["w0"]},
           {"title": "B", "checklist": {"item a": false, "item b": true}}]},
         {"name": "y", "tasks": [{"title": "C", "note": "first line"}]}]},
       {"store": "1", "title": "Two", "author": "web", "buckets": [
         {"name": "x", "tasks": [
           {"title": "D", "note": "first line", "checklist": {"item a": false}, "published": true},
           {"title": "E", "checklist": {"item a": false, "item b": false}, "assigned": ["w1", "w2"]}]}]}]}
    """
}
