import CloudWire
import HTTPTypes

extension World {
  /// `/planner/plans/{id}`
  mutating func plan(_ call: GraphCall, _ id: String) throws(GraphFault) -> GraphReply {
    let found = try plan(id, for: call)
    switch call.method {
    case .get: return planReply(call, found)
    case .patch:
      let seen = try call.seenVersion(of: found.mark)
      let body = try PlannerBody(call, type: "microsoft.graph.plannerPlan")
      var edits: [FieldEdit<PracticePlan>] = []
      for member in body.properties {
        guard member.name == "title" else { throw body.refused(member.name, readOnly: PlannerBody.readOnlyOnPlan) }
        let title = try PlannerBody.title(member)
        edits.append(FieldEdit(PlannerField("title")) { $0.title = title })
      }
      let changed = try FieldEdit.merged(edits, into: found, versions: \.versions, seen: seen)
      planner.replace(changed)
      return call.changed { planReply(call, changed) }
    case .delete:
      let seen = try call.seenVersion(of: found.mark)
      if planner.tasks(ofPlan: id).contains(where: \.isPublished) { throw .notPermitted }
      guard seen == found.versions.current else { throw .conflict }
      planner.remove(plan: id)
      return GraphReply(status: .noContent)
    default: throw .methodNotAllowed
    }
  }

  /// `POST /planner/plans`: into a group whose member the caller is.
  mutating func createPlan(_ call: GraphCall) throws(GraphFault) -> GraphReply {
    guard call.method == .post else { throw .methodNotAllowed }
    let body = try PlannerBody(call, type: "microsoft.graph.plannerPlan")
    var (title, group): (String?, String?)
    for member in body.properties {
      switch member.name {
      case "title": title = try PlannerBody.title(member)
      case "owner": group = try member.text()
      case "container": group = try member.group()
      default: throw body.refused(member.name, readOnly: PlannerBody.readOnlyOnPlan)
      }
    }
    guard let title else { throw .invalid("The property 'title' must be given.") }
    guard let group else { throw .invalid("The property 'container' must be given.") }
    guard let team = teams.first(where: { $0.id == group.lowercased() }), team.members.contains(call.caller.id) else {
      throw .notPermittedOrMissing
    }
    guard planner.plans(of: team.id).count < planner.limits.plansOfGroup else {
      throw .limit("MaximumProjectsOwnedByUser")
    }
    guard planner.plans(of: team.id).count < planner.limits.plansByApps else { throw .limit("MaximumPlannerPlans") }
    let plan = PracticePlan(
      id: PlannerID.make(&random), title: title, groupID: team.id, creator: call.caller.id, created: call.now,
      sharedWith: [], categories: [:])
    planner.add(plan)
    var reply = planReply(call, plan)
    reply.status = .created
    reply.headers[.location] = "\(call.base)/planner/plans('\(plan.id)')"
    return reply
  }

  private func planReply(_ call: GraphCall, _ plan: PracticePlan) -> GraphReply {
    call.entity("planner/plans/$entity") { $0.planMembers(plan, world: self) }
  }
}

extension PlannerBody {
  static let readOnlyOnPlan = [
    "id", "createdBy", "createdDateTime", "owner", "container", "buckets", "tasks", "details",
  ]

  /// Why a property is not taken.
  func refused(_ name: String, readOnly: [String]) -> GraphFault {
    readOnly.contains(name) ? Self.readOnly(name) : unknown(name)
  }
}

extension JSON.Object.Member {
  /// The group a container names, by its address or by id and type.
  fileprivate func group() throws(GraphFault) -> String {
    guard case .object(let container) = value else { throw PlannerBody.wrong(name, "an object") }
    if let id = container["containerId"]?.string {
      guard container["type"]?.string == "group" else { throw PlannerBody.wrong("type", "'group'") }
      return id
    }
    guard let url = container["url"]?.string else {
      throw .invalid("The container must be given by its 'url', or by 'containerId' and 'type'.")
    }
    let segments = PracticeAddress(url: url).segments
    guard segments.count == 3, segments[1].lowercased() == "groups" else {
      throw .invalid("The container url '\(url)' is not that of a group.")
    }
    return segments[2]
  }
}
