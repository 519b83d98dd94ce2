public import StoreModel
import Synchronization
public import Terminal
public import Workspace
public import WorkspaceRuntime

/// The program in memory, with time that only moves when a tape says so.
///
/// It belongs to one thread, which it blocks while effects run as tasks elsewhere: never call it from a task of the
/// global pool, which those effects need.
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
  public let timekeeper: Timekeeper
  private let terminal: StageTerminal
  private let mailbox: Mailbox
  private let loop: AppLoop
  private let world: (any TapeWorld)?
  private let patience: Duration

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
    let abilities = TerminalAbilities(isUnicode: !start.isASCII)
    terminal = StageTerminal(size: start.size, abilities: abilities, bell: bell)
    timekeeper = Timekeeper(.manual(now), waker: bell)
    mailbox = Mailbox(waker: bell)
    let parts = build(timekeeper, mailbox)
    world = parts.world
    self.patience = patience
    loop = AppLoop(
      device: terminal, state: parts.state, services: parts.services, timekeeper: timekeeper, mailbox: mailbox)
    _ = loop.turn(waitingUpTo: .zero)
  }

  /// What the program shows and knows, for expectations no tape can express.
  public var state: AppState { loop.state }

  public var screen: TapeScreen { TapeScreen(frame: terminal.frame, knowsRoles: true) }
  public var lastMessages: [String] { loop.recent.map(MessageLine.text) }
  public var exitCode: Int32? { loop.exit?.code }

  public func press(_ key: Key) throws(TapeTrouble) { try send(.key(key)) }
  public func paste(_ text: String) throws(TapeTrouble) { try send(.paste(text)) }

  public func scan(_ code: String) throws(TapeTrouble) {
    for character in code { terminal.send(.key(.typing(character))) }
    try send(.key(Key(.enter)))
  }

  public func resize(to size: Size) throws(TapeTrouble) {
    try mustRun()
    terminal.resize(to: size)
    turn()
  }

  public func settle() throws(TapeTrouble) {
    try mustRun()
    let deadline = ContinuousClock.now + patience
    turn()
    while !loop.isIdle {
      try mustRun()
      if ContinuousClock.now >= deadline { throw .busy(patience) }
      _ = loop.turn(waitingUpTo: .seconds(1))
    }
  }

  public func wait(upTo limit: Duration, until isAsWanted: (TapeScreen) -> Bool) throws(TapeTrouble) -> Bool {
    let end = timekeeper.now().instant.advanced(by: limit)
    try settle()
    while !isAsWanted(screen) {
      let now = timekeeper.now()
      if now.instant >= end { return false }
      try step(to: min(end, nextMoment(after: now) ?? end))
    }
    return true
  }

  public func advance(by duration: Duration) throws(TapeTrouble) {
    let end = timekeeper.now().instant.advanced(by: duration)
    try settle()
    while timekeeper.now().instant < end, exitCode == nil {
      try step(to: min(end, timekeeper.nextAlarm ?? end))
    }
  }

  public func perform(_ command: String) throws(TapeTrouble) {
    guard let id = CommandID(rawValue: command) else { throw .unknownCommand(command) }
    try mustRun()
    mailbox.post(.command(id))
    turn()
  }

  public func ask(_ request: WorldRequest) throws(TapeTrouble) {
    guard let world else { throw .practiceOnly }
    if case .approve(let approver) = request {
      let account = try answer { () async throws(TapeTrouble) in try await world.accountToSignIn(for: approver) }
      if let account {
        for character in account { try press(.typing(character)) }
        try press(Key(.enter))
        try settle()
      }
    }
    try answer { () async throws(TapeTrouble) in try await world.carryOut(request) }
  }
}

extension HeadlessStage {
  private func send(_ event: TerminalEvent) throws(TapeTrouble) {
    try mustRun()
    terminal.send(event)
    turn()
  }

  private func turn() { _ = loop.turn(waitingUpTo: .zero) }

  private func mustRun() throws(TapeTrouble) {
    if let exitCode { throw .over(exitCode: exitCode) }
  }

  /// Moves time to a moment that is not before now and lets the program do what is due.
  private func step(to moment: Instant) throws(TapeTrouble) {
    timekeeper.advance(to: max(moment, timekeeper.now().instant))
    try settle()
  }

  private func nextMoment(after now: Now) -> Instant? {
    [timekeeper.nextAlarm, loop.state.nextChange(after: now)].compactMap { $0 }.min()
  }

  /// Runs something beside the loop as counted activity and turns the loop until it is done.
  private func answer<Value: Sendable>(
    _ work: @escaping @Sendable () async throws(TapeTrouble) -> Value
  ) throws(TapeTrouble) -> Value {
    let box = Answer<Value>()
    timekeeper.start {
      do throws(TapeTrouble) { box.fill(.success(try await work())) } catch { box.fill(.failure(error)) }
    }
    try settle()
    guard let result = box.value else { throw .busy(patience) }
    return try result.get()
  }
}

/// Carries a result from a task to the stage's thread.
private final class Answer<Value: Sendable>: Sendable {
  private let content = Mutex<Result<Value, TapeTrouble>?>(nil)
  var value: Result<Value, TapeTrouble>? { content.withLock { $0 } }
  func fill(_ result: Result<Value, TapeTrouble>) { content.withLock { $0 = result } }
}
