import CloudWire
import HTTPTypes
import StoreModel

extension PracticeCloud {
  private static let posts =
    ["approve", "decline", "expire", "reset", "faults", "remote", "app", "refuse", "paging", "clock", "limits"]
    + AccountChange.allCases.map(\.rawValue)
  private static let gets = ["log", "tokens", "users"]
  private static let known = posts + gets + headquartersGets + headquartersBoth + headquartersPosts

  /// Answers one call of the control interface.
  func control(_ exchange: Exchange, isLoopback: Bool) async -> CloudResponse {
    do throws(ControlProblem) {
      guard isLoopback else { throw .notLoopback() }
      let segments = exchange.address.segments
      guard segments.count > 2, segments[1] == "v1" else {
        throw .unknownCall(exchange.address.path, known: Self.known)
      }
      let call = segments.dropFirst(2).joined(separator: "/")
      guard Self.known.contains(call) else { throw .unknownCall(exchange.address.path, known: Self.known) }
      let method = exchange.request.method
      guard Self.methods(of: call).contains(method) else {
        let right = Self.methods(of: call).map(\.rawValue).joined(separator: " or ")
        throw .wrongMethod(exchange.address.path, right)
      }
      guard let answer = try await method == .post ? post(call, exchange.request.body) : get(call, exchange) else {
        return CloudResponse(.noContent)
      }
      return CloudResponse(.ok, headers: [.contentType: "application/json"], body: answer.bytes)
    } catch {
      return error.response
    }
  }

  private static func methods(of call: String) -> [HTTPRequest.Method] {
    if headquartersBoth.contains(call) { return [.get, .post] }
    return posts.contains(call) || headquartersPosts.contains(call) ? [.post] : [.get]
  }

  private func get(_ call: String, _ exchange: Exchange) throws(ControlProblem) -> JSON? {
    switch call {
    case "log": return .array(log.map(\.json))
    case "users": return .array(readyFacts.users.map(\.json))
    case "tokens": return .array(tokens.map(\.json))
    default: return try lookAtHeadquarters(call, exchange)
    }
  }

  private func post(_ call: String, _ bytes: [UInt8]) async throws(ControlProblem) -> JSON? {
    if call.hasPrefix("hq/") { return try changeHeadquarters(call, bytes) }
    if let change = AccountChange(rawValue: call) {
      let body = try ControlBody(bytes, allowing: ["username"])
      try self.change(change, of: body.text("username"))
      return nil
    }
    switch call {
    case "approve":
      let body = try ControlBody(bytes, allowing: ["user_code", "username"])
      try approve(userCode: body.text("user_code"), as: body.text("username"))
    case "decline":
      let body = try ControlBody(bytes, allowing: ["user_code", "username"])
      try decline(userCode: body.text("user_code"))
    case "expire":
      let body = try ControlBody(bytes, allowing: ["user_code", "username"])
      try expire(userCode: body.text("user_code"))
    case "reset":
      try reset(body: ControlBody(bytes, allowing: ["scenario", "seed"]))
    case "faults":
      try changeFaults(ControlBody(bytes, allowing: ["kind", "match", "count", "seconds", "form", "body"]))
    case "clock":
      try changeClock(ControlBody(bytes, allowing: ["at", "milliseconds", "runs"]))
    case "app":
      let body = try ControlBody(bytes, allowing: ["registered", "enabled", "publicClient"])
      try changeApp(
        isRegistered: body.truth("registered"), isEnabled: body.truth("enabled"),
        allowsPublicClient: body.truth("publicClient"))
    case "paging":
      let body = try ControlBody(bytes, allowing: ["size"])
      page(after: try body.number("size", in: 1...100_000))
    case "refuse":
      let body = try ControlBody(bytes, allowing: ["username", "number"])
      guard let number = try body.number("number", in: 0...9_999_999) else {
        throw .missing("number", "Send an AADSTS number.")
      }
      try refuse(number, for: body.text("username"))
    case "limits":
      let body = try ControlBody(bytes, allowing: ["limit", "number"])
      guard let limit = try body.word("limit", as: PlannerLimit.self) else {
        throw .missing("limit", "Use one of: \(PlannerLimit.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      guard let number = try body.number("number", in: 0...1_000_000) else {
        throw .missing("number", "Send how much Planner takes from now on.")
      }
      change(limit, to: number)
    default:
      let body = try ControlBody(bytes, allowing: ["username", "task", "list", "changes"])
      let changes = try RemoteChanges(body)
      guard let list = try body.optionalText("list") else {
        return try remote(changes, task: body.text("task"), as: body.text("username"))
      }
      guard changes.isDeletionAlone, !body.has("task") else {
        throw .wrong("list", "Of a list nothing changes.", "Send delete alone, and no task.")
      }
      try removeList(list, as: body.text("username"))
    }
    return nil
  }

  private func reset(body: ControlBody) throws(ControlProblem) {
    let seed = try body.number("seed", in: 0...Int(Int32.max)).map { UInt64($0) }
    guard let name = try body.optionalText("scenario") else { return reset(seed: seed) }
    do throws(ScenarioError) { reset(scenario: try Scenario.load(named: name), seed: seed) } catch {
      throw ControlProblem(
        status: 404, what: "There is no scenario \(name).", place: "scenario",
        help: "Scenarios are: " + Scenario.names.joined(separator: ", ") + ".")
    }
  }

  /// Stands at a moment, moves on, runs on; in this order where several are asked for.
  private func changeClock(_ body: ControlBody) throws(ControlProblem) {
    if let text = try body.optionalText("at") {
      guard let moment = Timestamp(iso8601: text) else {
        throw .wrong("at", "It is not a moment.", "Send ISO 8601 with a zone, such as 2026-11-25T09:41:00Z.")
      }
      clock.stand(at: moment)
    }
    if let milliseconds = try body.number("milliseconds", in: 0...(366 * 86_400_000)) {
      clock.advance(by: .milliseconds(milliseconds))
    }
    if try body.truth("runs") ?? false { clock.run() }
  }

  private func changeFaults(_ body: ControlBody) throws(ControlProblem) {
    if try body.optionalText("kind") == "none" { return clearFaults() }
    guard let kind = try body.word("kind", as: Fault.Kind.self) else {
      throw .missing("kind", "Use none or one of: \(Fault.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    inject(
      Fault(
        kind, match: try body.optionalText("match") ?? "", count: try body.number("count", in: 1...1_000_000),
        seconds: try body.number("seconds", in: 0...86_400),
        form: try body.word("form", as: Fault.RetryForm.self) ?? .seconds,
        body: try body.word("body", as: Fault.Garbage.self) ?? .html))
  }
}

extension LoggedRequest {
  fileprivate var json: JSON {
    [
      "time": .string(WireDate(time).iso), "method": .string(method), "path": .string(path), "status": .int(status),
      "username": username.map(JSON.string) ?? .null,
    ]
  }
}

extension TokenRecord {
  fileprivate var json: JSON {
    [
      "token": token.map(JSON.string) ?? .null, "kind": .string(kind), "username": .string(username),
      "state": .string(state),
    ]
  }
}
