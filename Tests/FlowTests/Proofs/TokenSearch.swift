import Glibc
import TillsideTesting

/// Looks for practice tokens from outside: in the memory of processes, in files, in what was written to a terminal.
enum TokenSearch {
  /// What every practice token holds, in each form it can have.
  static let forms = WritableMemory.forms(of: "TILLSIDEPRACTICE")

  /// Whether the memory of the running program can be read: nobody but root may.
  static var isAllowed: Bool { geteuid() == 0 }

  /// Hits in the writable memory of all processes given.
  static func memory(of processes: [Int32]) throws -> Int {
    try processes.reduce(0) { try $0 + WritableMemory.hits(of: forms, in: $1).values.reduce(0, +) }
  }

  /// Hits once nothing is found any more, or when a second has passed.
  static func memoryAfterASecond(of processes: [Int32]) throws -> Int {
    let end = ContinuousClock.now + .seconds(1)
    while true {
      let hits = try memory(of: processes)
      if hits == 0 || ContinuousClock.now >= end { return hits }
    }
  }

  /// Hits in the environment the processes were started with.
  static func environment(of processes: [Int32]) -> Int {
    processes.reduce(0) { $0 + count(in: bytes(of: "/proc/\($1)/environ")) }
  }

  /// Hits in all files below a folder.
  static func files(below folder: String) -> Int {
    guard let entries = opendir(folder) else { return 0 }
    defer { closedir(entries) }
    var hits = 0
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      let path = folder + "/" + name
      hits += entry.pointee.d_type == UInt8(DT_DIR) ? files(below: path) : count(in: bytes(of: path))
    }
    return hits
  }

  /// Hits in bytes.
  static func count(in bytes: [UInt8]) -> Int {
    forms.reduce(0) { $0 + WritableMemory.occurrences(of: $1, in: bytes, bytes.count) }
  }

  private static func bytes(of path: String) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(file, &piece, piece.count), count > 0 { bytes += piece.prefix(count) }
    return bytes
  }
}
