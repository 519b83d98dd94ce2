import ArgumentParser
import Glibc

/// Exit codes outsiders rely on (INTERFACE).
extension ExitCode {
  static let expectationFailed = ExitCode(1)
  static let dataWrong = ExitCode(65)
  static let unavailable = ExitCode(69)
  static let temporaryFailure = ExitCode(75)
  static let refused = ExitCode(77)
  static let configuration = ExitCode(78)
}

/// Ends a verb with one plain line on standard error.
func leave(_ code: ExitCode, _ line: String) -> ExitCode {
  let bytes = Array("tillside: \(line)\n".utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
  return code
}
