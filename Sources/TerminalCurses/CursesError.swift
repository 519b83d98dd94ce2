/// Why there is no screen to draw on.
public enum CursesError: Error, Hashable, Sendable {
  /// Standard input or standard output is not a terminal.
  case notATerminal
  /// `TERM` is not set or empty.
  case noTerminalName
  /// The terminfo database has no entry of this name.
  case unknownTerminal(String)
  /// The terminal cannot place its cursor (`dumb`).
  case cannotPlaceCursor(String)
  /// The system refused: no memory, no descriptors, or the terminal does not answer.
  case unavailable(errno: Int32)
}
