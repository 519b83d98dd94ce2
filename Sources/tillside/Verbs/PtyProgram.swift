import ArgumentParser
import FoundationEssentials
import Glibc
import Tape
import TerminalEmulator

/// This very program on a pty of its own, in an empty home that goes with it, on the embedded practice store.
final class PtyProgram {
  let stage: PtyStage
  private let home: String

  init(_ start: TapeStart) throws {
    var template = Array("/tmp/tillside-play-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw leave(.unavailable, String(cString: strerror(errno))) }
    let home = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let environment = [
      "HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin",
    ]
    var flags = ["run", "--practice", start.scenario]
    if start.isASCII { flags.append("--ascii") }
    if let theme = start.theme { flags += ["--theme", theme] }
    if let language = start.language { flags += ["--lang", language] }
    do {
      let process = try PtyProcess(
        "/proc/self/exe", flags, environment: environment, directory: home, size: start.size)
      guard let terminal = PtyTerminal(process, size: start.size) else {
        throw leave(.unavailable, "no memory for a terminal")
      }
      stage = PtyStage(terminal)
      self.home = home
    } catch let error as PtyError {
      throw leave(.unavailable, "the program cannot be started on a pty: \(error)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }
}
