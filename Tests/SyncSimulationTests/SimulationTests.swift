import Glibc
import StoreModel
import Testing

@testable import SyncSimulation

/// Sync under every interleaving the seeds come up with. A failure names its seed and how to replay it.
@Suite struct SimulationTests {
  /// `make soak` walks ten million steps with `tillside-simulate`, built for release.
  static let isSoak = getenv("TILLSIDE_SOAK") != nil

  @Test(arguments: 0..<8)
  func everyPromiseHolds(_ part: UInt64) {
    let walks: UInt64 = Self.isSoak ? 400 : 100
    var (steps, accepted) = (0, 0)
    for seed in part * walks..<(part + 1) * walks {
      let report = Simulation.run(seed: seed, steps: 200)
      steps += report.steps
      accepted += report.accepted
      if let violation = report.violation {
        Issue.record(
          """
          \(violation.promise.rawValue): \(violation.facts)
          seed \(seed), step \(report.steps); replay: tillside-simulate --replay \(seed) --steps 200
          """)
      }
    }
    #expect(accepted > Int(walks) * 2)
    print("simulated seeds \(part * walks)...\((part + 1) * walks - 1): \(steps) steps, \(accepted) edits accepted")
  }

  /// Walks that broke a promise once, of 50,000.
  @Test(arguments: [UInt64(7077), 13696, 19796, 24681, 27726, 37987, 38984, 41570, 48253])
  func whatWasBrokenOnceHolds(_ seed: UInt64) {
    #expect(Simulation.run(seed: seed, steps: 200).violation == nil)
  }

  /// And long ones that did, of 3,000.
  @Test(arguments: [UInt64(505), 950, 1091, 1386])
  func whatWasBrokenOnceInALongWalkHolds(_ seed: UInt64) {
    #expect(Simulation.run(seed: seed, steps: 3000).violation == nil)
  }

  /// Clocks that are ten years wrong change no outcome.
  @Test(arguments: [UInt64(0), 1, 2, 3, 4, 5, 6, 7])
  func clocksTenYearsWrongChangeNothing(_ seed: UInt64) {
    let right = Simulation.run(seed: seed, steps: 120)
    let wrong = Simulation.run(seed: seed, steps: 120, skew: .seconds(315_576_000))
    #expect(right.violation == nil)
    #expect(right.steps == wrong.steps)
    #expect(right.outcome == wrong.outcome)
  }

  @Test func theSameSeedWalksTheSameWay() {
    let first = Simulation.run(seed: 5, steps: 100, isTraced: true)
    let second = Simulation.run(seed: 5, steps: 100, isTraced: true)
    #expect(first.trace.count > 100)
    #expect(first.trace == second.trace)
  }
}
