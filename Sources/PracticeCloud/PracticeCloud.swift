public import CloudWire
import HTTPTypes
public import StoreModel

/// A whole tenant in memory: identity provider, directory, teams and Planner, answering real wire formats.
///
/// It is an `HTTPTransport`: the same code answers in-process, served over HTTPS, and in simulation. Everything is
/// repeatable by seed except tokens and keys.
public actor PracticeCloud: HTTPTransport {
  let clock: CloudClock
  /// `https://host[:port]`, without a slash at the end; every address in answers begins with it.
  public nonisolated let base: String
  var seed: UInt64
  let keepsTokens: Bool
  var extraTasks: Int
  let signingKey: Task<SigningKey?, Never>
  var world: World
  var faults = FaultBoard()
  var requestLog = RequestLog()
  /// GUIDs of answers, apart from the world's own ids.
  var answerIDs: SeededRandom
  /// Rows of a hierarchy file that is being checked.
  var uploadedRows: RowCount?
  /// Keeps the world on disk; nil for a world that ends with its process.
  var keeper: WorldKeeper?

  /// A tenant as a scenario describes it.
  ///
  /// `base` is `https://host[:port]`. With `keepsTokens` the texts of tokens are kept for `GET tokens` (served, for
  /// tests); without it only their digests are. The signing key is made in the background; the first token waits for it.
  /// `extraTasks` more tasks are spread over the plans, to see how a crowded store behaves.
  public init(
    scenario: Scenario, clock: any StoreClock, seed: UInt64, base: String, keepsTokens: Bool, extraTasks: Int = 0
  ) {
    let now = clock.now().wall
    self.init(
      world: World(scenario: scenario, now: now, seed: seed, extraTasks: extraTasks), clock: clock, seed: seed,
      base: base, keepsTokens: keepsTokens, extraTasks: extraTasks)
  }

  /// A tenant whose world is kept in a file, as the file has it.
  public init(keeper: WorldKeeper, clock: any StoreClock, base: String, keepsTokens: Bool) {
    self.init(
      world: keeper.opened, clock: clock, seed: keeper.start.seed, base: base, keepsTokens: keepsTokens,
      extraTasks: keeper.start.extraTasks, keeper: keeper)
  }

  init(
    world: World, clock: any StoreClock, seed: UInt64, base: String, keepsTokens: Bool, extraTasks: Int = 0,
    keeper: WorldKeeper? = nil
  ) {
    self.keeper = keeper
    self.extraTasks = extraTasks
    self.clock = CloudClock(clock)
    self.base = base
    self.seed = seed
    self.keepsTokens = keepsTokens
    self.world = world
    self.world.identity.random = SeededRandom(seed: seed ^ 0x51D5_5EED)
    answerIDs = SeededRandom(seed: seed ^ 0xA115_3E1D)
    signingKey = SigningKey.shared
  }

  /// The world as at the start, of another scenario or seed if one is given: every code, token and change is gone,
  /// faults too.
  public func reset(scenario: Scenario? = nil, seed: UInt64? = nil) {
    self.seed = seed ?? self.seed
    let seed = self.seed
    let now = clock.now().wall
    let (tenantID, clientID) = (world.tenantID, world.clientID)
    // A large world takes a while to be let go; nobody waits for that.
    let old = DepartingWorld(world)
    defer { Task.detached { old.letGo() } }
    world = World(scenario: scenario ?? world.scenario, now: now, seed: seed, extraTasks: extraTasks)
    // The ready file goes on being true.
    world.tenantID = tenantID
    world.clientID = clientID
    world.identity.random = SeededRandom(seed: seed ^ 0x51D5_5EED)
    answerIDs = SeededRandom(seed: seed ^ 0xA115_3E1D)
    faults.clear()
    requestLog = RequestLog()
    keeper?.begin(&world, seed: seed, extraTasks: extraTasks)
  }

  /// Writes down what a request has changed, before it is answered.
  func keep() { keeper?.keep(&world) }

  /// Requests from the same process, the control interface among them; faults become errors.
  public func send(_ request: CloudRequest) async throws(TransportError) -> CloudResponse {
    let address = PracticeAddress(url: request.url)
    guard address.origin == base else { throw .addressRefused(url: address.origin + address.path) }
    let host = String(base.split(separator: "/").last ?? "")
    let answer = await answer(request, isLoopback: true)
    guard !Task.isCancelled else { throw .cancelled }
    switch answer {
    case .response(let response): return response
    case .drop: throw .unreachable(host: host)
    case .truncated: throw .lostAfterSending(host: host)
    case .hang:
      do { try await clock.sleep(until: clock.now().instant.advanced(by: .seconds(30))) } catch { throw .cancelled }
      throw .lostAfterSending(host: host)
    }
  }

  public func closeConnections() async {}
}
