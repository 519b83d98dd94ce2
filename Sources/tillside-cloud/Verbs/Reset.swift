import ArgumentParser
import CloudWire

/// Puts the world back to its start.
struct Reset: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put the world back to its start; every session and change is gone.")
  @Option(help: ArgumentHelp("Start another world.", valueName: "name")) var scenario: String?
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      var body: JSON.Object = [:]
      body["scenario"] = scenario.map(JSON.string)
      let answer = try await options.call("reset", body)
      print(line: options.text(answer, plain: "The world is as at the start."))
    }
  }
}
