import ArgumentParser
import CloudWire
import PracticeCloud

/// Organization hierarchies, and the one Teams was given.
struct Hierarchies: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List hierarchies and their purposes, download one for Teams, upload it there.",
    subcommands: [
      ListHierarchies.self, AssignPurpose.self, RemovePurpose.self, DownloadHierarchy.self, UploadHierarchy.self,
      WithdrawHierarchy.self,
    ], defaultSubcommand: ListHierarchies.self)
}

struct ListHierarchies: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List hierarchies and the last upload.")
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.look("hq/hierarchies")
      print(line: options.text(answer, plain: hierarchies(answer)))
    }
  }
}

/// Hierarchies of headquarters, and what Teams was given.
func hierarchies(_ answer: JSON?) -> String {
  let rows = (answer?["hierarchies"]?.array ?? []).map { hierarchy in
    [
      hierarchy["name"]?.string, hierarchy["purposes"]?.listed, hierarchy["nodes"]?.int.map(String.init),
      hierarchy["offered"]?.bool == true ? "yes" : "no: only one for retail-reporting is",
    ]
  }
  let table = Table(["HIERARCHY", "PURPOSES", "NODES", "OFFERED TO TEAMS"], rows).text
  let inForce = answer?["inForce"]?["nodes"]?.int.map {
    "Teams has a targeting hierarchy of \(counted($0, "node"))."
  }
  let upload = UploadStanding(answer).map { "Last upload: \($0.file), \($0.line)." }
  return [table, inForce ?? "Teams has no targeting hierarchy: nobody can publish.", upload].compactMap { $0 }
    .joined(separator: "\n")
}

struct PurposeArguments: ParsableArguments {
  @Argument(help: "Name of the hierarchy.") var name: String
  @Argument(help: "Purpose, such as retail-reporting.") var purpose: String
  @OptionGroup var options: ControlOptions
}

struct AssignPurpose: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "assign", abstract: "Give a hierarchy a purpose.")
  @OptionGroup var change: PurposeArguments

  func run() async throws {
    try await reporting {
      let answer = try await change.options.call(
        "hq/hierarchies",
        ["action": "assign", "name": .string(change.name), "purpose": .string(change.purpose)])
      print(line: change.options.text(answer, plain: hierarchies(answer)))
    }
  }
}

struct RemovePurpose: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take a purpose from a hierarchy.")
  @OptionGroup var change: PurposeArguments

  func run() async throws {
    try await reporting {
      let answer = try await change.options.call(
        "hq/hierarchies",
        ["action": "remove", "name": .string(change.name), "purpose": .string(change.purpose)])
      print(line: change.options.text(answer, plain: hierarchies(answer)))
    }
  }
}

struct DownloadHierarchy: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "download", abstract: "Print a hierarchy as the CSV that Teams takes; Retail reporting only.")
  @Argument(help: "Name of the hierarchy.") var name: String
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.look("hq/hierarchy?name=\(name.addressEncoded)")
      print(
        line: options.text(
          answer, plain: (answer["csv"]?.string ?? "").split(separator: "\r\n").joined(separator: "\n")))
    }
  }
}

struct WithdrawHierarchy: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take the hierarchy away from Teams; what was published stays workable.")
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await options.call("hq/hierarchies", ["action": "withdraw"])
      print(line: options.text(answer, plain: hierarchies(answer)))
    }
  }
}
