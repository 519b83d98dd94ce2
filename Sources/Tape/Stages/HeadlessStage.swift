public import StoreModel
public import Terminal
public import Workspace
public import WorkspaceRuntime

/// The program in memory, with time that only moves when a tape says so.
///
/// It belongs to one thread, on which the program's own work runs too, so that every play does the same things in the same
/// order. Over a network it blocks that thread until the answers come.
public final class HeadlessStage: TapeStage {
  /// What a stage needs beside terminal, clock and mailbox.
  public struct Parts {
    /// How the program starts.
    public var state: AppState
    /// Doors to the world.
    public var services: Services
    /// The practice world; nil with a real tenant.
    public var world: (any TapeWorld)?

    /// Parts of a program.
    public init(state: AppState, services: Services, world: (any TapeWorld)?) {
      self.state = state
      self.services = services
      self.world = world
    }
  }

  /// The program's clock.
  public var timekeeper: Timekeeper { driver.timekeeper }
  private let terminal: any StageDevice
  private var typing: LineTyping?
  private let driver: LoopDriver
  private let executor: StageExecutor
  private let takesMouse: Bool

  /// Starts a program and draws its first frame.
  ///
  /// - Parameters:
  ///   - now: where both clocks start.
  ///   - patience: how long in real time the program may be busy before a tape gives up.
  ///   - build: makes the program's parts around its clock and mailbox.
  public init(
    _ start: TapeStart, now: Now, patience: Duration = .seconds(60), build: (Timekeeper, Mailbox) -> Parts
  ) throws(TapeTrouble) {
    guard let bell = Bell() else { throw .impossible }
    takesMouse = start.takesMouse && start.plain == .no
    if start.plain == .no {
      let abilities = TerminalAbilities(isUnicode: !start.isASCII)
      terminal = StageTerminal(size: start.size, abilities: abilities, bell: bell)
    } else {
      guard let lines = StageLines(start, bell: bell) else { throw .impossible }
      terminal = lines
      typing = LineTyping()
    }
    executor = StageExecutor(waker: bell)
    let timekeeper = Timekeeper(.manual(now), waker: bell, executor: executor)
    let mailbox = Mailbox(waker: bell)
    let parts = build(timekeeper, mailbox)
    let loop = AppLoop(
      device: terminal, state: parts.state, services: parts.services, timekeeper: timekeeper, mailbox: mailbox)
    driver = LoopDriver(
      loop: loop, timekeeper: timekeeper, mailbox: mailbox, world: parts.world, patience: patience)
    driver.executor = executor
    (terminal as? StageLines)?.dropsTyping = { [weak self] in self?.typing = LineTyping() }
    driver.turn()
  }

  deinit {
    executor.release()
    timekeeper.stop()
  }

  /// What the program shows and knows, for expectations no tape can express.
  public var state: AppState { driver.loop.state }

  /// Has somebody told of every message before it is applied, with the state it meets.
  public func observe(_ observer: @escaping (Message, AppState) -> Void) { driver.loop.observer = observer }

  /// Has somebody asked before each move of time whether a step that waits or moves time shall end there.
  public func interrupt(when isInterrupted: @escaping () -> Bool) { driver.isInterrupted = isInterrupted }

  public var screen: TapeScreen { terminal.screen }
  public var knowsIdle: Bool { true }
  public var lastMessages: [String] { driver.loop.recent.map(MessageLine.text) }
  public var exitCode: Int32? { driver.loop.exit?.code }
  public var takesPIN: Bool { state.takesPIN }

  public func press(_ key: Key) throws(TapeTrouble) {
    guard typing != nil else { return try send(.key(key)) }
    try driver.mustRun()
    if let line = try typing?.take(key) { try send(.line(line)) }
  }

  public func paste(_ text: String) throws(TapeTrouble) {
    guard typing != nil else { return try send(.paste(text)) }
    try driver.mustRun()
    for line in try typing?.take(text) ?? [] { try send(.line(line)) }
  }

  public func scan(_ code: String) throws(TapeTrouble) {
    if typing != nil { return try paste(code + "\n") }
    try driver.mustRun()
    for key in ScanRule.taped.keys(of: code) { terminal.send(.key(key)) }
    driver.turn()
  }

  public func click(at place: Position) throws(TapeTrouble) {
    guard takesMouse else { throw .impossible }
    try send(.mouse(MouseReport(.press, at: place)))
  }

  public func resize(to size: Size) throws(TapeTrouble) {
    try driver.mustRun()
    terminal.resize(to: size)
    try driver.finish()
  }

  public func settle() throws(TapeTrouble) { try driver.settle() }

  public func wait(upTo limit: Duration, until isAsWanted: (TapeScreen) -> Bool) throws(TapeTrouble) -> Bool {
    var left = limit
    try driver.settle()
    while !isAsWanted(screen) {
      if left <= .zero { return false }
      left -= try driver.tick(upTo: left)
    }
    return true
  }

  public func advance(by duration: Duration) throws(TapeTrouble) { try driver.advance(by: duration) }
  public func perform(_ command: String) throws(TapeTrouble) { try driver.perform(command) }
  @discardableResult
  public func ask(_ request: WorldRequest) throws(TapeTrouble) -> String? { try driver.ask(request) }

  private func send(_ event: TerminalEvent) throws(TapeTrouble) {
    try driver.mustRun()
    terminal.send(event)
    try driver.finish()
  }
}
