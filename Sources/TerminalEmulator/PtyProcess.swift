import CVTerm
import Glibc
public import Terminal

/// A program on a pty of its own, leader of its session, with nothing but the environment it is given.
public final class PtyProcess {
  /// Process id.
  public let id: Int32
  /// How it ended, once that is known.
  public private(set) var ending: PtyEnding?
  /// Bytes sent to it so far, keys and answers of the terminal alike.
  public private(set) var bytesWritten = 0
  private var master: Int32

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: path of the executable; not searched for.
  ///   - environment: all of it; nothing is inherited.
  ///   - control: a descriptor the program gets as its descriptor 3; nil for none.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String], directory: String? = nil,
    size: Size, control: Int32? = nil
  ) throws(PtyError) {
    var master: Int32 = -1
    var process: pid_t = 0
    let words = CStrings([program] + arguments)
    let settings = CStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    let code = tillside_pty_spawn(
      program, words.pointers, settings.pointers, directory, Int32(clamping: size.rows),
      Int32(clamping: size.columns), control ?? -1, &master, &process)
    guard code == 0 else { throw .notStarted(program: program, code: code) }
    id = process
    self.master = master
  }

  deinit {
    hangUp()
    if ending == nil {
      kill(id, SIGKILL)
      waitpid(id, nil, 0)
    }
  }

  /// Sends bytes as the keyboard does; waits while the program's queue is full.
  public func write(_ bytes: [UInt8]) throws(PtyError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .over(wait(upTo: .seconds(5)) ?? .exited(0)) }
      rest = rest.dropFirst(count)
      bytesWritten += count
    }
  }

  /// What the program wrote, waiting at most so long for the first byte; nil once nothing can come any more.
  public func read(waitingUpTo limit: Duration) -> [UInt8]? {
    guard master >= 0 else { return nil }
    var line = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let ready = poll(&line, 1, PtyProcess.milliseconds(limit))
    if ready == 0 || (ready < 0 && errno == EINTR) { return [] }
    var isOver = false
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      let got = Glibc.read(master, buffer.baseAddress, buffer.count)
      isOver = got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN)
      count = max(0, got)
    }
    return isOver ? nil : bytes
  }

  /// Waits for the end; nil when it has not come within the limit.
  public func wait(upTo limit: Duration) -> PtyEnding? {
    let deadline = ContinuousClock.now + limit
    while ending == nil {
      var status: Int32 = 0
      let found = waitpid(id, &status, WNOHANG)
      if found == id {
        ending = status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .signalled(status & 0x7F)
      } else if ContinuousClock.now >= deadline {
        return nil
      } else if read(waitingUpTo: .milliseconds(5)) == nil {
        poll(nil, 0, 2)
      }
    }
    return ending
  }

  /// Gives the screen another size.
  public func resize(to size: Size) {
    _ = tillside_pty_resize(master, Int32(clamping: size.rows), Int32(clamping: size.columns))
  }

  /// Sends a signal to the program.
  public func send(signal: Int32) { if ending == nil { kill(id, signal) } }

  /// Takes the terminal away, as a closed window or a lost line does.
  public func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Whether the line discipline is as a shell needs it.
  public var isCooked: Bool { tillside_pty_is_cooked(master) }

  private static func milliseconds(_ duration: Duration) -> Int32 {
    let parts = duration.components
    return Int32(clamping: parts.seconds * 1_000 + (parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}

/// Strings for C, ended by a null pointer, released together.
private final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    pointers = .allocate(capacity: count + 1)
    for (index, string) in strings.enumerated() { (pointers + index).initialize(to: strdup(string)) }
    (pointers + count).initialize(to: nil)
  }

  deinit {
    for index in 0..<count { free(pointers[index]) }
    pointers.deallocate()
  }
}
