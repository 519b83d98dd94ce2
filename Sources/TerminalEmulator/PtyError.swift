/// What can go wrong with a program on a pty.
public enum PtyError: Error, Hashable, Sendable {
  /// The program could not be started; the number is an `errno` value.
  case notStarted(program: String, code: Int32)
  /// The program is over and takes no more keys.
  case over(PtyEnding)
}

/// How a program on a pty ended.
public enum PtyEnding: Hashable, Sendable {
  /// By itself, with an exit code.
  case exited(Int32)
  /// By a signal.
  case signalled(Int32)
}
