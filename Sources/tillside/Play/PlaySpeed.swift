import ArgumentParser

/// How fast a tape is shown to an audience.
struct PlaySpeed: ParsableArguments {
  @Option(help: ArgumentHelp("How many times as fast as usual it is shown step by step.", valueName: "number"))
  var speed = 1.0

  func validate() throws {
    guard (0.1...100).contains(speed) else { throw ValidationError("--speed has to be between 0.1 and 100.") }
  }
}
