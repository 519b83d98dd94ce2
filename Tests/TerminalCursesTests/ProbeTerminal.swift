import Glibc
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

/// The probe on a pty of its own.
enum ProbeTerminal {
  /// Long enough for the slowest machine; no test waits that long unless it fails.
  static let limit = Duration.seconds(20)
  static let size = Size(columns: 80, rows: 24)

  static func start(term: String = "xterm-256color", _ more: [String: String] = [:]) throws -> PtyTerminal {
    var environment = ["TERM": term, "LANG": "C.UTF-8"]
    environment.merge(more) { $1 }
    let process = try PtyProcess(path, environment: environment, size: size)
    return try #require(PtyTerminal(process, size: size))
  }

  /// The probe beside the test program.
  private static var path: String {
    get throws {
      var bytes = [CChar](repeating: 0, count: 4_096)
      let count = readlink("/proc/self/exe", &bytes, bytes.count)
      let own = String(decoding: bytes.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
      let folder = try #require(own.lastIndex(of: "/").map { own[..<$0] })
      return folder + "/curses-probe"
    }
  }
}

extension PtyTerminal {
  /// The probe below its supervisor.
  var probe: OtherProcess? { process.process.children.first }

  /// Waits for the probe's page.
  func waitForPage(_ text: String = "probe 80x24") -> Bool {
    wait(upTo: ProbeTerminal.limit) { $0.text(row: 0).hasPrefix(text) }
  }

  /// Waits until the probe's list of what it heard is exactly this.
  func heard(_ text: String) -> Bool {
    wait(upTo: ProbeTerminal.limit) { $0.text(row: 1).trimmed == text }
  }
}

extension String {
  var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
