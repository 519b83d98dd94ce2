import ArgumentParser
import CloudWire
import Glibc
import PracticeCloud

/// Serves a practice cloud until it is stopped.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve a practice cloud over HTTPS until SIGTERM or SIGINT.",
    discussion: """
      When everything answers, one line of JSON is printed and the same is written to the ready file: addresses, the \
      certificate to trust, and the accounts with their practice passwords.
      """)

  @Option(help: ArgumentHelp("Address to listen on.", valueName: "address"))
  var host = "127.0.0.1"
  @Option(help: ArgumentHelp("Host name in addresses and in the certificate.", valueName: "name"))
  var name = "localhost"
  @Option(help: ArgumentHelp("Port to listen on; 0 for any free one.", valueName: "number"))
  var port = 0
  @Option(
    help: ArgumentHelp("World to start with: a name, or a scenario file. (default: contoso-retail)", valueName: "name"))
  var scenario: String?
  @Option(
    help: ArgumentHelp(
      "Source of ids and codes; the same number gives the same ones. (default: 1)", valueName: "number"))
  var seed: UInt64?
  @Option(help: ArgumentHelp("Tasks to add to those of the scenario. (default: 0)", valueName: "number"))
  var tasks: Int?
  @Option(
    help: ArgumentHelp("Keep the world in this file, and go on with it the next time.", valueName: "file"))
  var state: String?
  @Flag(help: "Compress answers with gzip where a client asks for it, as Graph does.")
  var gzip = false
  @OptionGroup var place: ReadyOption

  func validate() throws {
    guard (0...65535).contains(port) else { throw ValidationError("--port has to be between 0 and 65535.") }
    guard (0...1_000_000).contains(tasks ?? 0) else {
      throw ValidationError("--tasks has to be between 0 and 1000000.")
    }
    guard !name.isEmpty, !host.isEmpty else { throw ValidationError("--host and --name cannot be empty.") }
  }

  func run() async throws {
    try await reporting {
      signal(SIGPIPE, SIG_IGN)
      let world = try scenario.map(ScenarioFile.read)
      let path = try place.path
      if await ControlClient.hasAnswer(at: path) { throw CloudFault.alreadyServed(path: path) }
      let served = ServedCloud(
        host: host, name: name, port: port, wish: .init(scenario: world, seed: seed, extraTasks: tasks),
        statePath: state, compresses: gzip, readyPath: path)
      try await served.run { file in
        print(line: String(decoding: file.json.bytes, as: UTF8.self))
      }
    }
  }
}
