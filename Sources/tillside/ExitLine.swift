import ArgumentParser
import Glibc
import Terminal

/// Exit codes outsiders rely on (INTERFACE).
extension ExitCode {
  static let expectationFailed = ExitCode(1)
  static let dataWrong = ExitCode(65)
  static let unavailable = ExitCode(69)
  static let outputLost = ExitCode(74)
  static let temporaryFailure = ExitCode(75)
  static let refused = ExitCode(77)
  static let configuration = ExitCode(78)
}

/// Tells of several things that are wrong, one line each, on standard error; what a file says is made safe to print.
func tell(_ lines: [String]) {
  let bytes = Array(lines.map { SafeText($0).text + "\n" }.joined().utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
}

/// Ends a verb with one plain line on standard error.
func leave(_ code: ExitCode, _ line: String) -> ExitCode {
  let bytes = Array("tillside: \(line)\n".utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
  return code
}
