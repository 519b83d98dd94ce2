import ArgumentParser
import CSupervisor
import FoundationEssentials
import Strings
import Tape
import Terminal
import TerminalCurses

/// A tape shown to people on the terminal in front of them.
struct TapeDemo {
  /// How many times as fast as usual.
  var speed: Double

  /// Plays to the end or until the trainer stops, as often as they like; a step that does not come true although nobody had
  /// the keyboard is shown and ends with 1.
  func play(_ program: TapeProgram, on deck: TapeDeck) throws {
    csupervisor_keep()
    let terminal: CursesTerminal
    let words = Words.spoken(in: ProcessInfo.processInfo.environment)
    do { terminal = try CursesTerminal(theme: .colour, environment: ProcessInfo.processInfo.environment) } catch {
      throw leave(.unavailable, error.line(words))
    }
    let purpose = TapeFiles.title(of: program.file)
    let title = purpose == program.file ? purpose : "\(program.file): \(purpose)"
    let screen = StepScreen(terminal, words: words, title: title, speed: speed)
    var failure: String?
    repeat {
      failure = deck.result(program, before: screen).failure
      if failure != nil, !screen.canExplainFailure { break }
    } while screen.isWantedAgain(failed: failure != nil)
    terminal.close()
    if let signal = screen.signal { throw ExitCode(128 + signal) }
    guard !screen.isStopped, let failure else { return }
    print(failure)
    throw ExitCode.expectationFailed
  }
}
