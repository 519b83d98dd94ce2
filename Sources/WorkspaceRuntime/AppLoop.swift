import StoreModel
public import Terminal
public import Workspace

/// The one loop: owns state and terminal on one thread; everything else sends messages.
///
/// A turn waits, fires due alarms, updates once per message and draws at most once.
public final class AppLoop {
  /// What is shown and known.
  public private(set) var state: AppState
  /// The last messages, newest last, for failure reports; at most 32, and none unless `keepsRecent`.
  public private(set) var recent: [Message] = []
  /// Whether `recent` is filled; off where nobody reads it, because a first sync's messages are large.
  public var keepsRecent = true
  /// The last frame drawn.
  public private(set) var frame: Frame?

  private let device: any TerminalDevice
  private let timekeeper: Timekeeper
  private let mailbox: Mailbox
  private let runner: EffectRunner
  private var hasOpened = false

  /// A loop over a terminal; nothing is drawn or opened before the first turn.
  public init(
    device: any TerminalDevice, state: AppState, services: Services, timekeeper: Timekeeper, mailbox: Mailbox
  ) {
    self.device = device
    self.state = state
    self.timekeeper = timekeeper
    self.mailbox = mailbox
    runner = EffectRunner(services: services, clock: timekeeper)
    self.state.size = device.size
  }

  /// Whether nothing waits and nobody works; armed alarms are not work.
  public var isIdle: Bool { hasOpened && mailbox.isEmpty && timekeeper.isQuiet && mailbox.isEmpty }

  /// Why the program is over; nil while it runs.
  public var exit: ExitReason? { state.exit }

  /// Runs until the program is over.
  public func run() -> ExitReason {
    while turn(waitingUpTo: nil) {}
    return state.exit ?? .quit
  }

  /// One turn; answers whether the program goes on.
  ///
  /// - Parameter limit: the longest wait for something to happen; nil for no limit.
  public func turn(waitingUpTo limit: Duration?) -> Bool {
    if !hasOpened {
      hasOpened = true
      state.now = timekeeper.now()
      draw()
      runner.run(.open)
    }
    let events = device.events(waitingUpTo: wait(limit))
    timekeeper.fireDue()
    apply(.clock(timekeeper.now()))
    for event in events { apply(.terminal(event)) }
    for message in mailbox.drain() { apply(message) }
    if state.exit == nil { draw() }
    return state.exit == nil
  }

  private func wait(_ limit: Duration?) -> Duration? {
    if !mailbox.isEmpty { return .zero }
    let now = timekeeper.now()
    let moments = [timekeeper.nextAlarm, state.nextChange(after: now)].compactMap { $0 }
    let waits = moments.map { max(.zero, now.instant.duration(to: $0)) } + [limit].compactMap { $0 }
    return waits.min()
  }

  private func apply(_ message: Message) {
    if case .clock = message {} else { remember(message) }
    for effect in update(&state, message) {
      switch effect {
      case .blank: forgetScreen()
      case .repaint: device.invalidate()
      case .end(let reason): state.exit = state.exit ?? reason
      case .open, .session, .sync, .phone, .practice, .outside: runner.run(effect)
      }
    }
  }

  private func remember(_ message: Message) {
    guard keepsRecent else { return }
    recent.append(message)
    if recent.count > 32 { recent.removeFirst() }
  }

  /// What was on screen goes first: before any door hears of a lock, and before anything can fail.
  private func forgetScreen() {
    device.blank()
    frame = nil
    recent = []
  }

  private func draw() {
    let next = Workspace.draw(state)
    guard next != frame else { return }
    frame = next
    device.present(next)
  }
}
