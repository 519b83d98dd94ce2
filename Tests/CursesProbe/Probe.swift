import CSupervisor
import CWipeOnFree
import Glibc
import Terminal
import TerminalCurses

/// A page that shows what the terminal told it, for the tests of terminal and supervisor: they run it on a pty.
@main
struct Probe {
  private var heard: [String] = []
  private var selected = 0
  private var turns = 0
  private var guards: Guards?

  static func main() {
    csupervisor_keep()
    chardening_wipe_on_free_keep()
    var environment: [String: String] = [:]
    for name in ["TERM", "NO_COLOR", "ESCDELAY", "SSH_TTY", "SSH_CONNECTION", "TMUX", "STY"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    do throws(CursesError) {
      let terminal = try CursesTerminal(theme: .colour, environment: environment)
      var probe = Probe()
      if let first = getenv("GUARDS").flatMap({ Int(String(cString: $0)) }) {
        probe.guards = Guards(first: first, texts: Guards.texts(in: getenv("TEXTS").map { String(cString: $0) }))
      }
      let code = probe.run(on: terminal)
      terminal.close()
      exit(code)
    } catch {
      print("\(error)")
      exit(69)
    }
  }

  private mutating func run(on terminal: CursesTerminal) -> Int32 {
    while true {
      terminal.present(guards?.frame(terminal.size) ?? page(terminal))
      if guards?.isOver == true { return 0 }
      for event in terminal.events(waitingUpTo: nil) {
        switch event {
        case .hangUp: return 129
        case .terminate(let signal): return 128 + signal
        case .key(let key):
          if let code = obey(key, on: terminal) { return code }
          heard.append(key.description)
        case .paste(let text): heard.append("paste:\(text)")
        case .resize(let size): heard.append("\(size.columns)x\(size.rows)")
        case .resumed: heard.append("resumed")
        case .mouse(let report): heard.append("mouse:\(report.position.row),\(report.position.column)")
        case .scan, .line, .linesOver: break
        }
      }
    }
  }

  private mutating func obey(_ key: Key, on terminal: CursesTerminal) -> Int32? {
    switch key.code {
    case .character("q"): return 0
    case .character("B"): terminal.blank()
    case .character("X"): fatalError("asked to")
    case .character("h"): turns += 1
    case .down where guards != nil: guards?.goOn()
    case .down: selected += 1
    case .up: selected -= 1
    default: break
    }
    return nil
  }

  private func page(_ terminal: CursesTerminal) -> Frame {
    var frame = Frame(size: terminal.size)
    let what = terminal.abilities
    let facts =
      "\(terminal.size.columns)x\(terminal.size.rows) colors \(what.colors) \(what.isUnicode ? "unicode" : "ascii")"
    frame.put(SafeText("probe " + facts), at: Position(row: 0, column: 0), style: Style(.heading))
    frame.put(SafeText(heard.suffix(12).joined(separator: " ")), at: Position(row: 1, column: 0))
    let spread = ["", "दूध की जाँच करो: पानी|", "abcd|"][turns % 3]
    frame.put(SafeText(spread), at: Position(row: 2, column: 0), style: Style(turns > 3 ? .danger : .normal))
    for row in 3..<max(3, terminal.size.rows - 1) {
      let style = Style(.normal, isSelected: row - 3 == selected)
      frame.put(SafeText("漢字 row \(row) é ─ ○ Check the seal number"), at: Position(row: row, column: 1), style: style)
    }
    frame.cursor = Position(row: min(terminal.size.rows - 1, 3 + max(0, selected)), column: 1)
    return frame
  }
}
