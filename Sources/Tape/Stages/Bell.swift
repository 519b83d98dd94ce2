import Glibc
import Terminal

/// Rings from any thread and is heard by one: a waiting stage sleeps on it instead of asking again and again.
final class Bell: TerminalWaker {
  private let hearing: Int32
  private let ringing: Int32

  /// A bell; nil when the process has no descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    hearing = ends[0]
    ringing = ends[1]
  }

  deinit {
    close(hearing)
    close(ringing)
  }

  func wake() {
    var byte: UInt8 = 1
    _ = write(ringing, &byte, 1)
  }

  /// Waits until it rang since the last time, at most so long.
  func hear(waitingUpTo limit: Duration) {
    var line = pollfd(fd: hearing, events: Int16(POLLIN), revents: 0)
    let parts = limit.components
    let milliseconds = parts.seconds * 1_000 + (parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    guard poll(&line, 1, Int32(clamping: milliseconds)) > 0 else { return }
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(hearing, &bytes, bytes.count) == bytes.count {}
  }
}
