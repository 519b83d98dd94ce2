internal import CHardening
internal import Glibc
public import Terminal

/// Everything a terminal program waits for, in one `poll`: input, signals, wakes, and a timer that counts suspend.
///
/// One in a process, on the thread of the loop: it owns the process's signal handlers while it lives.
public final class TerminalInput {
  /// What one wait brought.
  public struct News {
    /// What the input meant.
    public var events: [TerminalEvent] = []
    /// Signals that came, by number.
    public var signals: [Int32] = []
    var wasWoken = false
    var isEmpty: Bool { events.isEmpty && signals.isEmpty && !wasWoken }
  }

  static let caught: [Int32] = [SIGWINCH, SIGCONT, SIGTERM, SIGINT, SIGQUIT, SIGHUP]
  /// Job control would uncover the shell.
  static let ignored: [Int32] = [SIGTSTP, SIGTTIN, SIGTTOU]

  /// Ends a wait from any thread.
  public var waker: any TerminalWaker { pipe }
  /// Reads what is typed; a terminal whose special keys are known only after it is open replaces it.
  public var reader: any InputReader
  /// Bytes read so far.
  public private(set) var bytesRead = 0

  private let pipe: PipeWaker
  private let timer: Int32
  private let signals: Int32
  private var isGone = false

  /// Takes the signals; standard input is not touched before the first wait.
  public init(_ reader: any InputReader) throws(WaitingFault) {
    self.reader = reader
    pipe = try PipeWaker()
    timer = chardening_timerfd_open()
    if timer < 0 { throw WaitingFault(errno: errno) }
    chardening_signals_ignore(Self.ignored, Int32(Self.ignored.count))
    signals = chardening_signals_open(Self.caught, Int32(Self.caught.count))
    if signals < 0 {
      close(timer)
      throw WaitingFault(errno: errno)
    }
  }

  deinit {
    chardening_signals_close(signals, Self.caught, Int32(Self.caught.count))
    close(timer)
  }

  /// Waits until there is news or the time is over.
  public func wait(upTo limit: Duration?) -> News {
    let end = limit.map { Self.now + $0 }
    var news = News()
    repeat {
      look(until: [end, reader.deadline].compactMap { $0 }.min(), into: &news)
      news.events += reader.expire(at: Self.now)
    } while news.isEmpty && end.map { Self.now < $0 } ?? true
    return news
  }

  private func look(until moment: Duration?, into news: inout News) {
    let pause = moment.map { $0 - Self.now }
    if let pause { chardening_timerfd_arm(timer, max(1, pause.nanoseconds)) }
    var watched = [isGone ? -1 : STDIN_FILENO, signals, pipe.descriptor, pause == nil ? -1 : timer]
      .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let isOver = pause.map { $0 <= .zero } ?? false
    guard poll(&watched, 4, isOver ? 0 : -1) > 0 else { return }
    if watched[2].revents != 0 {
      pipe.lower()
      news.wasWoken = true
    }
    if watched[1].revents != 0 { news.signals += readSignals() }
    if watched[3].revents != 0 { chardening_timerfd_arm(timer, 0) }
    if watched[0].revents != 0 { readKeys(watched[0].revents, into: &news) }
  }

  private func readSignals() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(signals, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).map(Int32.init)
  }

  /// Takes everything that is pending, up to a pasted page: the rest comes with the next look.
  private func readKeys(_ first: Int16, into news: inout News) {
    var flags = first
    var bytes = [UInt8](repeating: 0, count: 4_096)
    for _ in 0..<16 {
      guard flags & Int16(POLLIN) != 0 else { break }
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      if count < 0, errno == EINTR || errno == EAGAIN { return }
      guard count > 0 else { return end(isHangUp: count < 0 || flags & Int16(POLLHUP | POLLERR) != 0, &news) }
      bytesRead += count
      news.events += reader.feed(bytes.prefix(count), at: Self.now)
      var tty = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&tty, 1, 0) > 0 else { return }
      flags = tty.revents
    }
    if flags & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { end(isHangUp: true, &news) }
  }

  /// Input that is over is not looked at again, since it would always be readable.
  private func end(isHangUp: Bool, _ news: inout News) {
    let ending = reader.end(isHangUp: isHangUp)
    news.events += ending.events
    isGone = ending.isOver
  }

  private static var now: Duration { .nanoseconds(chardening_boottime()) }
}

extension Duration {
  /// Whole nanoseconds, at most what a timer can hold.
  fileprivate var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return min(seconds, 1 << 32) * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
