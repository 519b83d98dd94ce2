import StoreModel

/// The first line of a state file: everything that makes the same world start once more.
struct StateStart: Codable, Hashable, Sendable {
  /// Raised when older files cannot be read any more.
  static let format = 1

  var format = Self.format
  /// Name of the scenario.
  var scenario: String
  /// The scenario itself, with what it extends: a file of a later version may differ.
  var document: String
  var seed: UInt64
  /// Tasks beside those of the scenario.
  var extraTasks: Int
  var started: Timestamp
  var tenantID: String
  var clientID: String
}

extension StateStart {
  init(_ world: World, seed: UInt64, extraTasks: Int) {
    self.init(
      scenario: world.scenario.name, document: String(decoding: world.scenario.document, as: UTF8.self), seed: seed,
      extraTasks: extraTasks, started: world.started, tenantID: world.tenantID, clientID: world.clientID)
  }

  /// The world as it started.
  func world() throws(ScenarioError) -> World {
    var world = World(
      scenario: try Scenario.read(Array(document.utf8), name: scenario), now: started, seed: seed,
      extraTasks: extraTasks)
    world.tenantID = tenantID
    world.clientID = clientID
    return world
  }
}
