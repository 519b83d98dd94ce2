import ArgumentParser
import PracticeCloud
import Rehearsal
import StoreModel
import Tape

/// `tillside play`: plays tapes and says which went through.
struct PlayVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Play tapes on the practice store; the first step that does not come true is shown.",
    discussion: "Ends with 1 when a tape failed, with 65 when one has mistakes: then none is played.")

  @Argument(help: "Tapes.") var tapes: [String]

  @OptionGroup var place: PlayPlace

  @Option(help: ArgumentHelp("Write a JUnit report.", valueName: "file"))
  var junit: String?

  @Flag(help: "Report in the Test Anything Protocol.")
  var tap = false

  @Option(help: ArgumentHelp("Play so many tapes at a time; one at a time on a served cloud.", valueName: "number"))
  var jobs = 1

  @Option(
    defaultAsFlag: UInt64(0),
    help: ArgumentHelp("Play in another order; the number it says gives the same order again.", valueName: "number"))
  var shuffle: UInt64?

  @Option(help: ArgumentHelp("Record the play of one tape as asciicast v2.", valueName: "file"))
  var cast: String?

  @Flag(help: "Play one tape on this terminal: run to the next Mark or Pause, show its caption, wait for Enter.")
  var step = false

  @Option(help: ArgumentHelp("How many times as fast --step plays.", valueName: "number"))
  var speed = 1.0

  @Flag(help: "Make the screens as they are now the golden ones.")
  var updateScreens = false

  func validate() throws {
    guard !tapes.isEmpty else { throw ValidationError("Name a tape.") }
    guard tapes.count == 1 || (cast == nil && !step) else {
      throw ValidationError("--cast and --step take one tape.")
    }
    guard (1...64).contains(jobs) else { throw ValidationError("--jobs has to be between 1 and 64.") }
    guard (0.1...100).contains(speed) else { throw ValidationError("--speed has to be between 0.1 and 100.") }
  }

  func run() throws {
    let programs = try TapeFiles.programs(ordered(tapes))
    let deck = try TapeDeck(place, updatesScreens: updateScreens)
    defer { deck.finish() }
    if step { return try TapeDemo(speed: speed).play(programs[0], on: deck) }
    let report = PlayReport(programs.map(\.file), isTAP: tap)
    if let cast {
      let recorder = CastRecorder(
        programs[0].start, title: programs[0].file, timestamp: Rehearsal.opening.wall.seconds)
      report.add(0, deck.result(programs[0], before: recorder))
      try TapeFiles.write(recorder.text, to: cast)
    } else {
      onOwnThreads(deck.isShared ? 1 : jobs, jobs: programs.count) { report.add($0, deck.result(programs[$0])) }
    }
    if let junit { try TapeFiles.write(report.junit, to: junit) }
    if let exit = report.exitCode { throw exit }
  }

  private func ordered(_ tapes: [String]) -> [String] {
    guard let shuffle else { return tapes }
    let seed = shuffle == 0 ? UInt64.random(in: 1...UInt64(UInt32.max)) : shuffle
    print("\(tap ? "# " : "")order \(seed)")
    var random = SeededRandom(seed: seed)
    return tapes.sorted().shuffled(using: &random)
  }
}
