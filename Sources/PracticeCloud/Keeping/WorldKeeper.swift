public import StoreModel

/// Keeps the world of a served practice cloud in a file: each change is written before its request is answered.
public struct WorldKeeper: Sendable {
  /// What to begin with; nil takes what the file holds, else the usual.
  public struct Wish: Sendable {
    /// A scenario.
    public var scenario: Scenario?
    /// Source of ids and codes.
    public var seed: UInt64?
    /// Tasks beside the scenario's.
    public var extraTasks: Int?

    /// A wish.
    public init(scenario: Scenario? = nil, seed: UInt64? = nil, extraTasks: Int? = nil) {
      (self.scenario, self.seed, self.extraTasks) = (scenario, seed, extraTasks)
    }
  }

  private let file: StateFile
  private(set) var start: StateStart
  /// The world the file held.
  let opened: World
  /// The parts of the world as they were last written.
  private var kept: WorldRecord
  /// Everything of Planner that was touched since the start.
  private var touched: PlannerTouches
  /// Whether the file could not be written the last time.
  private var isBehind = false
  private let report: @Sendable (StateFault?) -> Void

  /// Opens a state file, or begins one where there is none.
  ///
  /// A file that holds another world than the one wished for is refused and stays as it is. `report` hears once when the
  /// file cannot be written any more, and once, with nil, when it can again.
  public init(
    path: String, wish: Wish, now: Timestamp, report: @escaping @Sendable (StateFault?) -> Void
  ) throws(StateFault) {
    self.report = report
    file = try StateFile(path: path)
    do throws(StateFault) {
      if let lines = try file.lines() {
        (start, opened, touched) = try Self.read(lines, wish, path: path)
      } else {
        guard let scenario = wish.scenario ?? (try? Scenario.load(named: Scenario.usual)) else {
          throw .unreadable(path: path, code: 0)
        }
        let seed = wish.seed ?? 1
        opened = World(scenario: scenario, now: now, seed: seed, extraTasks: wish.extraTasks ?? 0)
        start = StateStart(opened, seed: seed, extraTasks: wish.extraTasks ?? 0)
        touched = PlannerTouches()
      }
      kept = opened.parts
      try file.write(Self.lines(start, opened, touched))
    } catch {
      file.close()
      throw error
    }
  }

  /// Lets go of the file; nothing is kept any more.
  public func close() { file.close() }

  /// Writes down what changed; called after every request.
  mutating func keep(_ world: inout World) {
    let news = world.planner.touched
    world.planner.touched = PlannerTouches()
    touched.formUnion(news)
    let changes = world.changes(since: kept, touched: news)
    guard !changes.isEmpty else { return }
    kept = world.parts
    write(world, adding: changes)
  }

  /// Another world began.
  mutating func begin(_ world: inout World, seed: UInt64, extraTasks: Int) {
    start = StateStart(world, seed: seed, extraTasks: extraTasks)
    touched = PlannerTouches()
    world.planner.touched = PlannerTouches()
    kept = world.parts
    write(world)
  }

  /// Adds what changed, or writes the whole world where nothing is said to have.
  private mutating func write(_ world: World, adding changes: WorldRecord? = nil) {
    do throws(StateFault) {
      if let changes, !isBehind, !file.hasGrown {
        try file.add(StateLine.text(changes))
      } else {
        try file.write(Self.lines(start, world, touched))
      }
      if isBehind { report(nil) }
      isBehind = false
    } catch {
      if !isBehind { report(error) }
      isBehind = true
    }
  }

  private static func lines(_ start: StateStart, _ world: World, _ touched: PlannerTouches) -> [[UInt8]] {
    var record = world.parts
    record.planner = touched.isEmpty ? nil : world.planner.record(of: touched)
    return [StateLine.text(start), StateLine.text(record)]
  }

  private static func read(
    _ lines: [ArraySlice<UInt8>], _ wish: Wish, path: String
  ) throws(StateFault) -> (StateStart, World, PlannerTouches) {
    struct Format: Decodable { var format: Int }
    guard let first = lines.first, let format = StateLine.value(Format.self, of: first)?.format else {
      throw .damaged(path: path, line: 1)
    }
    guard format == StateStart.format else { throw .unknownFormat(path: path, found: format) }
    guard let start = StateLine.value(StateStart.self, of: first), var world = try? start.world() else {
      throw .damaged(path: path, line: 1)
    }
    try start.check(wish, path: path)
    for (index, line) in lines.enumerated().dropFirst() {
      guard let record = StateLine.value(WorldRecord.self, of: line) else {
        throw .damaged(path: path, line: index + 1)
      }
      world.apply(record)
    }
    // Whoever checked the file is gone.
    if world.headquarters.lastUpload?.isOver == false { world.headquarters.lastUpload?.status = .failed }
    let touched = world.planner.touched
    world.planner.touched = PlannerTouches()
    return (start, world, touched)
  }
}

extension StateStart {
  /// Refuses a wish for another world.
  fileprivate func check(_ wish: WorldKeeper.Wish, path: String) throws(StateFault) {
    if let scenario = wish.scenario?.name, scenario != self.scenario {
      throw .otherWorld(path: path, what: "--scenario", asked: scenario, held: self.scenario)
    }
    if let seed = wish.seed, seed != self.seed {
      throw .otherWorld(path: path, what: "--seed", asked: String(seed), held: String(self.seed))
    }
    if let tasks = wish.extraTasks, tasks != extraTasks {
      throw .otherWorld(path: path, what: "--tasks", asked: String(tasks), held: String(extraTasks))
    }
  }
}
