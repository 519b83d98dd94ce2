internal import Glibc

/// Whether a terminal shows what is typed; without a terminal nothing is done.
final class Echo {
  private(set) var isHidden = false

  /// For a PIN.
  func hide() { set(isHidden: true) }

  /// As it was.
  func show() { set(isHidden: false) }

  private func set(isHidden wanted: Bool) {
    guard wanted != isHidden else { return }
    var line = termios()
    guard tcgetattr(STDIN_FILENO, &line) == 0 else { return }
    if wanted { line.c_lflag &= ~tcflag_t(ECHO) } else { line.c_lflag |= tcflag_t(ECHO) }
    tcsetattr(STDIN_FILENO, TCSANOW, &line)
    isHidden = wanted
  }
}
