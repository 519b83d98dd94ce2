import SyncSimulation

/// Walks seed after seed until a promise breaks: `walk STEPS MOST-SEEDS`.
@main
struct Walk {
  static func main() {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    guard numbers.count == 2 else { return print("usage: walk STEPS MOST-SEEDS") }
    for seed in 0..<UInt64(numbers[1]) {
      let report = Simulation.run(seed: seed, steps: numbers[0])
      guard let violation = report.violation else { continue }
      return print("caught by seed \(seed) in step \(report.steps): \(violation.promise.rawValue)")
    }
    print("not caught")
  }
}
