import ArgumentParser
import Glibc

extension AsyncParsableCommand {
  /// Does the work; what goes wrong becomes one plain line and an exit code.
  func reporting(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let fault as CloudFault {
      print(line: "tillside-cloud: " + fault.line, to: STDERR_FILENO)
      throw ExitCode(fault.exitCode)
    }
  }

  /// Writes a line at once, so that a reader at the other end of a pipe has it.
  func print(line: String, to file: Int32 = STDOUT_FILENO) {
    var rest = Array((line + "\n").utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        guard errno == EINTR else { return }
      } else {
        rest = rest.dropFirst(count)
      }
    }
  }
}
