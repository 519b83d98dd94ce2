import Glibc

/// One end of the line between a player and the program it plays on.
public final class LineSocket: Sendable {
  /// The descriptor a program gets the far end of its line as.
  public static let programDescriptor: Int32 = 3

  private let descriptor: Int32
  private let rest = LineRest()

  /// An end that exists already; nil unless the descriptor is a socket.
  public init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Both ends of a new line: one for here, and the descriptor of the other, which the caller closes.
  public static func pair() -> (near: LineSocket, far: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      return nil
    }
    guard let near = LineSocket(descriptor: ends[0]) else {
      for end in ends { close(end) }
      return nil
    }
    return (near, ends[1])
  }

  /// Sends a line; answers false when the other end is gone.
  func send(_ line: String) -> Bool {
    var bytes = Array((line + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }

  /// Waits for a line, on one thread at a time; nil when the other end is gone.
  func receive() -> String? {
    while true {
      if let line = rest.takeLine() { return line }
      let bytes = [UInt8](unsafeUninitializedCapacity: 4_096) { buffer, count in
        count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
      }
      if bytes.isEmpty { return nil }
      rest.add(bytes)
    }
  }

  /// Waits at most so long for something to receive; answers whether there is something, or the end.
  func isReady(upTo limit: Duration) -> Bool {
    if rest.hasLine { return true }
    var line = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&line, 1, Int32(clamping: limit.wholeNanoseconds / 1_000_000)) > 0
  }
}
