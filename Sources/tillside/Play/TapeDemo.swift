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

  /// Plays to the end or until the trainer stops; a step that does not come true is shown and ends with 1.
  func play(_ program: TapeProgram, on deck: TapeDeck) throws {
    csupervisor_keep()
    let terminal: CursesTerminal
    do { terminal = try CursesTerminal(theme: .colour, environment: ProcessInfo.processInfo.environment) } catch {
      throw leave(.unavailable, error.line(.spoken(in: ProcessInfo.processInfo.environment)))
    }
    let screen = StepScreen(terminal, speed: speed)
    let result = deck.result(program, before: screen)
    if result.failure == nil { screen.end() }
    terminal.close()
    guard !screen.isStopped, let failure = result.failure else { return }
    print(failure)
    throw ExitCode.expectationFailed
  }
}
