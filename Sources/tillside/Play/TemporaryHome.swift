import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

/// An empty home for a program on a pty, gone when released.
final class TemporaryHome {
  let path: String

  /// A home; nil when none can be made.
  init?() {
    var template = Array("/tmp/tillside-play-XXXXXX".utf8CString)
    let path = TemporaryHome.all.withLock { all -> String? in
      guard mkdtemp(&template) != nil else { return nil }
      let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      all.insert(path)
      return path
    }
    guard let path else { return nil }
    self.path = path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    TemporaryHome.all.withLock { _ = $0.remove(path) }
  }

  /// The whole environment of the program.
  var environment: [String: String] {
    ["HOME": path, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin"]
  }

  private static let all = Mutex<Set<String>>([])

  /// For as long as the answer is held, whoever ends this program by a signal takes the homes there are with it.
  static func goneAtSignals() -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM, SIGHUP].filter { !isIgnored($0) }.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        all.withLock { all in
          for path in all { try? FileManager.default.removeItem(atPath: path) }
          signal(number, SIG_DFL)
          kill(getpid(), number)
        }
      }
      source.resume()
      return source
    }
  }

  /// Whether a signal is passed over, as under `nohup`.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
