/// A terminal that is spoken to line by line: a screen reader, a teletype, a pipe. Frames are not shown on it.
public protocol LineDevice: TerminalDevice {
  /// Whether answers may wait until the program is quiet: those of a script, which does not look at what is asked.
  var answersWait: Bool { get }

  /// Whether what was said can be taken away at a lock; paper and pipes keep it.
  var canForget: Bool { get }

  /// Says lines, then asks; the answer comes as `TerminalEvent.line`.
  ///
  /// - Parameter isSecret: whether the answer must not be seen while it is typed.
  func say(_ lines: [SafeText], asking question: SafeText, isSecret: Bool)
}
