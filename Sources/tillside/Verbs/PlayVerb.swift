import ArgumentParser
import Glibc
import Rehearsal
import Tape

/// `tillside play`: plays tapes and says which went through.
struct PlayVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Play tapes on the practice store; the first step that does not come true is shown.")

  /// What a tape is played on.
  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case headless, pty
  }

  @Argument(help: "Tapes.") var tapes: [String]

  @Option(help: "Play in memory with virtual time, or on a real pty: headless or pty.")
  var terminal = Stage.headless

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
    var report = PlayReport()
    for (program, _) in assembled {
      let begin = ContinuousClock.now
      let failure = try play(program)
      report.add(PlayReport.Entry(tape: program.file, failure: failure?.description, time: begin.duration(to: .now)))
      print(failure == nil ? "ok      \(program.file)" : "failed  \(program.file)")
      if let failure { print(failure.description) }
    }
    if let junit { try TapeFiles.write(report.junit, to: junit) }
    if report.failures > 0 { throw ExitCode.expectationFailed }
  }

  private func play(_ program: TapeProgram) throws -> TapeFailure? {
    let folder = TapeFiles.screenFolder(of: program.file)
    let shelf = GoldenShelf(
      isUpdating: updateScreens,
      read: { name in TapeFiles.read(folder + name).map { String(decoding: $0, as: UTF8.self) } },
      write: { name, text in
        try? TapeFiles.write(text, to: folder + name)
        return folder + name
      })
    switch terminal {
    case .headless:
      do throws(RehearsalError) { return play(program, on: try Rehearsal.stage(program.start), shelf) } catch {
        throw leave(.unavailable, "no stage for this tape: \(error)")
      }
    case .pty:
      let programOnPty = try PtyProgram(program.start)
      return withExtendedLifetime(programOnPty) { play(program, on: programOnPty.stage, shelf) }
    }
  }

  private func play(_ program: TapeProgram, on stage: any TapeStage, _ shelf: GoldenShelf) -> TapeFailure? {
    var player = TapePlayer(program, on: stage, goldens: shelf)
    do throws(TapeFailure) { try player.play() } catch { return error }
    return nil
  }
}
