public import StoreModel
import Terminal
public import Workspace

/// The message log of a run. In practice it is a tape that leads to the last screen again; with a real tenant it only
/// tells what kind of thing happened when, and cannot be replayed.
public final class MessageLog {
  /// How the log of a real tenant begins.
  public static let redactedMark = "# Redacted:"

  private let write: (String) -> Void
  private let isPlayable: Bool
  private let namingCommands: Bool
  private var scribe = StepScribe()
  private var last = Instant.start

  /// A log of a practice run that started so.
  ///
  /// - Parameters:
  ///   - namingCommands: whether commands are written instead of keys, where keys were set anew.
  ///   - write: takes whole lines.
  public init(of start: TapeStart, from now: Now, namingCommands: Bool, write: @escaping (String) -> Void) {
    self.namingCommands = namingCommands
    self.write = write
    isPlayable = true
    last = now.instant
    write("# Tillside message log: tillside play --replay FILE leads to its last screen.\n")
    var lines = start.lines
    lines.append(TapeLine(number: 0, step: .set(.clock(now.wall))))
    write(TapePrinter.print(Tape(file: "", lines: lines)))
  }

  /// A log of a real tenant: neither what was typed nor what came back is in it.
  public init(redacted write: @escaping (String) -> Void) {
    self.write = write
    isPlayable = false
    namingCommands = false
    write("\(MessageLog.redactedMark) this log tells what kind of thing happened, not what was typed or read.\n")
  }

  /// Notes a message and the state it meets, before it is applied.
  public func note(_ message: Message, in state: AppState) {
    guard isPlayable else {
      return write("# \(state.now.wall.iso8601) \(MessageLine.text(message))\n")
    }
    let steps: [WrittenStep]
    switch message {
    case .terminal(let event): steps = scribe.steps(for: event, in: state)
    case .answer(let line, let page): steps = scribe.steps(answering: line, to: page, in: state)
    default: return write("# \(MessageLine.text(message))\n")
    }
    guard !steps.isEmpty else { return }
    let passed = last.duration(to: state.now.instant)
    if passed >= .milliseconds(1) {
      write(TapePrinter.print(.advance(passed)) + "\n")
      last = state.now.instant
    }
    write(TapePrinter.print(Tape(file: "", lines: steps.map { $0.line(namingCommands: namingCommands) })))
  }
}

extension TapeStart {
  /// The lines that make a tape start like this.
  var lines: [TapeLine] {
    let usual = TapeStart()
    var steps: [TapeStep] = [.world(TapeText(scenario))]
    if size.columns != usual.size.columns { steps.append(.set(.width(size.columns))) }
    if size.rows != usual.size.rows { steps.append(.set(.height(size.rows))) }
    if let theme { steps.append(.set(.theme(TapeText(theme)))) }
    if let language { steps.append(.set(.language(TapeText(language)))) }
    if seed != usual.seed { steps.append(.set(.seed(seed))) }
    if isASCII { steps.append(.set(.ascii(true))) }
    if plain != usual.plain { steps.append(.set(.plain(plain))) }
    if isKiosk { steps.append(.set(.kiosk(true))) }
    if let idle { steps.append(.set(.idle(idle))) }
    for (id, keys) in self.keys.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      steps.append(.set(.key(TapeText(id.rawValue), keys)))
    }
    if let hours { steps.append(.set(.hours(hours))) }
    if let poll { steps.append(.set(.poll(poll))) }
    if takesMouse { steps.append(.set(.mouse(true))) }
    if pin != usual.pin { steps.append(.set(.pin(pin))) }
    if signIn != usual.signIn { steps.append(.set(.signIn(signIn))) }
    return steps.map { TapeLine(number: 0, step: $0) }
  }
}
