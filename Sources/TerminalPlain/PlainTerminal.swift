internal import Glibc
public import Terminal
internal import TerminalWaiting

/// Lines on standard output, answers from standard input: for screen readers, `TERM=dumb` and pipes.
///
/// One in a process, on the thread of the loop. The terminal's own line editing stays on. No sequence is ever written,
/// except to empty a screen that can be emptied.
public final class PlainTerminal: LineDevice {
  /// Ends a wait from any thread.
  public var waker: any TerminalWaker { input.waker }
  /// A script's answers wait until the program is quiet.
  public var answersWait: Bool { !isTerminal }
  /// Bytes of whole lines read since the start.
  public var bytesRead: Int { input.bytesRead }

  private let input: TerminalInput
  private let writer = LineWriter()
  private let isTerminal: Bool
  private var script: LineScript
  private let echo = Echo()
  private let quitKey: QuitKey
  /// Whether lines were lost because standard output takes nothing more, though nobody went away: a full disk, a closed file.
  public private(set) var hasLostOutput = false

  private var isGone = false
  private var isGoneTold = false

  /// Takes standard input and output.
  ///
  /// - Parameters:
  ///   - isUTF8: whether letters beyond ASCII can be written.
  ///   - environment: `TERM` tells whether the screen can be emptied at a lock.
  public init(isUTF8: Bool, environment: [String: String]) throws(PlainError) {
    isTerminal = isatty(STDIN_FILENO) == 1
    do throws(WaitingFault) {
      input = try TerminalInput(LineReader(isTerminal: isTerminal))
    } catch {
      throw .unavailable(errno: error.errno)
    }
    quitKey = QuitKey()
    // Nobody reading any more is found out by writing, and ends the session as a hang-up does.
    signal(SIGPIPE, SIG_IGN)
    let name = environment["TERM"] ?? ""
    script = LineScript(
      isUTF8: isUTF8,
      canClear: isatty(STDOUT_FILENO) == 1 && !name.isEmpty && name != "dumb" && name != "unknown")
  }

  deinit { close() }

  /// Gives the terminal back: what is typed is seen again, and the next prompt begins on a line of its own.
  public func close() {
    echo.show()
    quitKey.giveBack()
    let end = script.close()
    if !isGone { writer.write(end) }
  }

  /// Whether what was said before a lock can be taken off the screen; paper and most pipes keep it.
  public var canForget: Bool { script.canClear }

  /// Waits for answers; see `TerminalDevice`.
  public func events(waitingUpTo limit: Duration?) -> [TerminalEvent] {
    let news = input.wait(upTo: limit)
    var events: [TerminalEvent] = news.signals.compactMap(PlainTerminal.event)
    if isGone, !isGoneTold { events.append(.hangUp) }
    isGoneTold = isGone
    for event in news.events {
      if event == .hangUp {
        isGone = true
        isGoneTold = true
      }
      // The terminal has shown the line's own end.
      if case .line = event, isTerminal { writer.write(script.answered(wasHidden: echo.isHidden)) }
      events.append(event)
    }
    return events
  }

  /// Says lines and asks; see `LineDevice`.
  public func say(_ lines: [SafeText], asking question: SafeText, isSecret: Bool) {
    guard !isGone else { return }
    if isSecret { echo.hide() } else { echo.show() }
    script.columns = columns
    if !writer.write(script.say(lines, asking: question)) {
      isGone = true
      hasLostOutput = ![EPIPE, EIO].contains(errno)
    }
  }

  /// Empties screen and scrollback where that can be done, and drops a line that is half typed: whoever comes next would
  /// send it, and read it.
  public func blank() {
    if isTerminal {
      tcflush(STDIN_FILENO, TCIFLUSH)
      input.reader = LineReader(isTerminal: true)
    }
    guard !isGone, let sequence = script.clear() else { return }
    writer.write(sequence)
  }

  /// Writes bytes that show nothing.
  public func write(past bytes: [UInt8]) { writer.write(String(decoding: bytes, as: UTF8.self)) }

  /// Columns of the terminal that is written to; nil when it is none, or does not know.
  private var columns: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  /// Sounds the bell once, where a terminal hears it.
  public func ring() { if isatty(STDOUT_FILENO) == 1, !isGone { writer.write("\u{7}") } }

  private static func event(_ signal: Int32) -> TerminalEvent? {
    switch signal {
    case SIGWINCH: nil
    case SIGCONT: .resumed
    case SIGHUP: .hangUp
    // Ctrl+C comes as a signal where lines are read.
    case SIGINT: .key(Key(.character("c"), .control))
    default: .terminate(signal)
    }
  }
}
