import ArgumentParser
import Strings
import Tape
import Terminal
import TerminalCurses
import TerminalPlain

/// What a run is shown on: the whole screen, or lines.
enum RunTerminal {
  case screen(CursesTerminal)
  case lines(PlainTerminal)

  /// Takes the terminal: lines where they are asked for, by flag, by `ACCESSIBLE=1`, or by a terminal that can do no more.
  init(_ options: RunOptions, _ theme: Theme, environment: [String: String], words: Words) throws {
    let asksForLines = options.plain || environment["ACCESSIBLE"] == "1"
    let facts = TerminalFacts(environment: environment)
    if asksForLines || facts.isTerminal && environment["TERM"] == "dumb" {
      do throws(PlainError) {
        self = .lines(try PlainTerminal(isUTF8: facts.isUTF8, environment: environment))
      } catch {
        throw leave(.unavailable, words(.terminalMissing))
      }
      return
    }
    do throws(CursesError) {
      self = .screen(
        try CursesTerminal(
          theme: theme, usesColor: options.noColor ? false : nil, usesMouse: options.mouse, environment: environment))
    } catch {
      throw leave(.unavailable, error.line(words))
    }
  }

  /// What the loop draws on.
  var device: any TerminalDevice {
    switch self {
    case .screen(let terminal): terminal
    case .lines(let terminal): terminal
    }
  }

  /// As a tape leads it.
  var taped: any TapedTerminal {
    switch self {
    case .screen(let terminal): TapedCurses(terminal)
    case .lines(let terminal): TapedPlain(terminal)
    }
  }

  /// Whether it speaks in lines.
  var isLines: Bool { if case .lines = self { true } else { false } }

  /// Whether what was shown can be taken away.
  var canForget: Bool {
    switch self {
    case .screen: true
    case .lines(let terminal): terminal.canForget
    }
  }

  /// Whether what was said did not arrive, though nobody went away.
  var hasLostOutput: Bool {
    switch self {
    case .screen: false
    case .lines(let terminal): terminal.hasLostOutput
    }
  }

  /// Gives the terminal back.
  func close() {
    switch self {
    case .screen(let terminal): terminal.close()
    case .lines(let terminal): terminal.close()
    }
  }
}
