import Glibc

/// A world of its own for a program under test: an empty home, no settings, nothing inherited; gone when released.
public final class ScrubbedWorld: Sendable {
  /// The home folder.
  public let home: String
  /// The whole environment.
  public let environment: [String: String]

  /// A world for a terminal type; `extra` is laid over the environment.
  public init(terminal: String = "xterm-256color", extra: [String: String] = [:]) throws {
    var template = Array("/tmp/tillside-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw WorldError.noHome(code: errno) }
    let home = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.home = home
    let usual = [
      "HOME": home, "XDG_CONFIG_HOME": home + "/config", "XDG_STATE_HOME": home + "/state",
      "XDG_RUNTIME_DIR": home + "/run", "TERM": terminal, "LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin",
    ]
    environment = usual.merging(extra) { _, new in new }
    for folder in ["config", "state", "run"] { mkdir(home + "/" + folder, 0o700) }
  }

  deinit { ScrubbedWorld.remove(home) }

  /// Removes a folder with all that is in it.
  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name == "." || name == ".." { continue }
        let inner = path + "/" + name
        if entry.pointee.d_type == UInt8(DT_DIR) { remove(inner) } else { unlink(inner) }
      }
      closedir(folder)
    }
    rmdir(path)
  }
}

/// Why no world of its own could be made; the number is an `errno` value.
public enum WorldError: Error, Hashable, Sendable {
  case noHome(code: Int32)
  /// The program under test was not found where it should have been built.
  case noProgram(String)
}
