import Dispatch
import Synchronization
public import Terminal
public import Workspace
public import WorkspaceRuntime

/// A real terminal as a taped run needs it beside what every device can do.
public protocol TapedTerminal: AnyObject {
  /// Whether a size it was given has come through.
  func hasTaken(_ size: Size) -> Bool
  /// Bytes read from the keyboard since the start.
  var keyBytes: Int { get }
  /// Whether a key has begun to arrive, such as a lone escape that still may become a sequence.
  var isMidKey: Bool { get }
  /// Writes a mark that shows nothing, behind everything drawn so far.
  func mark(_ number: Int)
}

/// A program on a real terminal that a player leads over a control line; for practice only.
///
/// Between requests the program runs as always.
public final class TapedRun {
  private let driver: LoopDriver
  private let terminal: any TapedTerminal
  private let socket: LineSocket
  private let requests: Requests
  private var mark = 0

  /// A run of a loop whose terminal ends its waits at `waker`.
  public init(
    over socket: LineSocket, _ loop: AppLoop, on terminal: any TapedTerminal, waker: any TerminalWaker,
    timekeeper: Timekeeper, mailbox: Mailbox, world: (any TapeWorld)?, executor: StageExecutor? = nil,
    patience: Duration = .seconds(60)
  ) {
    self.socket = socket
    self.terminal = terminal
    requests = Requests(waker: waker)
    driver = LoopDriver(loop: loop, timekeeper: timekeeper, mailbox: mailbox, world: world, patience: patience)
    driver.executor = executor
  }

  /// Runs until the program is over.
  ///
  /// Once nobody leads it any more its time passes as the machine's does: what waits for a moment, such as the end of a
  /// session, comes to it.
  public func run() -> ExitReason {
    listen()
    while true {
      let (isLeft, begin) = (requests.isOver, ContinuousClock.now)
      guard driver.loop.turn(waitingUpTo: driver.work() ? .zero : isLeft ? .milliseconds(50) : nil) else { break }
      while let line = requests.take() { answer(line) }
      if isLeft { driver.pass(begin.duration(to: .now)) }
    }
    return driver.loop.exit ?? .quit
  }

  private func listen() {
    DispatchQueue.global().async { [socket, requests] in
      while let line = socket.receive() { requests.add(line) }
      requests.end()
    }
  }

  private func answer(_ line: String) {
    var result: Result<LineAnswer.Outcome, TapeTrouble> = .failure(.impossible)
    if let request = LineRequest(line) {
      do throws(TapeTrouble) { result = .success(try carryOut(request)) } catch { result = .failure(error) }
    }
    mark += 1
    terminal.mark(mark)
    _ = socket.send(LineAnswer(mark: mark, takesPIN: driver.loop.state.takesPIN, result: result).line)
  }

  private func carryOut(_ request: LineRequest) throws(TapeTrouble) -> LineAnswer.Outcome {
    try take(request)
    var outcome = LineAnswer.Outcome()
    switch request.act {
    case .settle: try driver.settle()
    case .tick(let limit): outcome.moved = try driver.tick(upTo: limit)
    case .advance(let duration): try driver.advance(by: duration)
    case .perform(let command): try driver.perform(command)
    case .ask(let wish): outcome.words = try driver.ask(wish)
    }
    return outcome
  }

  /// Waits until the keys and the size have come through the terminal.
  private func take(_ request: LineRequest) throws(TapeTrouble) {
    let deadline = ContinuousClock.now + driver.patience
    driver.turn()
    while terminal.keyBytes < request.keyBytes || terminal.isMidKey || !terminal.hasTaken(request.size) {
      try driver.mustRun()
      if ContinuousClock.now >= deadline { throw .busy(driver.patience) }
      _ = driver.loop.turn(waitingUpTo: .milliseconds(50))
    }
    try driver.mustRun()
  }
}

/// Requests on their way from the line's thread to the loop's.
private final class Requests: Sendable {
  private let lines = Mutex<[String]>([])
  private let hasEnded = Mutex(false)
  private let waker: any TerminalWaker

  init(waker: any TerminalWaker) { self.waker = waker }

  func add(_ line: String) {
    lines.withLock { $0.append(line) }
    waker.wake()
  }

  /// Nobody is at the other end any more.
  func end() {
    hasEnded.withLock { $0 = true }
    waker.wake()
  }

  var isOver: Bool { hasEnded.withLock { $0 } }

  func take() -> String? { lines.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
}
