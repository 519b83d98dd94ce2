import Glibc

/// The text of a settings file, read so that no pipe, device or huge file keeps the program from starting.
enum SettingsText {
  /// Most bytes of a settings file; the sample with every key has a few thousand.
  static let limit = 1 << 20

  /// Reads a file: a regular one of at most `limit` bytes in UTF-8. A byte order mark before it is dropped.
  static func read(_ path: String) throws(SettingsFault) -> String {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(path, leadsNowhere(path) ? .linkLeadsNowhere : unreadable()) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw fault(path, unreadable()) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw fault(path, .notAFile) }
    guard facts.st_size <= limit else { throw fault(path, .tooLarge) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw fault(path, unreadable()) }
      if count == 0 { return try text(bytes, path) }
      bytes += buffer[..<count]
    }
    throw fault(path, .tooLarge)
  }

  private static func text(_ bytes: [UInt8], _ path: String) throws(SettingsFault) -> String {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let own = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    guard !own.contains(0), let text = String(validating: own, as: UTF8.self) else { throw fault(path, .notText) }
    return text
  }

  /// Right after a failed call: what the system said.
  private static func unreadable() -> SettingsFault.Kind { .unreadable(reason: String(cString: strerror(errno))) }

  /// Whether the path is a link to something that is not there.
  private static func leadsNowhere(_ path: String) -> Bool {
    let reason = errno
    var facts = stat()
    defer { errno = reason }
    return reason == ENOENT && lstat(path, &facts) == 0
  }

  private static func fault(_ path: String, _ kind: SettingsFault.Kind) -> SettingsFault {
    SettingsFault(source: path, kind: kind)
  }
}
