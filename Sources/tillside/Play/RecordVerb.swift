import ArgumentParser
import CSupervisor
import FoundationEssentials
import Glibc
import PracticeCloud
import Rehearsal
import Strings
import Tape
import Terminal
import TerminalCurses

/// `tillside record`: somebody works by hand in the practice store, and a tape comes of it.
struct RecordVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Work by hand in the practice store and get a tape: keys, their commands, and what each changed.",
    discussion: """
      F12 takes a step of your own, such as Fault offline or Caption "…"; Enter alone there ends the recording, and so
      does quitting the program. PINs, codes and pasted addresses never get into the tape. Whatever happens, what was
      done so far is in it; at the end it is played once. \(ManualPage.hint)
      """)

  @Argument(help: "The tape to write; it must not be there yet.") var tape: String

  @Option(help: ArgumentHelp("Practice scenario.", valueName: "scenario"))
  var practice = "contoso-retail"

  @Option(help: ArgumentHelp("Source of ids and codes.", valueName: "number"))
  var seed = 1

  @Flag(help: "Write Do … with the key beside it, instead of the key with Do … beside it.")
  var commands = false

  @Flag(help: "Draw with ASCII only.")
  var ascii = false

  @Flag(help: "Take clicks; one on a text that stands nowhere else becomes a step.")
  var mouse = false

  func validate() throws {
    guard TapeFiles.vocabulary.scenarios.contains(practice) else {
      throw ValidationError("There is no scenario '\(practice)'.")
    }
    guard (0...Int(Int32.max)).contains(seed) else {
      throw ValidationError("--seed has to be between 0 and \(Int32.max).")
    }
  }

  func run() throws {
    try PracticeRule.mustAllow()
    guard !TextFile.isThere(tape) else { throw leave(.dataWrong, "\(tape) is there already. Name another file.") }
    // Tried once before the work, so that nothing is lost to a folder that cannot be written to.
    try TapeFiles.write("", to: tape)
    unlink(tape)
    csupervisor_keep()
    let words = Words.spoken(in: ProcessInfo.processInfo.environment)
    let terminal: CursesTerminal
    do {
      terminal = try CursesTerminal(
        theme: .colour, usesMouse: mouse, environment: ProcessInfo.processInfo.environment)
    } catch {
      throw leave(.unavailable, error.line(words))
    }
    var start = TapeStart()
    start.scenario = practice
    start.seed = seed
    start.isASCII = ascii || !terminal.abilities.isUnicode
    start.takesMouse = mouse
    start.size = RecordScreen.room(in: terminal.size)
    let recorder: TapeRecorder
    do throws(RehearsalError) {
      recorder = TapeRecorder(try Rehearsal.stage(start), start: start, goldens: GoldenFolder(of: tape).shelf())
    } catch {
      terminal.close()
      throw leave(.unavailable, error.sentence)
    }
    let screen = RecordScreen(terminal, recorder, name: tape, words: words) { () throws(TapeUnwritten) in
      try TapeFiles.put(printed(recorder, isExact: false), at: tape)
    }
    screen.run()
    terminal.close()
    let exit = screen.signal.map { ExitCode(128 + $0) }
    if recorder.count == 0 {
      print("\(tape): nothing was done, so there is no tape.")
    } else if exit != nil {
      try TapeFiles.write(printed(recorder, isExact: false), to: tape)
      print("\(tape): written as far as it was recorded, not played.")
    } else {
      try finish(recorder)
    }
    if let exit { throw exit }
  }

  private func printed(_ recorder: TapeRecorder, isExact: Bool) -> String {
    TapePrinter.print(recorder.tape("Recorded by hand", isExact: isExact, namingCommands: commands))
  }

  /// Writes the tape that plays: with waits for what came, else with every wait as it was.
  private func finish(_ recorder: TapeRecorder) throws {
    var failure: String?
    for isExact in [false, true] {
      try TapeFiles.write(printed(recorder, isExact: isExact), to: tape)
      let (program, faults) = TapeFiles.assemble(tape)
      failure =
        faults.isEmpty ? TapeDeck.inMemory.result(program).failure : faults.map(\.description).joined(separator: "\n")
      let looks = program.entries.count { $0.step.isLook }
      let idle = program.entries.count { $0.step == .waitIdle }
      let steps = "\(counted(program.entries.count - looks, "step")), \(counted(looks - idle, "expectation"))"
      if failure == nil { return print("\(tape): \(steps); it plays.") }
    }
    print("\(tape) is written, but does not play as it was recorded:\n\(failure ?? "")")
    throw ExitCode.expectationFailed
  }
}
