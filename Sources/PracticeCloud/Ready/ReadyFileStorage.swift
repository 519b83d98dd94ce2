import CloudWire
import Glibc

extension ReadyFile {
  /// Reads the file at a path; where it was copied together with the certificate, the one beside it counts.
  public static func read(from path: String) throws(ReadyFileFault) -> ReadyFile {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw errno == ENOENT ? .missing(path: path) : .unreadable(path: path, code: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count == 0 { return try ReadyFile(reading: bytes).with(authorityBeside: path) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: path, code: errno)
      }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// The same with the certificate beside the ready file, where the one it names is not on this machine.
  private func with(authorityBeside path: String) -> ReadyFile {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let beside = folder + (ca.split(separator: "/").last.map(String.init) ?? "")
    guard access(ca, R_OK) != 0, access(beside, R_OK) == 0 else { return self }
    var file = self
    file.ca = beside
    return file
  }

  /// Writes the file whole or not at all, for its owner only (0600).
  public func write(to path: String) throws(ReadyFileFault) {
    try ReadyFile.write(json.bytes + [UInt8(ascii: "\n")], to: path)
  }

  /// Writes bytes to a new file beside the path and renames it there; makes missing folders (0700).
  public static func write(_ bytes: [UInt8], to path: String) throws(ReadyFileFault) {
    for (index, character) in zip(path.indices, path) where character == "/" && index != path.startIndex {
      _ = mkdir(String(path[..<index]), 0o700)
    }
    let fresh = path + ".\(getpid()).new"
    let file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .unwritable(path: path, code: errno) }
    var rest = bytes[...]
    var code: Int32 = 0
    while !rest.isEmpty, code == 0 {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { code = errno }
    }
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, rename(fresh, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(fresh)
      throw .unwritable(path: path, code: code)
    }
  }

  /// Removes the file at a path if it still is this one.
  public func remove(from path: String) {
    guard let there = try? ReadyFile.read(from: path), there == self else { return }
    unlink(path)
    unlink(ca)
  }
}
