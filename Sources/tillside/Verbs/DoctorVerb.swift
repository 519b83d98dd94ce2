import ArgumentParser
import CloudWire
import CSupervisor
import Dispatch
import FoundationEssentials
import PracticeCloud
import Strings
import Synchronization

/// `tillside doctor`: everything Tillside stands on, one line each, with what to do.
struct DoctorVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at settings, state, terminal, protections, clock, network, identity provider, Graph and profile.",
    discussion: """
      Changes nothing and signs nobody in. Ends with 0 when nothing failed, with 78 when something on this machine is \
      wrong, with 69 when something out of reach is.
      """)

  @OptionGroup var place: StartPlace

  @Flag(help: "Print a JSON list of objects with name, verdict, fact and advice.")
  var json = false

  func run() throws {
    csupervisor_keep()
    let environment = ProcessInfo.processInfo.environment
    let examination = Examination(options: place, environment: environment, words: .spoken(in: environment))
    let findings = DoctorVerb.wait { await examination.findings() }
    if json {
      print(String(decoding: JSON.array(findings.map(\.json)).bytes, as: UTF8.self))
    } else {
      for finding in findings { print(finding.line) }
    }
    throw Finding.exitCode(findings)
  }

  /// Blocks the thread of the command line, on which nothing else runs, until the findings are there.
  private static func wait(for work: @escaping @Sendable () async -> [Finding]) -> [Finding] {
    let found = FindingBox()
    let done = DispatchSemaphore(value: 0)
    Task {
      found.put(await work())
      done.signal()
    }
    done.wait()
    return found.findings
  }
}

/// Findings on their way from a task to the thread that waits for them.
private final class FindingBox: Sendable {
  private let held = Mutex<[Finding]>([])

  var findings: [Finding] { held.withLock { $0 } }

  func put(_ findings: [Finding]) { held.withLock { $0 = findings } }
}
