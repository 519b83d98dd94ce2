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

extension LineDevice {
  /// The size pages are laid out for where one is read out that has no words of its own.
  public var size: Size { Size(columns: 100, rows: 200) }
  /// Signs never go beyond words and ASCII; letters may.
  public var abilities: TerminalAbilities { TerminalAbilities(isUnicode: false, colors: 0) }
  /// Frames are for screens.
  public func present(_ frame: Frame) {}
  /// Nothing is remembered that could be drawn anew.
  public func invalidate() {}
}
