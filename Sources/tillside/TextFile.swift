import Glibc

/// Files of any size, read and written whole.
enum TextFile {
  /// Why a file cannot be read or written.
  struct Fault: Error, Equatable {
    var path: String
    /// The system's words for it.
    var reason: String

    /// The reason of the last call that failed.
    init(_ path: String) {
      self.path = path
      reason = String(cString: strerror(errno))
    }
  }

  /// The bytes of a file.
  static func read(_ path: String) throws(Fault) -> [UInt8] {
    guard let file = fopen(path, "re") else { throw Fault(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    if ferror(file) != 0 { throw Fault(path) }
    return bytes
  }

  /// Why a file that somebody named is not taken.
  enum Refusal: Error, Equatable {
    /// The system's own reason.
    case system(errno: Int32)
    /// A pipe, a device or a folder.
    case notAFile
    /// More bytes than asked for.
    case tooLarge
  }

  /// The bytes of a regular file, at most so many. Never waits, whatever stands there.
  static func read(_ path: String, atMost limit: Int) throws(Refusal) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno: errno) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw .system(errno: errno) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard facts.st_size <= limit else { throw .tooLarge }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno: errno) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
    throw .tooLarge
  }

  /// Writes a file whole: beside it first, then in its place.
  static func write(_ text: String, to path: String) throws(Fault) {
    let beside = path + ".part"
    guard let file = fopen(beside, "we") else { throw Fault(path) }
    let isWritten = fputs(text, file) >= 0
    guard fclose(file) == 0, isWritten, rename(beside, path) == 0 else {
      let fault = Fault(path)
      unlink(beside)
      throw fault
    }
  }
}
