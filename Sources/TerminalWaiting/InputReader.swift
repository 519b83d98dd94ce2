public import Terminal

/// Turns the bytes of standard input into events: keys of a full screen, or whole lines.
public protocol InputReader {
  /// When `expire` has to be called if nothing comes before; nil when nothing is begun.
  var deadline: Duration? { get }

  /// Takes bytes that were read now and answers what they complete.
  mutating func feed(_ bytes: ArraySlice<UInt8>, at now: Duration) -> [TerminalEvent]

  /// Gives up waiting once `deadline` has passed.
  mutating func expire(at now: Duration) -> [TerminalEvent]

  /// Input has ended.
  ///
  /// - Parameter isHangUp: whether whoever writes it is gone; else a terminal was told the end of file by a key.
  /// - Returns: what that means, and whether nothing can come any more.
  mutating func end(isHangUp: Bool) -> (events: [TerminalEvent], isOver: Bool)
}

extension KeyDecoder: InputReader {
  /// A full screen without its keyboard is gone, whichever way it went.
  public mutating func end(isHangUp: Bool) -> (events: [TerminalEvent], isOver: Bool) { ([.hangUp], true) }
}
