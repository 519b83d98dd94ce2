/// What a terminal device tells the loop.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted as one piece (bracketed paste); never read as keys. Raw: not yet sanitised.
  case paste(String)
  /// A hand scanner read a code. Raw: not yet sanitised.
  case scan(String)
  /// The mouse did something; only where it was asked for.
  case mouse(MouseReport)
  /// A whole line was answered, where lines are read and no keys. Raw: not yet sanitised.
  case line(String)
  /// No more lines come; the terminal itself is still there.
  case linesOver
  /// The screen has a new size.
  case resize(Size)
  /// The terminal is gone: hang-up, end of file, an I/O error. Nothing can be drawn any more.
  case hangUp
  /// A signal asks the program to end (SIGTERM, SIGINT from outside, SIGQUIT); carries its number.
  case terminate(Int32)
  /// The program was stopped and goes on (SIGCONT).
  case resumed
}
