public import Terminal
internal import Synchronization

/// A terminal in memory: tests, tapes and demos run the same program on it, without a tty and without waiting.
///
/// It never blocks: a loop on it is driven from outside, by sending events and asking what is shown. Like every device it
/// belongs to one thread; only its `waker` may be used from others.
public final class HeadlessTerminal: TerminalDevice {
  /// Columns and rows, as given or resized.
  public private(set) var size: Size
  /// What it pretends to be able to show.
  public let abilities: TerminalAbilities
  /// Remembers that somebody wanted the loop's attention.
  public var waker: any TerminalWaker { flag }
  /// What is on the screen; nil after `blank()` and before the first frame.
  public private(set) var frame: Frame?
  /// How many frames were different from the one before and so had to be drawn.
  public private(set) var framesShown = 0
  /// How often the screen was blanked.
  public private(set) var timesBlanked = 0
  /// How often the bell was rung.
  public private(set) var timesRung = 0

  private let flag = WakeFlag()
  private var pending: [TerminalEvent] = []
  private var isInvalid = false

  /// A screen of a size, 80 × 24 unless said.
  public init(size: Size = .smallest, abilities: TerminalAbilities = TerminalAbilities()) {
    self.size = size
    self.abilities = abilities
  }

  /// Queues an event for the next look.
  public func send(_ event: TerminalEvent) { pending.append(event) }

  /// Queues keys for the next look.
  public func send(keys: Key...) { pending += keys.map(TerminalEvent.key) }

  /// Gives the screen another size and queues the event that says so.
  public func resize(to newSize: Size) {
    size = newSize
    pending.append(.resize(newSize))
  }

  /// Whether an event or a wake is waiting to be looked at.
  public var hasNews: Bool { !pending.isEmpty || flag.isRaised }

  /// Answers what is queued, at once: `limit` is not waited for.
  public func events(waitingUpTo limit: Duration?) -> [TerminalEvent] {
    flag.lower()
    defer { pending.removeAll() }
    return pending
  }

  /// Shows a frame.
  public func present(_ frame: Frame) {
    if !isInvalid, FrameDiff(from: self.frame, to: frame).isEmpty { return }
    self.frame = frame
    isInvalid = false
    framesShown += 1
  }

  /// Empties the screen.
  public func blank() {
    frame = nil
    timesBlanked += 1
  }

  /// Counts the bell.
  public func ring() { timesRung += 1 }

  /// Counts the next frame as new, whatever it is.
  public func invalidate() { isInvalid = true }
}

private final class WakeFlag: TerminalWaker {
  private let raised = Atomic(false)

  var isRaised: Bool { raised.load(ordering: .acquiring) }
  func wake() { raised.store(true, ordering: .releasing) }
  func lower() { raised.store(false, ordering: .releasing) }
}
