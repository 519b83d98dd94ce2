import ArgumentParser
import Strings
import Tape

/// `tillside demo`: lists the shipped tapes and plays one step by step.
struct DemoVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "List the demos that come with Tillside, or play one on this terminal step by step.",
    discussion:
      "In a demo: Enter goes on at a mark, Tab takes the keyboard, F12 hands it back, + and - change the speed, r begins anew, q stops. \(ManualPage.hint)"
  )

  @Argument(
    help: "Name of a demo; without one they are listed.", completion: .list(ShippedDemo.all.map(\.name)))
  var name: String?

  @OptionGroup var pace: PlaySpeed

  @Flag(help: "What a demo does anyway; as tillside play has it.")
  var step = false

  func run() throws {
    try PracticeRule.mustAllow()
    guard let name else {
      let all = ShippedDemo.all
      print("Demos, shown mark by mark:")
      for demo in all where demo.hasMarks { print("\(demo.name)\n    \(demo.purpose)") }
      print("\nMore tapes, shown from start to end:")
      for demo in all where !demo.hasMarks { print("\(demo.name)\n    \(demo.purpose)") }
      return
    }
    guard let demo = ShippedDemo.all.first(where: { $0.name == name }) else {
      throw ValidationError("There is no demo '\(name)'; tillside demo lists them.")
    }
    var (program, faults) = TapeProgram.assemble(
      demo.name, vocabulary: TapeFiles.vocabulary, people: TapeFiles.people
    ) { ShippedDemo.bytes($0) }
    guard faults.isEmpty else {
      TapeFiles.tell(faults)
      throw ExitCode.dataWrong
    }
    // Golden screens are for tests and do not come with the program.
    program.entries.removeAll { if case .expect(.screen) = $0.step { true } else { false } }
    try TapeDemo(speed: pace.speed).play(program, on: TapeDeck.inMemory)
  }
}
