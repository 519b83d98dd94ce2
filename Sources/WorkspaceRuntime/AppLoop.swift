import StoreModel
import Strings
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
  /// Told of every message but the clock's before it is applied, with the state it meets; for logs and coverage.
  public var observer: ((Message, AppState) -> Void)?
  /// The last frame drawn.
  public private(set) var frame: Frame?

  private let device: any TerminalDevice
  private let timekeeper: Timekeeper
  private let mailbox: Mailbox
  private let runner: EffectRunner
  private var scans: ScanReader?
  private let speaker: (any LineDevice)?
  private var talk = PlainTalk()
  /// Whether it has to be said that what was said stays.
  private var mustTellKept = false
  /// Lines that were answered and not looked at yet.
  private var answers: [TerminalEvent] = []
  private var hasOpened = false

  /// A loop over a terminal; nothing is drawn or opened before the first turn.
  public init(
    device: any TerminalDevice, state: AppState, services: Services, timekeeper: Timekeeper, mailbox: Mailbox
  ) {
    self.device = device
    speaker = device as? any LineDevice
    self.state = state
    self.timekeeper = timekeeper
    self.mailbox = mailbox
    scans = state.scanRule.map(ScanReader.init)
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
    let events = scansRead(device.events(waitingUpTo: wait(limit)))
    timekeeper.fireDue()
    let now = timekeeper.now()
    let isSameMoment = now == state.now
    let clockDid = apply(.clock(now))
    for event in events { take(event) }
    let messages = mailbox.drain()
    for message in messages { apply(message) }
    // Where time stands still, as in a tape, many a turn has nothing new to show.
    let isAsBefore = isSameMoment && !clockDid && events.isEmpty && messages.isEmpty && frame != nil
    if state.exit == nil, !isAsBefore { draw() }
    answerNext()
    return state.exit == nil
  }

  /// What the terminal told, a hand scanner's codes in one piece.
  private func scansRead(_ events: [TerminalEvent]) -> [TerminalEvent] {
    guard var reader = scans else { return events }
    defer { scans = reader }
    let now = timekeeper.now().instant.sinceStart
    return reader.expire(at: now) + events.flatMap { reader.take($0, at: now) }
  }

  private func take(_ event: TerminalEvent) {
    switch event {
    case .line, .linesOver: answers.append(event)
    default: apply(.terminal(event))
    }
  }

  /// Answers one after the other, each to what was said last; those of a script only when the program is quiet.
  private func answerNext() {
    guard let speaker else { return }
    while !answers.isEmpty, state.exit == nil, !speaker.answersWait || isIdle && !state.isBetweenPages {
      if case .line(let text) = answers.removeFirst() {
        apply(.answer(text, to: talk.page ?? plainPage(state)))
        if state.exit == nil { draw(after: text) }
      } else {
        apply(.terminal(.linesOver))
      }
    }
  }

  private func wait(_ limit: Duration?) -> Duration? {
    if !mailbox.isEmpty || !answers.isEmpty && isIdle && !state.isBetweenPages { return .zero }
    let now = timekeeper.now()
    let scan = scans?.deadline.map { Instant(sinceStart: $0) }
    let moments = [timekeeper.nextAlarm, state.nextChange(after: now), scan].compactMap { $0 }
    let waits = moments.map { max(.zero, now.instant.duration(to: $0)) } + [limit].compactMap { $0 }
    return waits.min()
  }

  /// Lets a message happen; answers whether it had effects.
  @discardableResult
  private func apply(_ message: Message) -> Bool {
    if case .clock = message {
    } else {
      observer?(message, state)
      remember(message)
    }
    let effects = update(&state, message)
    for effect in effects {
      switch effect {
      case .blank: forgetScreen()
      case .repaint:
        device.invalidate()
        frame = nil
      case .bell: device.ring()
      case .end(let reason): state.exit = state.exit ?? reason
      case .open, .session, .sync, .phone, .override, .audit, .practice, .outside: runner.run(effect)
      }
    }
    return !effects.isEmpty
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
    talk = PlainTalk()
    mustTellKept = speaker?.canForget == false
    recent = []
  }

  private func draw(after answer: String? = nil) {
    if let speaker {
      guard var speech = talk.speech(state, after: answer) else { return }
      if mustTellKept { speech.lines.append(SafeText(state.look.words(PlainPhrase.cannotForget))) }
      mustTellKept = false
      return speaker.say(speech.lines, asking: speech.question, isSecret: speech.isSecret)
    }
    let next = Workspace.draw(state)
    guard next != frame else { return }
    frame = next
    device.present(next)
  }
}
