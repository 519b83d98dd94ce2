import CloudWire
import HTTPTypes

/// Why the control interface did nothing: what was wrong, where, and what to do; the world stays unchanged.
public struct ControlProblem: Error, Hashable, Sendable {
  /// HTTP status: 400, 404, 409, 413 or 422.
  public var status: Int
  /// What was wrong.
  public var what: String
  /// Which field, path or thing it was about.
  public var place: String
  /// What to do.
  public var help: String
  /// Where several things were wrong: all of them, this first one among them; else empty.
  public var all: [ControlProblem] = []

  /// Several problems as one; nil when there are none.
  init?(all problems: [ControlProblem]) {
    guard let first = problems.first else { return nil }
    self = first
    if problems.count > 1 { all = problems }
  }

  init(status: Int, what: String, place: String, help: String) {
    (self.status, self.what, self.place, self.help) = (status, what, place, help)
  }

  static func badJSON(_ fault: JSONFault) -> ControlProblem {
    ControlProblem(
      status: 400, what: "The body is not JSON.", place: "body, byte \(fault.offset)",
      help: "Send a JSON object.")
  }
  static func notObject() -> ControlProblem {
    ControlProblem(status: 400, what: "The body is not a JSON object.", place: "body", help: "Send a JSON object.")
  }
  static func tooLarge(limit: Int) -> ControlProblem {
    ControlProblem(status: 413, what: "The body is too large.", place: "body", help: "Send at most \(limit) bytes.")
  }
  static func unknownCall(_ path: String, known: [String]) -> ControlProblem {
    ControlProblem(
      status: 404, what: "There is no such call.", place: path,
      help: "Calls are: " + known.joined(separator: ", ") + ".")
  }
  static func wrongMethod(_ path: String, _ right: String) -> ControlProblem {
    ControlProblem(status: 400, what: "The call wants another method.", place: path, help: "Use \(right).")
  }
  static func notLoopback() -> ControlProblem {
    ControlProblem(
      status: 404, what: "The control interface answers only on this machine.", place: "connection",
      help: "Call it over 127.0.0.1, ::1 or localhost.")
  }
  static func missing(_ field: String, _ help: String) -> ControlProblem {
    ControlProblem(status: 422, what: "A field is missing.", place: field, help: help)
  }
  static func wrong(_ field: String, _ what: String, _ help: String) -> ControlProblem {
    ControlProblem(status: 422, what: what, place: field, help: help)
  }
  static func unknownPerson(_ name: String) -> ControlProblem {
    ControlProblem(
      status: 404, what: "No account of that name: \(name).", place: "username",
      help: "Use a sign-in name of the ready file, with or without the domain.")
  }
  static func unknownCode(_ code: String) -> ControlProblem {
    ControlProblem(
      status: 404, what: "No sign-in waits under the code \(code).", place: "user_code",
      help: "Type the code that the terminal shows.")
  }
  static func codeOver(_ code: String, _ state: String) -> ControlProblem {
    ControlProblem(
      status: 409, what: "The code \(code) is no longer open: \(state).", place: "user_code",
      help: "Ask the terminal for a new code.")
  }

  /// As the control interface answers it.
  var response: CloudResponse {
    var error = facts
    if !all.isEmpty { error["problems"] = .array(all.map { .object($0.facts) }) }
    let body: JSON = ["error": .object(error)]
    return CloudResponse(
      HTTPResponse.Status(code: status), headers: [.contentType: "application/json"], body: body.bytes)
  }

  private var facts: JSON.Object { ["what": .string(what), "where": .string(place), "help": .string(help)] }
}
