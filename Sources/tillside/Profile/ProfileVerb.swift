import ArgumentParser

/// `tillside profile`: what Graph does not say of a store, as a file.
struct ProfileVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Make and check store profiles, the files that terminal.profile names.",
    subcommands: [ProfileBuildVerb.self, ProfileCheckVerb.self])
}
