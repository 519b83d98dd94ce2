internal import Glibc
internal import Terminal

/// Writes lines to standard output; what the character set cannot say is a question mark.
struct LineWriter {
  let isUTF8: Bool

  /// Writes bytes whole; answers false when nobody reads any more.
  @discardableResult
  func write(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }

  /// A text as it is written.
  func spelled(_ text: SafeText) -> String {
    isUTF8 ? text.text : String(text.text.map { $0.isASCII ? $0 : "?" })
  }
}
