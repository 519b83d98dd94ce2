public import Terminal

/// A program on a pty, seen through a terminal emulator: keys in, screen out.
///
/// Nothing here sleeps: every wait ends with a fact or with its limit.
public final class PtyTerminal {
  /// The program.
  public let process: PtyProcess
  /// Everything the program wrote so far, for tests of what must never be written.
  public private(set) var transcript: [UInt8] = []
  /// Whether the program has closed its end.
  public private(set) var isClosed = false
  private let emulator: Emulator
  /// Where `read(upTo:within:)` looks on.
  private var searched = 0

  /// A terminal of the process's size.
  public init?(_ process: PtyProcess, size: Size) {
    guard let emulator = Emulator(size: size) else { return nil }
    self.process = process
    self.emulator = emulator
  }

  /// What is on the screen, as far as it was read.
  public var screen: EmulatedScreen { emulator.screen }

  /// Presses a key.
  public func press(_ key: Key) throws(PtyError) { try process.write(emulator.bytes(of: key)) }

  /// Types characters; a line break is Enter.
  public func type(_ text: String) throws(PtyError) {
    try process.write(text.utf8.map { $0 == 0x0A ? 0x0D : $0 })
  }

  /// Whether the program takes clicks.
  public var takesMouse: Bool { emulator.takesMouse }

  /// Clicks on a cell.
  public func click(at place: Position) throws(PtyError) { try process.write(emulator.bytes(ofClickAt: place)) }

  /// Pastes text as one piece.
  public func paste(_ text: String) throws(PtyError) { try process.write(emulator.bytes(ofPaste: text)) }

  /// Gives terminal and program another size.
  public func resize(to size: Size) {
    emulator.resize(to: size)
    process.resize(to: size)
  }

  /// Reads what the program wrote, waiting at most so long for the first byte; answers whether something came.
  @discardableResult
  public func read(waitingUpTo limit: Duration) -> Bool {
    guard let bytes = process.read(waitingUpTo: limit) else {
      isClosed = true
      return false
    }
    guard !bytes.isEmpty else { return false }
    transcript += bytes
    emulator.feed(bytes)
    let answer = emulator.takeOutput()
    if !answer.isEmpty { try? process.write(answer) }
    return true
  }

  /// Reads until the screen is as wanted; answers whether it came to that within the limit.
  public func wait(upTo limit: Duration, until isAsWanted: (EmulatedScreen) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + limit
    while true {
      while read(waitingUpTo: .zero) {}
      if isAsWanted(screen) { return true }
      let left = ContinuousClock.now.duration(to: deadline)
      if left <= .zero || isClosed { return false }
      read(waitingUpTo: left)
    }
  }

  /// Reads until the program has written these bytes since the last time they were looked for; answers whether it did.
  public func read(upTo mark: [UInt8], within limit: Duration) -> Bool {
    let deadline = ContinuousClock.now + limit
    while true {
      while read(waitingUpTo: .zero) {}
      if let end = transcript[searched...].end(of: mark) {
        searched = end
        return true
      }
      let left = ContinuousClock.now.duration(to: deadline)
      if left <= .zero || isClosed { return false }
      read(waitingUpTo: left)
    }
  }

  /// Waits for the end of the program, reading what it still writes; nil when it has not come within the limit.
  public func ending(upTo limit: Duration) -> PtyEnding? {
    let deadline = ContinuousClock.now + limit
    while !isClosed, ContinuousClock.now < deadline {
      read(waitingUpTo: ContinuousClock.now.duration(to: deadline))
    }
    return process.wait(upTo: max(.zero, ContinuousClock.now.duration(to: deadline)))
  }
}

extension ArraySlice<UInt8> {
  /// The index after the first place where these bytes stand.
  fileprivate func end(of wanted: [UInt8]) -> Int? {
    guard let first = wanted.first else { return startIndex }
    var place = startIndex
    while let found = self[place...].firstIndex(of: first), endIndex - found >= wanted.count {
      if self[found..<(found + wanted.count)].elementsEqual(wanted) { return found + wanted.count }
      place = found + 1
    }
    return nil
  }
}
