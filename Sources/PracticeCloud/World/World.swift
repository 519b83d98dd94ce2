import StoreModel
import Synchronization

/// Everything the practice tenant knows, as one value: reset is assignment, and a test can look at all of it.
struct World: Sendable {
  /// What a scenario file set up.
  var scenario: Scenario
  /// When it started; the scenario's moments count from here.
  var started: Timestamp
  /// Tenant GUID.
  var tenantID: String
  /// Verified domain.
  var tenantDomain: String
  /// Client id of the registered app.
  var clientID: String
  var people: [Person]
  var teams: [Team]
  var stores: [PracticeStore]
  /// Sign-in: codes, tokens, account states, policies.
  var identity: IdentityDesk
  /// Planner: plans, buckets, tasks with versions.
  var planner: PlannerDesk
  /// What Graph knows nothing of.
  var headquarters: Headquarters
  /// Faults that may hit single requests of a batch; set while one is answered.
  var batchFaults = FaultBoard()
  /// Source of ids and codes, repeatable by seed.
  var random: SeededRandom
}

/// A world that nobody asks any more; only here is it still held.
final class DepartingWorld: Sendable {
  private let world: Mutex<World?>

  init(_ world: World) { self.world = Mutex(world) }

  func letGo() { world.withLock { $0 = nil } }
}

extension World {
  /// A person by object id or sign-in name; case does not matter.
  func person(_ name: String) -> Person? {
    let wanted = name.lowercased()
    return people.first { $0.id == wanted || $0.username.lowercased() == wanted }
  }
}
