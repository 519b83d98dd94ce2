import ArgumentParser
import CSupervisor
import FoundationEssentials
import Strings

/// The command line: `run` where no verb is given.
@main
struct Tillside: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tillside",
    abstract: "The task companion at the till.",
    discussion: """
      Without configuration Tillside opens the practice store: nothing is real, and nothing leaves this terminal.
      Press ? in the program for every key that works where you are; tillside manual lists the pages of the manual.
      """,
    version: Version.text,
    subcommands: [
      RunVerb.self, PlayVerb.self, RecordVerb.self, DemoVerb.self, CheckVerb.self, DoctorVerb.self,
      ManualVerb.self, KeysVerb.self, SettingsVerb.self, SignOutVerb.self, PurgeVerb.self, ProfileVerb.self,
      HierarchyVerb.self,
    ],
    defaultSubcommand: RunVerb.self)

  static func main() {
    let words = (0..<csupervisor_argument_count()).compactMap { csupervisor_argument($0).map { String(cString: $0) } }
    let spoken = Words.spoken(in: ProcessInfo.processInfo.environment)
    csupervisor_output_must_arrive("tillside: \(spoken(.outputLost))\n")
    main(Array(words.dropFirst()))
  }
}

/// The program's version, as `--version` and the User-Agent say it.
enum Version {
  static let text = "0.1.0"
  static let agent = "Tillside/" + text
}
