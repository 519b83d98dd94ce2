import HTTPTypes

extension World {
  /// Answers one Graph request.
  mutating func graph(_ call: GraphCall) -> GraphReply {
    do throws(GraphFault) { return try route(call) } catch { return error.reply(to: call) }
  }

  private mutating func route(_ call: GraphCall) throws(GraphFault) -> GraphReply {
    switch call.segments.first?.lowercased() {
    case "planner": return try planner(call, Array(call.segments.dropFirst()))
    case "me":
      let rest = Array(call.segments.dropFirst())
      if rest.first == "planner" { return try ownPlanner(call, Array(rest.dropFirst())) }
      return try person(call, call.caller, rest)
    case "users":
      guard call.segments.count >= 2 else { return try users(call) }
      return try user(call, call.segments[1], Array(call.segments.dropFirst(2)))
    case "groups": return try group(call, Array(call.segments.dropFirst()))
    case "teams": return try team(call, Array(call.segments.dropFirst()))
    case "$batch" where call.segments.count == 1: return try batch(call)
    default: throw .noResource(call.url)
    }
  }

  func mustRead(_ call: GraphCall) throws(GraphFault) {
    guard call.method == .get else { throw .methodNotAllowed }
  }
}
