import ArgumentParser
import PracticeCloud

/// `tillside hierarchy`: team targeting hierarchies before they are uploaded to Teams.
struct HierarchyVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hierarchy", abstract: "Team targeting hierarchies.", subcommands: [HierarchyCheckVerb.self])
}

/// `tillside hierarchy check`: every mistake of a file at once, as Teams would find them one upload at a time.
struct HierarchyCheckVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a team targeting hierarchy; name every mistake with row and column.",
    discussion: "Columns: DisplayName (or TargetName), ParentName, TeamId, then attributes and #buckets.")

  @Argument(help: ArgumentHelp("CSV file.", valueName: "file")) var file: String

  func run() throws {
    guard let bytes = TapeFiles.content(file) else { throw leave(.dataWrong, "\(file): cannot be read.") }
    let read = TargetingFile(bytes)
    guard let hierarchy = read.hierarchy else {
      let lines = read.problems.map { "\(file): \($0.place): \($0.what) \($0.help)" }
      throw leave(.dataWrong, lines.joined(separator: "\ntillside: "))
    }
    let receiving = grouped(hierarchy.leaves.count)
    print("\(file): \(counted(hierarchy.nodes.count, "node")), receiving: \(receiving). Ready to upload.")
  }
}
