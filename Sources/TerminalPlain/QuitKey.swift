internal import Glibc

/// Takes the terminal's quit key (Ctrl+\) out of its line editing: no key ends the program past its own question, in a
/// kiosk none at all. Without a terminal nothing is done.
final class QuitKey {
  private var before: cc_t?

  init() {
    var line = termios()
    guard tcgetattr(STDIN_FILENO, &line) == 0 else { return }
    before = Self.exchange(&line, for: 0)
  }

  /// As it was.
  func giveBack() {
    var line = termios()
    guard let key = before, tcgetattr(STDIN_FILENO, &line) == 0 else { return }
    before = nil
    _ = Self.exchange(&line, for: key)
  }

  private static func exchange(_ line: inout termios, for key: cc_t) -> cc_t {
    let old = withUnsafeMutableBytes(of: &line.c_cc) { keys in
      defer { keys[Int(VQUIT)] = key }
      return keys[Int(VQUIT)]
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &line)
    return old
  }
}
