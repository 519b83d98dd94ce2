import Tape
import Terminal
import TerminalCurses

/// The real terminal as a taped run needs it.
final class TapedCurses: TapedTerminal {
  private let terminal: CursesTerminal

  init(_ terminal: CursesTerminal) { self.terminal = terminal }

  func hasTaken(_ size: Size) -> Bool { terminal.size == size }
  var keyBytes: Int { terminal.keyBytes }
  var isMidKey: Bool { terminal.isMidKey }
  func mark(_ number: Int) { terminal.write(past: ScreenMark.bytes(number)) }
}
