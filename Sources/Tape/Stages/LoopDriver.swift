import StoreModel
import Synchronization
import Terminal
import Workspace
import WorkspaceRuntime

/// Drives a loop step by step from its own thread: what both a stage in memory and a program on a tape's line stand on.
final class LoopDriver {
  let loop: AppLoop
  let timekeeper: Timekeeper
  let mailbox: Mailbox
  private let world: (any TapeWorld)?
  /// How long in real time the program may be busy.
  let patience: Duration
  /// Asked before each move of time whether somebody wants it to end.
  var isInterrupted: () -> Bool = { false }
  /// Runs the program's work on this thread; nil where it runs on the global pool.
  var executor: StageExecutor?

  init(loop: AppLoop, timekeeper: Timekeeper, mailbox: Mailbox, world: (any TapeWorld)?, patience: Duration) {
    self.loop = loop
    self.timekeeper = timekeeper
    self.mailbox = mailbox
    self.world = world
    self.patience = patience
  }

  func turn() { _ = loop.turn(waitingUpTo: .zero) }

  /// Does the program's work where that is done on this thread; answers whether there was any.
  func work() -> Bool { executor?.run() ?? false }

  func mustRun() throws(TapeTrouble) {
    if let reason = loop.exit { throw .over(exitCode: reason.code) }
  }

  /// Waits until the loop is idle; never moves time.
  func settle() throws(TapeTrouble) {
    try mustRun()
    let deadline = ContinuousClock.now + patience
    turn()
    while true {
      let hasWorked = work()
      if loop.isIdle { return }
      try mustRun()
      if ContinuousClock.now >= deadline { throw .busy(patience) }
      _ = loop.turn(waitingUpTo: hasWorked ? .zero : .seconds(1))
    }
  }

  /// Takes what was just sent and does all it leads to without time; the program may end at it.
  func finish() throws(TapeTrouble) {
    turn()
    do { try settle() } catch {
      guard case .over = error else { throw error }
    }
  }

  /// Moves time to the next moment at which something happens, at most so far; answers how far.
  func tick(upTo limit: Duration) throws(TapeTrouble) -> Duration {
    if isInterrupted() { throw .interrupted }
    let now = timekeeper.now()
    let end = now.instant.advanced(by: limit)
    let next = [timekeeper.nextAlarm, loop.state.nextChange(after: now), end].compactMap { $0 }.min() ?? end
    try step(to: next)
    return max(.zero, now.instant.duration(to: next))
  }

  /// Moves time, firing every timer on the way.
  func advance(by duration: Duration) throws(TapeTrouble) {
    let end = timekeeper.now().instant.advanced(by: duration)
    try settle()
    while timekeeper.now().instant < end, loop.exit == nil {
      if isInterrupted() { throw .interrupted }
      try step(to: min(end, timekeeper.nextAlarm ?? end))
    }
  }

  /// Lets time that stands still go on by so much; the next turn does what is due.
  func pass(_ duration: Duration) {
    if timekeeper.standsStill { timekeeper.advance(to: timekeeper.now().instant.advanced(by: duration)) }
  }

  /// Runs a command by its permanent id, where it is live; a reason why it cannot be done now is on the screen.
  func perform(_ name: String) throws(TapeTrouble) {
    guard let command = CommandID(rawValue: name).flatMap(Catalogue.command) else { throw .unknownCommand(name) }
    try mustRun()
    guard loop.state.reaches(command) else {
      let places = Area.allCases.filter(command.areas.contains).map { "\($0)" }.joined(separator: ", ")
      throw .refused("\(name) does nothing here: it belongs to \(places)")
    }
    mailbox.post(.command(command.id))
    try finish()
  }

  /// Has the practice world do something, and answers what it says; a sign-in to approve is begun where none is pending.
  func ask(_ request: WorldRequest) throws(TapeTrouble) -> String? {
    guard let world else { throw .practiceOnly }
    try settle()
    switch request {
    case .machine(let event): try happen(event)
    case .approve(let who), .phone(let who, _):
      let account = try answer { () async throws(TapeTrouble) in try await world.account(of: who) }
      try beginSignIn(of: account)
    default: break
    }
    let code = pendingCode
    return try answer { () async throws(TapeTrouble) in try await world.carryOut(request, code: code) }
  }

  /// What happens to the program itself; the rest is the world's.
  private func happen(_ event: MachineEvent) throws(TapeTrouble) {
    switch event {
    case .trouble: break
    case .stopped(let time):
      let end = timekeeper.now().instant.advanced(by: time)
      if let world { try answer { () async throws(TapeTrouble) in try await world.timeMoves(by: time) } }
      timekeeper.advance(to: end)
      mailbox.post(.terminal(.resumed))
    case .clock(let time): timekeeper.setWall(forwardBy: time)
    case .lock: mailbox.post(.lockFromOutside)
    }
    try settle()
  }

  /// Moves time to a moment that is not before now and lets the program do what is due.
  private func step(to moment: Instant) throws(TapeTrouble) {
    let distance = timekeeper.now().instant.duration(to: moment)
    if distance > .zero {
      if let world { try answer { () async throws(TapeTrouble) in try await world.timeMoves(by: distance) } }
      timekeeper.advance(to: moment)
    }
    try settle()
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

extension LoopDriver {
  /// The code on the screen, while a sign-in is pending.
  private var pendingCode: String? {
    if case .code(let page) = loop.state.page { page.userCode } else { nil }
  }

  /// Signs in as an account by the keys a worker would use, from the start, code and lock pages.
  private func beginSignIn(of account: String) throws(TapeTrouble) {
    guard pendingCode == nil else { return }
    if case .code = loop.state.page { try press(Key(.escape)) }
    switch loop.state.page {
    case .start(let start):
      for _ in start.account.text { try press(Key(.backspace)) }
      for character in account { try press(.typing(character)) }
      try press(Key(.enter))
    case .locked(let locked):
      let isSame = locked.username.lowercased() == account.lowercased()
      try perform((isSame ? CommandID.unlock : .handOver).rawValue)
    default: throw .refused("nobody can sign in on this page: go to the start, code or lock page first")
    }
    try settle()
    if pendingCode == nil { throw .refused("no code came, so there is nothing to approve") }
  }

  private func press(_ key: Key) throws(TapeTrouble) {
    try mustRun()
    mailbox.post(.terminal(.key(key)))
    try finish()
  }
}

/// Carries a result from a task to the driver's thread.
private final class Answer<Value: Sendable>: Sendable {
  private let content = Mutex<Result<Value, TapeTrouble>?>(nil)
  var value: Result<Value, TapeTrouble>? { content.withLock { $0 } }
  func fill(_ result: Result<Value, TapeTrouble>) { content.withLock { $0 = result } }
}
