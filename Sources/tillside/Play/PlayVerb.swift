import ArgumentParser
import Tape

/// `tillside play`: plays tapes and says which went through.
struct PlayVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Play tapes on the practice store; the first step that does not come true is shown.")

  @Argument(help: "Tapes.") var tapes: [String]

  @Option(help: "Play in memory with virtual time, or on a real pty: headless or pty.")
  var terminal = TapeDeck.Terminal.headless

  @Option(help: "On a pty: time that moves only with the tape as in memory, or the machine's: virtual or real.")
  var time = TapeDeck.Time.real

  @Option(
    help: ArgumentHelp(
      "Play over HTTPS on a served practice cloud, described by its ready file; each tape puts its world back to the start.",
      valueName: "file"))
  var practiceAt: String?

  @Option(help: ArgumentHelp("Write a JUnit report.", valueName: "file"))
  var junit: String?

  @Flag(help: "Make the screens as they are now the golden ones.")
  var updateScreens = false

  func run() throws {
    let assembled = tapes.map { TapeFiles.assemble($0) }
    let faults = assembled.flatMap(\.faults)
    guard faults.isEmpty else {
      TapeFiles.tell(faults)
      throw ExitCode.dataWrong
    }
    let deck = try TapeDeck(terminal, time: time, practiceAt: practiceAt, updatesScreens: updateScreens)
    defer { deck.finish() }
    var report = PlayReport()
    for (program, _) in assembled {
      let begin = ContinuousClock.now
      let failure = try deck.play(program)
      report.add(PlayReport.Entry(tape: program.file, failure: failure?.description, time: begin.duration(to: .now)))
      print(failure == nil ? "ok      \(program.file)" : "failed  \(program.file)")
      if let failure { print(failure.description) }
    }
    if let junit { try TapeFiles.write(report.junit, to: junit) }
    if report.failures > 0 { throw ExitCode.expectationFailed }
  }
}
