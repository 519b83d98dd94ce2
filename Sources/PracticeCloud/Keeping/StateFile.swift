import FoundationEssentials
import Glibc
import Synchronization

/// A world on disk: a line for its start, then a line for each change, written before the change is answered.
///
/// A killed process leaves at worst half a last line, which is left out when the file is read. A file that has grown is
/// written anew beside and renamed, so that there is always a whole one. Power loss may take the last seconds. Once let go
/// of it writes nothing: its descriptors may be somebody else's by then.
final class StateFile: Sendable {
  private struct Hold {
    var lock: Int32
    var file: Int32 = -1
    /// Bytes of the file as it was last written whole, and of the lines since.
    var wholeSize = 0
    var addedSize = 0

    var isHeld: Bool { lock >= 0 }
  }

  /// Where it is.
  let path: String
  private let hold: Mutex<Hold>

  /// Takes hold of a path, so that nobody else does; makes nothing yet but the lock.
  init(path: String) throws(StateFault) {
    self.path = path
    let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0 else { throw .unwritable(path: path, code: errno) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      Glibc.close(lock)
      throw .inUse(path: path)
    }
    hold = Mutex(Hold(lock: lock))
  }

  /// Lets go of the path.
  func close() {
    hold.withLock { hold in
      guard hold.isHeld else { return }
      if hold.file >= 0 { Glibc.close(hold.file) }
      unlink(path + ".lock")
      Glibc.close(hold.lock)
      hold = Hold(lock: -1)
    }
  }

  /// Whether so much was added that the file should be written whole again.
  var hasGrown: Bool { hold.withLock { $0.addedSize > max(4 << 20, $0.wholeSize * 4) } }

  /// The whole lines of the file; nil when there is none.
  func lines() throws(StateFault) -> [ArraySlice<UInt8>]? {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else {
      if errno == ENOENT { return nil }
      throw .unreadable(path: path, code: errno)
    }
    defer { Glibc.close(source) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(source, &chunk, chunk.count)
      if count == 0 { break }
      if count > 0 {
        bytes.append(contentsOf: chunk[..<count])
      } else if errno != EINTR {
        throw .unreadable(path: path, code: errno)
      }
    }
    guard let end = bytes.lastIndex(of: 0x0A) else { throw .damaged(path: path, line: 1) }
    return bytes[..<end].split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  /// Writes the file whole, beside it first, and goes on adding to the new one.
  func write(_ lines: [[UInt8]]) throws(StateFault) {
    let code = hold.withLock { $0.isHeld ? replace(&$0, lines) : 0 }
    guard code == 0 else { throw .unwritable(path: path, code: code) }
  }

  private func replace(_ hold: inout Hold, _ lines: [[UInt8]]) -> Int32 {
    let fresh = path + ".new"
    let target = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard target >= 0 else { return errno }
    var code: Int32 = 0
    for line in lines where code == 0 { code = Self.append(line, to: target) }
    if code == 0, fsync(target) != 0 { code = errno }
    if code == 0, rename(fresh, path) != 0 { code = errno }
    guard code == 0 else {
      Glibc.close(target)
      unlink(fresh)
      return code
    }
    if hold.file >= 0 { Glibc.close(hold.file) }
    hold.file = target
    hold.wholeSize = lines.reduce(0) { $0 + $1.count + 1 }
    hold.addedSize = 0
    return 0
  }

  /// Adds a line; half a line, where the disk is full, is cut off again.
  func add(_ line: [UInt8]) throws(StateFault) {
    let code = hold.withLock { hold -> Int32 in
      guard hold.isHeld else { return 0 }
      let before = lseek(hold.file, 0, SEEK_END)
      let code = Self.append(line, to: hold.file)
      if code == 0 { hold.addedSize += line.count + 1 } else { _ = ftruncate(hold.file, before) }
      return code
    }
    guard code == 0 else { throw .unwritable(path: path, code: code) }
  }

  /// Writes a line and its end; answers an error number, 0 for none.
  private static func append(_ line: [UInt8], to file: Int32) -> Int32 {
    var rest = (line + [0x0A])[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return errno }
    }
    return 0
  }
}

/// A value as one line of JSON, and back.
enum StateLine {
  static func text(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // It fails for numbers that are none, and there are no such here.
    return (try? encoder.encode(value)).map { Array($0) } ?? []
  }

  static func value<Value: Decodable>(_ type: Value.Type, of line: ArraySlice<UInt8>) -> Value? {
    try? JSONDecoder().decode(type, from: Data(line))
  }
}
