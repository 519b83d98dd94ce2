import Glibc
import Strings
import Tape
import Terminal
import TerminalCurses

extension TerminalEvent {
  /// The signal by which somebody outside ends the program; a terminal that is gone counts as SIGHUP.
  var signal: Int32? {
    switch self {
    case .hangUp: SIGHUP
    case .terminate(let number): number
    default: nil
    }
  }
}

extension CursesTerminal {
  /// Shows a played or recorded screen with a bar; where the window is too small for it, only that.
  func show(_ screen: Frame, saying line: String, over keys: String? = nil, _ words: Words) {
    if size.columns >= screen.size.columns, size.rows >= screen.size.rows {
      return present(PlayBar.frame(screen, saying: line, over: keys, size: size))
    }
    let sizes = [
      "columns": "\(screen.size.columns)", "rows": "\(screen.size.rows)", "width": "\(size.columns)",
      "height": "\(size.rows)",
    ]
    var frame = Frame(size: size)
    for (row, line) in SafeText.wrap(words(.showSmall, sizes), columns: size.columns).prefix(size.rows).enumerated() {
      frame.put(line, at: Position(row: row, column: 0), style: Style(.warning))
    }
    present(frame)
  }
}
