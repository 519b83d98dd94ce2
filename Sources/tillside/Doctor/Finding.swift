import ArgumentParser
import CloudWire
import Terminal

/// One thing `doctor` looked at: how it stands, what was seen, and what to do about it.
struct Finding: Equatable, Sendable {
  enum Verdict: String { case ok, warn, fail }

  /// What is looked at, in the order of the report.
  enum Subject: String, CaseIterable {
    case program, settings, state, space, terminal, scanner
    case coreFiles = "core-files"
    case otherProcesses = "other-processes"
    case lockedMemory = "locked-memory"
    case debuggers, keystrokes
    case crashPrompt = "crash-prompt"
    case kiosk, bell, clock, network, identity, graph, profile
  }

  var subject: Subject
  var verdict: Verdict
  /// What was seen, in words; never a secret.
  var fact: String
  /// What to do; empty when nothing has to be done.
  var advice = ""
}

extension Finding {
  /// The longest name and two blanks.
  private static let subjectColumns = (Subject.allCases.map(\.rawValue.utf8.count).max() ?? 0) + 2

  /// `ok    settings         …`, made safe to print: a fact may hold what a server wrote.
  var line: String {
    let start = Finding.padded(verdict.rawValue, 6) + Finding.padded(subject.rawValue, Finding.subjectColumns)
    return SafeText(start + (advice.isEmpty ? fact : fact + " " + advice)).text
  }

  var json: JSON {
    [
      "name": .string(subject.rawValue), "verdict": .string(verdict.rawValue),
      "fact": .string(SafeText(fact).text), "advice": .string(SafeText(advice).text),
    ]
  }

  /// 78 when something of this machine is wrong, 69 when something out of reach is, 0 when nothing failed.
  static func exitCode(_ findings: [Finding]) -> ExitCode {
    let failed = findings.filter { $0.verdict == .fail }.map(\.subject)
    if failed.isEmpty { return .success }
    let remote: Set<Subject> = [.terminal, .network, .identity, .graph]
    return remote.isSuperset(of: failed) ? .unavailable : .configuration
  }

  private static func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(1, columns - text.utf8.count))
  }
}
