import Tape
import Terminal
import TerminalPlain

/// The terminal that is spoken to line by line as a taped run needs it.
final class TapedPlain: TapedTerminal {
  private let terminal: PlainTerminal

  init(_ terminal: PlainTerminal) { self.terminal = terminal }

  /// Lines have no size.
  func hasTaken(_ size: Size) -> Bool { true }
  var keyBytes: Int { terminal.bytesRead }
  var isMidKey: Bool { false }
  func mark(_ number: Int) { terminal.write(past: ScreenMark.bytes(number)) }
}
