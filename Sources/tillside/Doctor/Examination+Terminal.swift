import Glibc
import Strings
import Terminal
import TerminalCurses

extension Examination {
  /// What the full-screen program would find on standard input and output.
  func terminal() -> Finding {
    let facts = TerminalFacts(environment: environment)
    guard facts.isTerminal else {
      return Finding(
        subject: .terminal, verdict: .warn, fact: words(.doctorTerminalNone), advice: words(.doctorTerminalNoneAdvice))
    }
    if let fault = facts.fault { return Finding(subject: .terminal, verdict: .fail, fact: fault.line(words)) }
    let size = facts.size.map { "\($0.columns)x\($0.rows)" } ?? "-"
    let fact = words(
      .doctorTerminal,
      [
        "term": facts.name, "size": size, "colors": String(facts.colors),
        "encoding": words(facts.isUTF8 ? .doctorUTF8 : .doctorNotUTF8),
      ])
    if let size = facts.size, !size.holdsPages {
      return Finding(subject: .terminal, verdict: .warn, fact: fact, advice: words(.doctorTerminalSmall))
    }
    if !facts.isUTF8 {
      return Finding(subject: .terminal, verdict: .warn, fact: fact, advice: words(.doctorTerminalASCII))
    }
    return Finding(subject: .terminal, verdict: .ok, fact: fact)
  }
}
