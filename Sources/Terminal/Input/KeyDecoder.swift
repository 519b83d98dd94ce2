/// Turns the bytes of a terminal into keys and pastes.
///
/// Rules a link with delays depends on: a lone escape counts only after `escapeDelay`; any other sequence that has begun is
/// waited for and never read as letters; what comes late after a lone escape that was not one is swallowed; unknown
/// sequences are swallowed whole. Times are durations since any fixed moment; feed first what is readable, then `expire`.
public struct KeyDecoder: Sendable {
  /// When `expire` has to be called if no byte comes before; nil when nothing is begun.
  public private(set) var deadline: Duration?

  private let scanner: KeyScanner
  private let escapeDelay: Duration
  private let takesMouse: Bool
  private var buffer: [UInt8] = []
  private var paste: PasteCollector?
  /// When an escape was last taken for a key: its sequence may still be on the way.
  private var escapeTaken: Duration?

  /// How long a begun sequence or paste may pause.
  private static let patience = Duration.seconds(2)
  /// How long after an escape a single `[` or `O` may still turn out to be a rest.
  private static let doubt = Duration.milliseconds(500)

  /// A decoder for a terminal.
  ///
  /// - Parameters:
  ///   - escapeDelay: how long an escape waits for its sequence: 25 ms on a local terminal, 150 ms over a link.
  ///   - sequences: special keys of this terminal from its terminfo entry; they win over the usual ones.
  ///   - takesMouse: whether reports of the mouse are told; else they are swallowed.
  public init(escapeDelay: Duration, sequences: [[UInt8]: Key] = [:], takesMouse: Bool = false) {
    self.escapeDelay = escapeDelay
    self.takesMouse = takesMouse
    scanner = KeyScanner(sequences: sequences)
  }

  /// Takes bytes that were read now and answers what they complete.
  public mutating func feed(_ bytes: some Collection<UInt8>, at now: Duration) -> [TerminalEvent] {
    if bytes.isEmpty { return [] }
    buffer += bytes
    return decode(at: now)
  }

  /// Gives up waiting once `deadline` has passed: an escape becomes the key, a torn sequence nothing.
  public mutating func expire(at now: Duration) -> [TerminalEvent] {
    guard let deadline, now >= deadline else { return [] }
    self.deadline = nil
    if let text = paste?.finish(with: buffer) {
      paste = nil
      buffer.removeAll()
      return [.paste(text)]
    }
    var events: [TerminalEvent] = []
    if buffer == [0x1B] {
      escapeTaken = now
      events.append(.key(Key(.escape)))
    } else if let key = scanner.loneKey(buffer) {
      events.append(.key(key))
    }
    buffer.removeAll()
    return events
  }

  private mutating func decode(at now: Duration) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    deadline = nil
    while !buffer.isEmpty {
      if paste != nil {
        guard let text = paste?.take(from: &buffer) else {
          deadline = now + Self.patience
          return events
        }
        paste = nil
        deadline = nil
        events.append(.paste(text))
        continue
      }
      if swallowsLateRest(at: now) { continue }
      if deadline != nil { return events }
      switch scanner.scan(buffer) {
      case .key(let key, let count):
        events.append(.key(key))
        buffer.removeFirst(count)
      case .mouse(let report, let count):
        if takesMouse { events.append(.mouse(report)) }
        buffer.removeFirst(count)
      case .nothing(let count): buffer.removeFirst(count)
      case .pasteStart(let count):
        buffer.removeFirst(count)
        paste = PasteCollector()
        deadline = now + Self.patience
      case .more(let isLone):
        deadline = now + (isLone ? escapeDelay : Self.patience)
        return events
      }
    }
    return events
  }

  /// Whether the buffer began with the rest of a sequence whose escape already counted; sets `deadline` while in doubt.
  private mutating func swallowsLateRest(at now: Duration) -> Bool {
    guard let taken = escapeTaken, let first = buffer.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "O"),
      now - taken <= (buffer.count > 1 ? Self.patience : Self.doubt)
    else {
      escapeTaken = nil
      return false
    }
    switch scanner.scan([0x1B] + buffer) {
    case .key(_, let count), .mouse(_, let count), .nothing(let count), .pasteStart(let count):
      escapeTaken = nil
      buffer.removeFirst(min(buffer.count, count - 1))
      return true
    case .more:
      escapeTaken = now
      deadline = now + Self.doubt
      return false
    }
  }
}
