import ArgumentParser

/// Which cloud, which settings, which state folder: the flags of everything that works as this terminal does.
struct StartPlace: ParsableArguments, Sendable {
  @Option(
    defaultAsFlag: "contoso-retail", parsing: .next,
    help: ArgumentHelp("Use the practice store although a tenant is configured.", valueName: "scenario"))
  var practice: String?

  @Option(help: ArgumentHelp("Use a served practice cloud, described by its ready file.", valueName: "file"))
  var practiceAt: String?

  @Option(help: ArgumentHelp("Settings file.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("State folder.", valueName: "dir"))
  var state: String?
}
