import FoundationEssentials
import Glibc

/// A world on disk: a line for its start, then a line for each change, written before the change is answered.
///
/// A killed process leaves at worst half a last line, which is left out when the file is read. A file that has grown is
/// written anew beside and renamed, so that there is always a whole one. Power loss may take the last seconds.
struct StateFile: Sendable {
  /// Where it is.
  let path: String
  private let lock: Int32
  private var file: Int32 = -1
  /// Bytes of the file as it was last written whole, and of the lines since.
  private var wholeSize = 0
  private var addedSize = 0

  /// Takes hold of a path, so that nobody else does; makes nothing yet but the lock.
  init(path: String) throws(StateFault) {
    self.path = path
    lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0 else { throw .unwritable(path: path, code: errno) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      Glibc.close(lock)
      throw .inUse(path: path)
    }
  }

  /// Lets go of the path.
  func close() {
    if file >= 0 { Glibc.close(file) }
    unlink(path + ".lock")
    Glibc.close(lock)
  }

  /// Whether so much was added that the file should be written whole again.
  var hasGrown: Bool { addedSize > max(4 << 20, wholeSize * 4) }

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
  mutating func write(_ lines: [[UInt8]]) throws(StateFault) {
    let fresh = path + ".new"
    let target = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard target >= 0 else { throw .unwritable(path: path, code: errno) }
    var code: Int32 = 0
    for line in lines where code == 0 { code = Self.append(line, to: target) }
    if code == 0, fsync(target) != 0 { code = errno }
    if code == 0, rename(fresh, path) != 0 { code = errno }
    guard code == 0 else {
      Glibc.close(target)
      unlink(fresh)
      throw .unwritable(path: path, code: code)
    }
    if file >= 0 { Glibc.close(file) }
    file = target
    wholeSize = lines.reduce(0) { $0 + $1.count + 1 }
    addedSize = 0
  }

  /// Adds a line; half a line, where the disk is full, is cut off again.
  mutating func add(_ line: [UInt8]) throws(StateFault) {
    let before = lseek(file, 0, SEEK_END)
    let code = Self.append(line, to: file)
    guard code == 0 else {
      _ = ftruncate(file, before)
      throw .unwritable(path: path, code: code)
    }
    addedSize += line.count + 1
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
