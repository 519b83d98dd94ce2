import ArgumentParser
import Glibc
import Tape

/// The file of a message log, only for its owner; every line is in it as soon as it was written.
final class LogFile: Sendable {
  private let descriptor: Int32

  /// A new file, or an emptied one; ends with 65 when it cannot be written.
  init(_ path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0, fchmod(descriptor, 0o600) == 0 else {
      throw leave(.dataWrong, "\(path): the log cannot be written (\(String(cString: strerror(errno)))).")
    }
  }

  deinit { close(descriptor) }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(descriptor, bytes, bytes.count)
  }
}
