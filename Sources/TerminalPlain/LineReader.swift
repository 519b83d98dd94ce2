internal import Terminal
internal import TerminalWaiting

/// Cuts input into lines. A line that never ends is cut too, so that nobody can fill the memory with one.
struct LineReader: InputReader {
  /// The longest line, in bytes.
  static let limit = 65_536

  let deadline: Duration? = nil
  /// Whether a terminal stands behind the input.
  let isTerminal: Bool
  private var begun: [UInt8] = []

  init(isTerminal: Bool) { self.isTerminal = isTerminal }

  mutating func feed(_ bytes: ArraySlice<UInt8>, at now: Duration) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for byte in bytes {
      guard byte == UInt8(ascii: "\n") || begun.count >= LineReader.limit else {
        begun.append(byte)
        continue
      }
      events.append(line())
      if byte != UInt8(ascii: "\n") { begun.append(byte) }
    }
    return events
  }

  mutating func expire(at now: Duration) -> [TerminalEvent] { [] }

  /// Ctrl+D on a terminal asks to quit, as Ctrl+C does; a pipe that ends has nothing more to say.
  mutating func end(isHangUp: Bool) -> (events: [TerminalEvent], isOver: Bool) {
    if isTerminal { return isHangUp ? ([.hangUp], true) : ([.key(Key(.character("c"), .control))], false) }
    return (begun.isEmpty ? [.linesOver] : [line(), .linesOver], true)
  }

  private mutating func line() -> TerminalEvent {
    defer { begun.removeAll() }
    if begun.last == UInt8(ascii: "\r") { begun.removeLast() }
    return .line(pressed.map { ":\($0)" } ?? String(decoding: begun, as: UTF8.self))
  }

  /// The key whose sequence alone makes up the line: who presses F8 and Enter means the command of F8.
  private var pressed: Key? {
    guard isTerminal, begun.first == 0x1B else { return nil }
    var decoder = KeyDecoder(escapeDelay: .zero)
    let events = decoder.feed(begun, at: .zero) + decoder.expire(at: .seconds(60))
    guard events.count == 1, case .key(let key)? = events.first else { return nil }
    return key
  }
}
