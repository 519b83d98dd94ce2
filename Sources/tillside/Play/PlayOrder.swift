import ArgumentParser
import PracticeCloud

/// In which order tapes are played, how many at a time, and how often.
struct PlayOrder: ParsableArguments {
  @Option(help: ArgumentHelp("Play so many tapes at a time; one at a time on a served cloud.", valueName: "number"))
  var jobs = 1

  @Option(
    defaultAsFlag: UInt64(0), parsing: .next,
    help: ArgumentHelp("Play in another order; the number it says gives the same order again.", valueName: "number"))
  var shuffle: UInt64?

  @Option(
    name: .customLong("repeat"),
    help: ArgumentHelp(
      "Play each tape so often, and fail when one screen differs from the first play's.", valueName: "number"))
  var times = 1

  func validate() throws {
    // What stands behind `=` and is no number would otherwise be passed over.
    for flag in CommandLine.arguments.prefix(while: { $0 != "--" }) where flag.hasPrefix("--shuffle=") {
      let number = flag.dropFirst("--shuffle=".count)
      guard UInt64(number) != nil else {
        throw ValidationError("--shuffle takes a whole number up to \(UInt64.max), and '\(number)' is none.")
      }
    }
    guard (1...64).contains(jobs) else { throw ValidationError("--jobs has to be between 1 and 64.") }
    guard (1...1_000_000).contains(times) else { throw ValidationError("--repeat has to be between 1 and 1000000.") }
  }

  /// The tapes in order; a number for another order is told by `tell`.
  func ordered(_ tapes: [String], tell: (String) -> Void) -> [String] {
    guard let shuffle else { return tapes }
    let seed = shuffle == 0 ? UInt64.random(in: 1...UInt64(UInt32.max)) : shuffle
    tell("order \(seed)")
    var random = SeededRandom(seed: seed)
    return tapes.sorted().shuffled(using: &random)
  }
}
