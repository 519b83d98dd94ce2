internal import CCurses
internal import Glibc
public import Terminal

/// What can be said of the terminal on standard input and output without taking it.
public struct TerminalFacts: Hashable, Sendable {
  /// Whether both standard input and standard output are a terminal.
  public let isTerminal: Bool
  /// `TERM`; empty when it is not set.
  public let name: String
  /// Colours of the terminfo entry; 0 for a monochrome terminal.
  public let colors: Int
  /// Columns and rows as the kernel knows them; nil where it does not.
  public let size: Size?
  /// Whether the character set is UTF-8, by the rule of the full-screen program.
  public let isUTF8: Bool
  /// Why the full-screen program could not draw here, terminal or not; nil when it can.
  public let fault: CursesError?

  /// Looks at the terminal; chooses the character set of the process as the full-screen program does.
  public init(environment: [String: String]) {
    isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    name = environment["TERM"] ?? ""
    var found: Int32 = 0
    if name.isEmpty {
      fault = .noTerminalName
    } else {
      switch ccurses_look_up(name, &found) {
      case Int32(CCURSES_OPEN.rawValue): fault = nil
      case Int32(CCURSES_INCAPABLE.rawValue): fault = .cannotPlaceCursor(name)
      default: fault = .unknownTerminal(name)
      }
    }
    colors = Int(found)
    var window = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0
    size = isKnown ? Size(columns: Int(window.ws_col), rows: Int(window.ws_row)) : nil
    isUTF8 = ccurses_set_locale() == 1
  }
}
