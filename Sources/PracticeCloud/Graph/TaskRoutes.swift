import CloudWire
import HTTPTypes

extension World {
  /// `/planner/tasks/{id}`
  mutating func task(_ call: GraphCall, _ id: String) throws(GraphFault) -> GraphReply {
    let found = try task(id, for: call)
    switch call.method {
    case .get: return taskReply(call, found)
    case .patch:
      let seen = try call.seenVersion(of: found.mark)
      let body = try PlannerBody(call, type: "microsoft.graph.plannerTask")
      try keepPlan(body, found)
      let changed = try change(found, body.taskEdits(), by: Hand(person: call.caller, seen: seen, now: call.now))
      return call.changed { taskReply(call, changed) }
    case .delete:
      let seen = try call.seenVersion(of: found.mark)
      if found.isPublished { throw .notPermitted }
      guard seen == found.versions.current else { throw .conflict }
      planner.remove(task: id)
      return GraphReply(status: .noContent)
    default: throw .methodNotAllowed
    }
  }

  /// `/planner/tasks/{id}/details`
  mutating func details(_ call: GraphCall, _ id: String) throws(GraphFault) -> GraphReply {
    let found = try task(id, for: call)
    switch call.method {
    case .get: return detailsReply(call, found)
    case .patch:
      let seen = try call.seenVersion(of: found.detailsMark)
      let body = try PlannerBody(call, type: "microsoft.graph.plannerTaskDetails")
      let changed = try change(found, body.detailsEdits(), by: Hand(person: call.caller, seen: seen, now: call.now))
      return call.changed { detailsReply(call, changed) }
    default: throw .methodNotAllowed
    }
  }

  func taskReply(_ call: GraphCall, _ task: PracticeTask) -> GraphReply {
    call.entity("planner/tasks/$entity") {
      $0.taskMembers(task, application: clientID, withDetails: call.expandsDetails)
    }
  }

  private func detailsReply(_ call: GraphCall, _ task: PracticeTask) -> GraphReply {
    call.entity("planner/tasks('\(task.id)')/details/$entity") { $0.detailsMembers(of: task, application: clientID) }
  }

  /// A task never leaves its plan.
  private func keepPlan(_ body: PlannerBody, _ task: PracticeTask) throws(GraphFault) {
    guard let plan = body.object["planId"], plan.string != task.planID else { return }
    throw .notPermitted
  }
}

extension GraphCall {
  /// The version the client had read, from `If-Match`: one this resource has or had.
  func seenVersion(of mark: VersionMark) throws(GraphFault) -> Int {
    guard let header = headers[.ifMatch], !header.isEmpty else { throw .noVersion }
    guard header != "*" else { throw .anyVersion }
    guard let seen = VersionMark(etag: header), seen.kind == mark.kind, seen.number <= mark.number else {
      throw .badVersion
    }
    return seen.number
  }

  /// 204, or the resource with 200 where the client prefers it (RFC 7240).
  func changed(_ representation: () -> GraphReply) -> GraphReply {
    let preferences = (headers[.prefer] ?? "").lowercased().split { ",;".contains($0) }
    guard preferences.contains(where: { $0.split(separator: " ").joined() == "return=representation" }) else {
      return GraphReply(status: .noContent)
    }
    var reply = representation()
    reply.headers[.preferenceApplied] = "return=representation"
    return reply
  }
}
