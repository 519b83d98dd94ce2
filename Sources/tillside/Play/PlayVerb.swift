import ArgumentParser
import PracticeCloud
import Rehearsal
import Tape

/// `tillside play`: plays tapes and says which went through.
struct PlayVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Play tapes on the practice store; the first step that does not come true is shown.",
    discussion: "Ends with 1 when a tape failed, with 65 when one has mistakes: then none is played. \(ManualPage.hint)"
  )

  @Argument(help: "Tapes.") var tapes: [String]

  @OptionGroup var place: PlayPlace
  @OptionGroup var order: PlayOrder
  @OptionGroup var output: PlayOutput

  @Option(help: ArgumentHelp("Write a JUnit report.", valueName: "file"))
  var junit: String?

  @Flag(help: "Report in the Test Anything Protocol.")
  var tap = false

  @Flag(help: "List the commands, reasons, errors, texts and languages that none of the tapes touched.")
  var coverage = false

  @Flag(help: "Play one tape on this terminal: run to the next Mark or Pause, show its caption, wait for Enter.")
  var step = false

  @OptionGroup var pace: PlaySpeed

  @Flag(help: "Take one message log of a practice run and show the screen it ended with.")
  var replay = false

  @Flag(help: "Make the screens as they are now the golden ones.")
  var updateScreens = false

  func validate() throws {
    guard !tapes.isEmpty else { throw ValidationError("Name a tape.") }
    guard tapes.count == 1 || (!output.isWanted && !step && !replay) else {
      throw ValidationError("--cast, --handout, --svg, --text, --step and --replay take one tape.")
    }
    guard junit != "-" || !output.ownsOutput else {
      throw ValidationError("--junit and a screen or recording cannot both go to standard output.")
    }
    guard !coverage || place.terminal == .headless else {
      throw ValidationError("--coverage looks into the program, so it plays in memory: leave out --terminal pty.")
    }
  }

  func run() throws {
    try PracticeRule.mustAllow()
    if replay { try TapeFiles.mustBePlayable(tapes[0]) }
    let tapes = order.ordered(tapes) { print("\(tap ? "# " : "")\($0)") }
    let programs = try TapeFiles.programs(tapes)
    let coverage = coverage ? TapeCoverage() : nil
    let deck = try TapeDeck(place, updatesScreens: updateScreens, coverage: coverage)
    defer { deck.finish() }
    if step { return try TapeDemo(speed: pace.speed).play(programs[0], on: deck) }
    if replay { return try show(programs[0], on: deck) }
    let signals = place.terminal == .pty ? TemporaryHome.goneAtSignals() : []
    defer { withExtendedLifetime(signals) {} }
    let report = PlayReport(programs.map(\.file), isTAP: tap, isAside: output.ownsOutput || junit == "-")
    if let takers = output.takers(of: programs[0]) {
      report.add(0, deck.result(programs[0], before: takers.watcher))
      try takers.write()
    } else {
      onOwnThreads(deck.isShared ? 1 : order.jobs, jobs: programs.count) { place in
        report.add(place, deck.result(programs[place], times: order.times))
      }
    }
    if let junit { try TapeFiles.write(report.junit, to: junit) }
    if let coverage { report.tell(coverage.gaps(languages: TapeFiles.vocabulary.languages)) }
    if let exit = report.exitCode { throw exit }
  }

  /// The last screen of a message log.
  private func show(_ program: TapeProgram, on deck: TapeDeck) throws {
    let caught = CaughtScreen(program.file, line: nil)
    let result = deck.result(program, before: caught)
    if let screen = caught.screen { print(ScreenText(screen, masks: ScreenMasks()).grid.joined(separator: "\n")) }
    guard let failure = result.failure else { return }
    _ = leave(.expectationFailed, failure)
    throw ExitCode.expectationFailed
  }
}
