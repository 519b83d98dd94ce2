import ArgumentParser
import SyncSimulation

/// Walks through sync with model terminals, network, disk and server, one seed after the other.
@main
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tillside-simulate",
    abstract: "Simulates three terminals, three workers and a web user, with every fault there is.",
    discussion: """
      A step is one input handled, or one thing done by network, disk or web user. After its steps each walk comes to
      rest. A promise that does not hold is printed with its seed, and the exit code is 1.
      """)

  @Option(help: "How many walks.") var seeds: UInt64 = 200
  @Option(help: "Steps of each walk before it comes to rest.") var steps = 200
  @Option(help: "The first seed.") var first: UInt64 = 0
  @Option(help: "Walk this seed alone and print everything that happens.") var replay: UInt64?

  @Option(help: "Time the merge of so many remote changes instead.") var merge: Int?

  func run() throws {
    if let merge {
      let times = (0..<9).map { _ in MergeTime.measure(tasks: merge) / .milliseconds(1) }.sorted()
      return print("\(merge) remote changes merged in \(times[times.count / 2]) ms (median of \(times.count))")
    }
    if let replay {
      let report = Simulation.run(seed: replay, steps: steps, isTraced: true)
      for line in report.trace { print(line) }
      print(report.violation.map { "\($0.promise.rawValue): \($0.facts)" } ?? "Every promise held.")
      throw ExitCode(report.violation == nil ? 0 : 1)
    }
    let clock = ContinuousClock()
    let start = clock.now
    var (total, accepted, broken) = (0, 0, 0)
    for seed in first..<first + seeds {
      let report = Simulation.run(seed: seed, steps: steps)
      total += report.steps
      accepted += report.accepted
      guard let violation = report.violation else { continue }
      broken += 1
      print("seed \(seed), step \(report.steps): \(violation.promise.rawValue): \(violation.facts)")
      print("  replay: tillside-simulate --replay \(seed) --steps \(steps)")
    }
    let seconds = (clock.now - start) / .seconds(1)
    print(
      "\(seeds) walks, \(total) steps, \(accepted) edits accepted, \(broken) promises broken; "
        + "\(Int(Double(total) / seconds * 60)) steps a minute on one core")
    throw ExitCode(broken == 0 ? 0 : 1)
  }
}
