import ArgumentParser
import Glibc
import Tape

/// The file of a message log, only for its owner; every line is in it as soon as it was written.
final class LogFile: Sendable {
  private let descriptor: Int32
  private let path: String

  /// A new file; ends with 65 when one is there already or it cannot be written.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor < 0, errno == EEXIST { throw leave(.dataWrong, "\(path) is there already. Name another file.") }
    guard descriptor >= 0 else {
      throw leave(.dataWrong, "\(path): the log cannot be written (\(String(cString: strerror(errno)))).")
    }
  }

  /// Takes the file away again, for a run that never began.
  func discard() { unlink(path) }

  deinit { close(descriptor) }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(descriptor, bytes, bytes.count)
  }
}
