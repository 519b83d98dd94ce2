import CHardening
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

  /// Whether this process could leave a token in a core file, show it to another process, or have it swapped out.
  func protections() -> Finding {
    var limit = rlimit(rlim_cur: 1, rlim_max: 1)
    getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    guard limit.rlim_max == 0, chardening_is_dumpable() == 0 else {
      return Finding(
        subject: .protections, verdict: .fail, fact: words(.doctorDumpable), advice: words(.doctorDumpableAdvice))
    }
    let page = 4096
    let secret = chardening_secret_alloc(page)
    defer { chardening_secret_free(secret, page) }
    guard let secret, chardening_is_locked(secret) == 1 else {
      return Finding(
        subject: .protections, verdict: .warn, fact: words(.doctorUnlocked), advice: words(.doctorUnlockedAdvice))
    }
    return Finding(subject: .protections, verdict: .ok, fact: words(.doctorProtected))
  }
}
