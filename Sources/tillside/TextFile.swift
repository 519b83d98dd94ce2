import Glibc

/// Files of any size, read and written whole.
enum TextFile {
  /// Why a file cannot be read or written.
  struct Fault: Error, Equatable {
    var path: String
    /// The system's words for it.
    var reason: String

    /// The reason of the last call that failed, or another.
    init(_ path: String, _ number: Int32 = errno) {
      self.path = path
      reason = String(cString: strerror(number))
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

  /// Writes a file whole: beside it first, then in its place, with the rights it had. A link stays and what it leads to is
  /// written; a device or a pipe is written to.
  static func write(_ text: String, to path: String) throws(Fault) {
    var facts = stat()
    if stat(path, &facts) != 0 {
      if isThere(path) { return try pour(text, into: path, flags: O_CREAT, path) }
      return try replace(path, with: text, rights: nil, path)
    }
    // A file behind /dev/stdout is somebody's who goes on writing into it.
    let isOpenAlready = ["/dev/", "/proc/"].contains { path.hasPrefix($0) }
    guard facts.st_mode & S_IFMT == S_IFREG, !isOpenAlready else {
      return try pour(text, into: path, flags: O_APPEND, path)
    }
    // Who may write everything is still told of a file that nobody is to write.
    guard facts.st_mode & 0o222 != 0 else { throw Fault(path, EACCES) }
    guard access(path, W_OK) == 0, let whole = realpath(path, nil) else { throw Fault(path) }
    defer { free(whole) }
    try replace(String(cString: whole), with: text, rights: facts, path)
  }

  /// Whether a name is taken, be it by a link that leads nowhere.
  static func isThere(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0
  }

  /// A path that means the same wherever one stands.
  static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  private static func replace(_ target: String, with text: String, rights: stat?, _ path: String) throws(Fault) {
    let beside = unused(target + ".part")
    try pour(text, into: beside, flags: O_CREAT | O_EXCL, path)
    if let rights {
      _ = chown(beside, rights.st_uid, rights.st_gid)
      chmod(beside, rights.st_mode & 0o7777)
    }
    guard rename(beside, target) == 0 else {
      let fault = Fault(path)
      unlink(beside)
      throw fault
    }
  }

  /// The name, or the first like it that is not taken.
  private static func unused(_ name: String) -> String {
    var name = name
    while isThere(name) { name += "-" }
    return name
  }

  /// Writes into what is there, or into a new file that is gone again where that fails.
  private static func pour(_ text: String, into target: String, flags: Int32, _ path: String) throws(Fault) {
    let descriptor = open(target, O_WRONLY | O_CLOEXEC | O_NOCTTY | flags, 0o666)
    guard descriptor >= 0 else { throw Fault(path) }
    var bytes = Array(text.utf8)[...]
    var reason: Int32 = 0
    while !bytes.isEmpty, reason == 0 {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { reason = errno }
    }
    if close(descriptor) != 0, reason == 0 { reason = errno }
    guard reason == 0 else {
      if flags & O_EXCL != 0 { unlink(target) }
      throw Fault(path, reason)
    }
  }
}
