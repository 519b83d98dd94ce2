import ArgumentParser
import CloudWire
import PracticeCloud

/// Makes the cloud misbehave on purpose.
struct FaultVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fault",
    abstract: "Make the cloud misbehave, or behave again with: fault none",
    discussion: "Kinds: \(Fault.Kind.allCases.map(\.rawValue).joined(separator: ", ")); none clears all.")
  @Argument(help: "Which fault.") var kind: String
  @Option(
    help: ArgumentHelp("Only requests of this method and path, such as 'PATCH /v1.0/planner'.", valueName: "start"))
  var match: String?
  @Option(help: ArgumentHelp("How many requests; without it, until cleared.", valueName: "number")) var count: Int?
  @Option(help: ArgumentHelp("Retry-After of throttle, delay of latency, how far skew is ahead.", valueName: "number"))
  var seconds: Int?
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      var body: JSON.Object = ["kind": .string(kind)]
      body["match"] = match.map(JSON.string)
      body["count"] = count.map(JSON.int)
      body["seconds"] = seconds.map(JSON.int)
      let answer = try await options.call("faults", body)
      print(line: options.text(answer, plain: kind == "none" ? "No faults." : "Fault \(kind) is on."))
    }
  }
}
