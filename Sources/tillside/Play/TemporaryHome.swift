import FoundationEssentials
import Glibc

/// An empty home for a program on a pty, gone when released.
final class TemporaryHome {
  let path: String

  /// A home; nil when none can be made.
  init?() {
    var template = Array("/tmp/tillside-play-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The whole environment of the program.
  var environment: [String: String] {
    ["HOME": path, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin"]
  }
}
