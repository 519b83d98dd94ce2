import Terminal
import TerminalEmulator

/// A terminal in memory that is spoken to line by line: what is said goes to an emulator as it would go to a screen, and
/// what is answered is echoed as a terminal does.
final class StageLines: LineDevice, StageDevice {
  let answersWait = false
  var canForget: Bool { script.canClear }
  var waker: any TerminalWaker { bell }
  var screen: TapeScreen { TapeScreen(frame: emulator.screen.frame, knowsRoles: false) }

  /// Told when the screen is blanked: a terminal drops a line that is half typed then.
  var dropsTyping: () -> Void = {}

  private let emulator: Emulator
  private let bell: Bell
  private var script: LineScript
  private var pending: [TerminalEvent] = []
  private var isSecret = false

  /// A terminal; nil when memory is short.
  init?(_ start: TapeStart, bell: Bell) {
    guard let emulator = Emulator(size: start.size) else { return nil }
    self.emulator = emulator
    self.bell = bell
    script = LineScript(isUTF8: true, canClear: start.plain != .paper)
    script.columns = start.size.columns
  }

  func send(_ event: TerminalEvent) {
    if case .line(let text) = event, !isSecret { write(text + "\n") }
    pending.append(event)
  }

  func resize(to size: Size) {
    emulator.resize(to: size)
    script.columns = size.columns
  }

  func events(waitingUpTo limit: Duration?) -> [TerminalEvent] {
    if pending.isEmpty { bell.hear(waitingUpTo: limit ?? .seconds(60)) }
    defer { pending = [] }
    for case .line in pending { write(script.answered(wasHidden: isSecret)) }
    return pending
  }

  func say(_ lines: [SafeText], asking question: SafeText, isSecret: Bool) {
    self.isSecret = isSecret
    write(script.say(lines, asking: question))
  }

  func blank() {
    dropsTyping()
    if let sequence = script.clear() { write(sequence) }
  }

  func ring() {}

  /// A terminal begins a line at its left edge.
  private func write(_ text: String) {
    emulator.feed(text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
  }
}
