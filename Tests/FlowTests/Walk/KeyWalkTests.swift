import Glibc
import Tape
import Testing
import TillsideTesting

/// Walks through the whole program as somebody confused, tired or hostile would take it, on a cloud and a machine that fail:
/// after every step each promise of screen, session and work is looked at. What is broken is printed as a tape.
///
/// `TILLSIDE_WALKS=100-300` walks other seeds, `TILLSIDE_WALK_STEPS` more steps, `TILLSIDE_WALK_TRACE` names a file that
/// holds the steps even if the program traps.
@Suite struct KeyWalkTests {
  static let seeds: [UInt64] = {
    let wanted = environment("TILLSIDE_WALKS").map { $0.split(separator: "-").compactMap { UInt64($0) } } ?? []
    guard let first = wanted.first, let last = wanted.last else {
      return Array(1...UInt64(Soak.count(short: 4, long: 200)))
    }
    return Array(first...last)
  }()
  static let steps = environment("TILLSIDE_WALK_STEPS").flatMap { Int($0) } ?? Soak.count(short: 90, long: 300)

  @Test(arguments: seeds) func noPromiseIsBroken(seed: UInt64) async throws {
    let report = try await onOwnThread { () -> String? in
      let trace = Self.environment("TILLSIDE_WALK_TRACE").flatMap { fopen($0 + ".\(seed)", "w") }
      defer { trace.map { _ = fclose($0) } }
      let outcome = try KeyWalk.walk(seed: seed, steps: Self.steps) { line in
        guard let trace else { return }
        fputs(line + "\n", trace)
        fflush(trace)
      }
      if Self.environment("TILLSIDE_WALKS") != nil {
        print("walk \(seed): \(outcome.steps.count) steps, \(outcome.counts)")
      }
      guard outcome.objection != nil else { return nil }
      return Self.report(try KeyWalk.shortened(outcome, within: .seconds(40)), seed: seed, all: outcome.steps.count)
    }
    if let report { Issue.record("\(report)") }
  }

  @Test func theSameSeedShowsTheSameScreens() async throws {
    try await onOwnThread {
      let one = try KeyWalk.walk(seed: 1, steps: 60, keepsScreens: true)
      let other = try KeyWalk.walk(seed: 1, steps: 60, keepsScreens: true)
      #expect(one.screens == other.screens)
      #expect(one.tape == other.tape)
    }
  }

  private static func report(_ outcome: KeyWalk.Outcome, seed: UInt64, all: Int) -> String {
    let screen = outcome.screen.map { ScreenText($0, masks: ScreenMasks()).grid.joined(separator: "\n") } ?? ""
    return """
      seed \(seed), step \(all): \(outcome.objection?.description ?? "")
      \(screen)
      \(outcome.tape)
      """
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
