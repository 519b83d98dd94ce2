import SyncSimulation

/// Walks seed after seed until a promise breaks: `walk STEPS FIRST-SEED END`.
@main
struct Walk {
  static func main() {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    guard numbers.count == 3, numbers[1] <= numbers[2] else { return print("usage: walk STEPS FIRST-SEED END") }
    for seed in UInt64(numbers[1])..<UInt64(numbers[2]) {
      let report = Simulation.run(seed: seed, steps: numbers[0])
      guard let violation = report.violation else { continue }
      return print("caught by seed \(seed) in step \(report.steps): \(violation.promise.rawValue)")
    }
    print("not caught")
  }
}
