public import Terminal
public import TerminalEmulator

/// The program on a real pty, seen from outside.
///
/// Without a line time passes and nothing inside can be reached. With one the program is asked when it is idle, and
/// tells; with `movesTime` its clock only moves when told, as in memory.
public final class PtyStage: TapeStage {
  private let pty: PtyTerminal
  private let line: LineSocket?
  private let movesTime: Bool
  private let patience: Duration
  private var ending: PtyEnding?
  private var typing: LineTyping?
  /// As the program told when it was last asked.
  public private(set) var takesPIN = false

  /// A stage around a program that was just started; `patience` is the longest wait for one fact.
  ///
  /// - Parameter isPlain: whether the program reads lines and no keys.
  public init(
    _ pty: PtyTerminal, line: LineSocket? = nil, isPlain: Bool = false, movesTime: Bool = false,
    patience: Duration = .seconds(60)
  ) {
    typing = isPlain ? LineTyping() : nil
    self.pty = pty
    self.line = line
    self.movesTime = movesTime
    self.patience = patience
  }

  public var screen: TapeScreen {
    while pty.read(waitingUpTo: .zero) {}
    return TapeScreen(frame: pty.screen.frame, knowsRoles: false)
  }
  public var knowsIdle: Bool { line != nil }
  public var lastMessages: [String] { [] }

  public var exitCode: Int32? {
    if ending == nil, pty.isClosed { ending = pty.ending(upTo: patience) }
    return switch ending {
    case .exited(let code): code
    case .signalled(let number): 128 + number
    case nil: nil
    }
  }

  public func press(_ key: Key) throws(TapeTrouble) {
    guard typing != nil else { return try send { () throws(PtyError) in try pty.press(key) } }
    try mustRun()
    if let text = try typing?.take(key) { try send(line: text) }
  }

  public func paste(_ text: String) throws(TapeTrouble) {
    guard typing != nil else { return try send { () throws(PtyError) in try pty.paste(text) } }
    try mustRun()
    for text in try typing?.take(text) ?? [] { try send(line: text) }
  }

  public func scan(_ code: String) throws(TapeTrouble) {
    if typing != nil { return try paste(code + "\n") }
    try send { () throws(PtyError) in
      for key in ScanRule.taped.prefix { try pty.press(key) }
      try pty.type(code)
      for key in ScanRule.taped.suffix { try pty.press(key) }
    }
  }

  public func click(at place: Position) throws(TapeTrouble) {
    guard pty.takesMouse else { throw .impossible }
    try send { () throws(PtyError) in try pty.click(at: place) }
  }

  public func resize(to size: Size) throws(TapeTrouble) {
    try mustRun()
    pty.resize(to: size)
    if line != nil { try tell(.settle) }
  }

  public func wait(upTo limit: Duration, until isAsWanted: (TapeScreen) -> Bool) throws(TapeTrouble) -> Bool {
    try mustRun()
    if line != nil { try settle() }
    if movesTime {
      var left = limit
      while !isAsWanted(screen) {
        if left <= .zero { return false }
        left -= try tell(.tick(left)).moved
      }
      return true
    }
    let isThere = pty.wait(upTo: limit) { isAsWanted(TapeScreen(frame: $0.frame, knowsRoles: false)) }
    if !isThere { try mustRun() }
    return isThere
  }

  public func settle() throws(TapeTrouble) { try tell(.settle) }
  public func advance(by duration: Duration) throws(TapeTrouble) { try tell(.advance(duration)) }
  public func perform(_ command: String) throws(TapeTrouble) { try tell(.perform(command)) }
  @discardableResult
  public func ask(_ request: WorldRequest) throws(TapeTrouble) -> String? { try tell(.ask(request)).words }

  private func send(line text: String) throws(TapeTrouble) {
    try send { () throws(PtyError) in try pty.type(text + "\n") }
  }

  private func send(_ write: () throws(PtyError) -> Void) throws(TapeTrouble) {
    try mustRun()
    do { try write() } catch { throw .over(exitCode: exitCode ?? 1) }
    if line != nil { try tell(.settle, mayEnd: true) }
  }

  private func mustRun() throws(TapeTrouble) {
    if let exitCode { throw .over(exitCode: exitCode) }
  }
}

extension PtyStage {
  /// Asks the program over its line and reads its screen up to the answer's mark.
  ///
  /// - Parameter mayEnd: whether the program may be over then without that being a trouble of this step.
  @discardableResult
  private func tell(_ act: LineRequest.Act, mayEnd: Bool = false) throws(TapeTrouble) -> LineAnswer.Outcome {
    guard let line else { throw .impossible }
    try mustRun()
    let request = LineRequest(keyBytes: pty.process.bytesWritten, size: pty.screen.size, act: act)
    let isTold = line.send(request.line)
    while isTold, !line.isReady(upTo: .milliseconds(20)) { while pty.read(waitingUpTo: .zero) {} }
    guard isTold, let text = line.receive(), let answer = LineAnswer(text) else { return try end(mayEnd) }
    if case .failure(.over) = answer.result { return try end(mayEnd) }
    takesPIN = answer.takesPIN
    guard pty.read(upTo: ScreenMark.bytes(answer.mark), within: patience) else { throw .busy(patience) }
    return try answer.result.get()
  }

  /// The program's end, read from outside.
  private func end(_ isExpected: Bool) throws(TapeTrouble) -> LineAnswer.Outcome {
    if ending == nil { ending = pty.ending(upTo: patience) }
    if isExpected { return LineAnswer.Outcome() }
    throw .over(exitCode: exitCode ?? 1)
  }
}
