public import StoreModel
import TaskSync

/// One walk through everything that can happen, from one seed, at the seam of the domain: the server is a model.
public struct Simulation: Sendable {
  /// What came of a walk.
  public struct Report: Sendable {
    /// The seed that replays it.
    public var seed: UInt64
    /// Steps made, rest included.
    public var steps: Int
    /// Edits accepted.
    public var accepted: Int
    /// What did not hold, if anything.
    public var violation: Violation?
    /// What happened, when asked for.
    public var trace: [String]
    /// Sum over everything that happened; the same for the same walk.
    public var outcome: [StoreTask]
  }

  /// Walks so many steps, then lets everything come to rest.
  ///
  /// Every terminal's clock is wrong by `skew`; nothing but dates on cards may depend on it.
  public static func run(seed: UInt64, steps: Int, skew: Duration = .zero, isTraced: Bool = false) -> Report {
    var setUp = SimulationRandom(seed: seed &+ 0x5EED)
    var planner = ModelPlanner(random: &setUp)
    var world = SyncWorld(seed: seed, scene: planner.scene(hasProfile: seed % 4 == 3), skew: skew, isTraced: isTraced)
    var violation: Violation?
    do throws(Violation) {
      for _ in 0..<steps {
        if let call = try world.step() { try world.finish(call, planner.answer(call)) }
      }
      var rest = try world.beginRest()
      while true {
        let next = try world.step(&rest)
        if let call = next.call { try world.finish(call, planner.answer(call)) }
        if !next.goesOn { break }
      }
    } catch {
      violation = error
    }
    return Report(
      seed: seed, steps: world.steps, accepted: world.accepted, violation: violation, trace: world.trace ?? [],
      outcome: planner.ids.compactMap { planner.entries[$0]?.state.task })
  }
}
