public import Terminal
public import TerminalEmulator

/// The program on a real pty, seen from outside, with time that passes.
public final class PtyStage: TapeStage {
  private let pty: PtyTerminal
  private let patience: Duration
  private var ending: PtyEnding?

  /// A stage around a program that was just started; `patience` is the longest wait for one fact.
  public init(_ pty: PtyTerminal, patience: Duration = .seconds(20)) {
    self.pty = pty
    self.patience = patience
  }

  public var screen: TapeScreen {
    while pty.read(waitingUpTo: .zero) {}
    return TapeScreen(frame: pty.screen.frame, knowsRoles: false)
  }
  public var lastMessages: [String] { [] }

  public var exitCode: Int32? {
    if ending == nil, pty.isClosed { ending = pty.ending(upTo: patience) }
    return switch ending {
    case .exited(let code): code
    case .signalled(let number): 128 + number
    case nil: nil
    }
  }

  public func press(_ key: Key) throws(TapeTrouble) { try send { () throws(PtyError) in try pty.press(key) } }
  public func paste(_ text: String) throws(TapeTrouble) { try send { () throws(PtyError) in try pty.paste(text) } }
  public func scan(_ code: String) throws(TapeTrouble) {
    try send { () throws(PtyError) in try pty.type(code + "\n") }
  }

  public func resize(to size: Size) throws(TapeTrouble) {
    try mustRun()
    pty.resize(to: size)
  }

  public func wait(upTo limit: Duration, until isAsWanted: (TapeScreen) -> Bool) throws(TapeTrouble) -> Bool {
    try mustRun()
    let isThere = pty.wait(upTo: limit) { isAsWanted(TapeScreen(frame: $0.frame, knowsRoles: false)) }
    if !isThere { try mustRun() }
    return isThere
  }

  public func settle() throws(TapeTrouble) { throw .impossible }
  public func advance(by duration: Duration) throws(TapeTrouble) { throw .impossible }
  public func perform(_ command: String) throws(TapeTrouble) { throw .impossible }
  public func ask(_ request: WorldRequest) throws(TapeTrouble) { throw .impossible }

  private func send(_ write: () throws(PtyError) -> Void) throws(TapeTrouble) {
    try mustRun()
    do { try write() } catch { throw .over(exitCode: exitCode ?? 1) }
  }

  private func mustRun() throws(TapeTrouble) {
    if let exitCode { throw .over(exitCode: exitCode) }
  }
}
