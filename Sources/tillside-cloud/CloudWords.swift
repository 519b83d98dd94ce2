import CloudWire
import Glibc
import PracticeCloud

extension CloudFault {
  /// One line: what was wrong, where, what to do.
  var line: String {
    switch self {
    case .portInUse: "The port is in use. Choose another with --port, or 0 for any free one."
    case .notListening(let host, let code):
      "Cannot listen on \(host)\(code.map { ": " + Self.system($0) } ?? ""). Check --host."
    case .certificateNotMade: "No certificate could be made for these names. Check --name and --host."
    case .scenario(let error, let place): Self.words(error, at: place)
    case .state(let fault): Self.words(fault)
    case .noReadyPlace: "There is no home folder for the ready file. Name one with --ready-file FILE."
    case .alreadyServed(let path):
      "A practice cloud is served already: \(path) tells where. Stop it, or name another file with --ready-file."
    case .readyFile(let fault, let path): Self.words(fault, path)
    case .authorityUnreadable(let path): "The certificate file \(path) cannot be read. Start the practice cloud again."
    case .unreachable(let error, let control): "No practice cloud answers at \(control): \(Self.words(error))."
    case .uploadGone: "The world was put back, or another file was uploaded meanwhile. Upload it again."
    case .refused(_, let problems), .fileRefused(let problems):
      problems.map(\.line).joined(separator: "\ntillside-cloud: ")
    case .fileUnreadable(let path): "\(path) cannot be read. Check the name and who may read it."
    case .answerUnreadable(let status): "The practice cloud gave an answer this program cannot read (status \(status))."
    }
  }

  private static func words(_ fault: ReadyFileFault, _ path: String) -> String {
    switch fault {
    case .missing:
      "No practice cloud is ready: \(path) does not exist. Start one with: tillside-cloud serve"
    case .unreadable(_, let code): "\(path) cannot be read: \(system(code))."
    case .unwritable(_, let code): "\(path) cannot be written: \(system(code)). Choose another with --ready-file."
    case .malformed(let field): "\(path) is not a ready file: \(field) is missing or wrong."
    }
  }

  private static func words(_ fault: StateFault) -> String {
    switch fault {
    case .unreadable(let path, let code): "The state file \(path) cannot be read: \(system(code))."
    case .unwritable(let path, let code):
      "The state file \(path) cannot be written: \(system(code)). Name another with --state."
    case .inUse(let path): "Another practice cloud keeps its world in \(path). Stop it, or name another --state file."
    case .damaged(let path, let line):
      "\(path), line \(line): is no state of a practice cloud. Name another --state file, or take this one away."
    case .unknownFormat(let path, let found):
      "\(path), line 1: format \(found) is not known to this version. Name another --state file."
    case .otherWorld(let path, let what, let asked, let held):
      "\(path) holds a world with \(what) \(held), not \(asked). Leave \(what) out, or name another --state file."
    }
  }

  private static func words(_ error: TransportError) -> String {
    switch error {
    case .nameNotResolved(let host): "the name \(host) is not known"
    case .unreachable: "nothing listens there"
    case .notTrusted: "its certificate is not the one of the ready file"
    case .timedOutBeforeSending, .lostAfterSending: "no answer came in time"
    default: "the connection failed"
    }
  }

  private static func words(_ error: ScenarioError, at place: ScenarioPlace?) -> String {
    func start(_ name: String, _ at: String) -> String {
      "Scenario \(name), " + (place.map { "line \($0.line), column \($0.column)" } ?? "what it extends") + ": \(at)"
    }
    return switch error {
    case .unknown(let name, let known): "There is no scenario \(name). Scenarios are: \(known.joined(separator: ", "))."
    case .unreadable(let name, let line, let column):
      "Scenario \(name), line \(line), column \(column): not JSON."
    case .unknownFormat(let name, let found): start(name, "format \(found) is not known to this version.")
    case .missing(let name, let at): start(name, "\(at) is missing.")
    case .wrongKind(let name, let at, let expected): start(name, "\(at) has to be \(words(expected)).")
    case .unknownField(let name, let at, let known):
      start(name, "\(at) is not known. Fields are: \(known.joined(separator: ", ")).")
    case .badValue(let name, let at, let found, let expected): start(name, "\(at): \(found) is not \(expected).")
    case .unresolved(let name, let at, let what): start(name, "\(at): there is no \(what).")
    case .duplicate(let name, let at, let what): start(name, "\(at): \(what) occurs twice.")
    }
  }

  private static func words(_ kind: ScenarioError.Kind) -> String {
    switch kind {
    case .text: "a text"
    case .wholeNumber: "a whole number"
    case .truth: "true or false"
    case .list: "a list"
    case .object: "an object"
    }
  }

  private static func system(_ code: Int32) -> String { String(cString: strerror(code)) }
}

extension CloudFault.Refusal {
  /// As the control interface says it; `what` where it leaves that out.
  init(_ answer: JSON, what: String) {
    self.init(
      what: answer["what"]?.string ?? what, place: answer["where"]?.string ?? "", help: answer["help"]?.string ?? "")
  }

  /// What was wrong, where, what to do.
  var line: String {
    [what, place.isEmpty ? "" : "(\(place))", help].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
