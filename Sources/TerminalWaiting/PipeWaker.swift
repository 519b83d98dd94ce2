internal import CHardening
internal import Glibc
internal import Terminal

/// Ends a wait of the loop from any thread, through a kernel counter in the poll set.
final class PipeWaker: TerminalWaker {
  let descriptor: Int32

  init() throws(WaitingFault) {
    descriptor = chardening_eventfd_open()
    if descriptor < 0 { throw WaitingFault(errno: errno) }
  }

  deinit { close(descriptor) }

  func wake() {
    var one: UInt64 = 1
    // Fails only when the counter is full, and then it is readable already.
    _ = write(descriptor, &one, 8)
  }

  func lower() {
    var count: UInt64 = 0
    _ = read(descriptor, &count, 8)
  }
}
