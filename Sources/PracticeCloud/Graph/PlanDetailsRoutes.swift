import CloudWire
import HTTPTypes

extension World {
  /// `/planner/plans/{id}/details`
  mutating func planDetails(_ call: GraphCall, _ id: String) throws(GraphFault) -> GraphReply {
    let found = try plan(id, for: call)
    switch call.method {
    case .get: return detailsReply(call, found)
    case .patch:
      let seen = try call.seenVersion(of: found.detailsMark)
      let body = try PlannerBody(call, type: "microsoft.graph.plannerPlanDetails")
      let edits = try body.planDetailsEdits()
      let changed = try FieldEdit.merged(edits, into: found, versions: \.detailsVersions, seen: seen)
      try check(changed)
      planner.replace(changed)
      return call.changed { detailsReply(call, changed) }
    default: throw .methodNotAllowed
    }
  }

  private func check(_ plan: PracticePlan) throws(GraphFault) {
    for user in plan.sharedWith where person(user) == nil { throw .notPermittedOrMissing }
    if plan.sharedWith.count > planner.limits.usersSharedWithPlan { throw .limit("MaximumUsersSharedWithProject") }
    for user in plan.sharedWith {
      let others = planner.plans.values.count { $0.id != plan.id && $0.sharedWith.contains(user) }
      if others >= planner.limits.plansSharedWithUser { throw .limit("MaximumProjectsSharedWithUser") }
    }
  }

  private func detailsReply(_ call: GraphCall, _ plan: PracticePlan) -> GraphReply {
    call.entity("planner/plans('\(plan.id)')/details/$entity") { $0.planDetails(plan) }
  }
}

extension PlannerBody {
  fileprivate func planDetailsEdits() throws(GraphFault) -> [FieldEdit<PracticePlan>] {
    var edits: [FieldEdit<PracticePlan>] = []
    for member in properties {
      switch member.name {
      case "sharedWith": for entry in try member.entries() { edits.append(try sharing(entry)) }
      case "categoryDescriptions": for entry in try member.entries() { edits.append(try label(entry)) }
      case "id": throw Self.readOnly("id")
      default: throw unknown(member.name)
      }
    }
    return edits
  }

  private func sharing(_ entry: JSON.Object.Member) throws(GraphFault) -> FieldEdit<PracticePlan> {
    guard Self.isGUID(entry.name) else { throw .invalid("The identifier '\(entry.name)' is not in a valid format.") }
    let user = entry.name.lowercased()
    let isShared = try entry.truth()
    return FieldEdit(PlannerField("sharedWith", user)) { plan in
      plan.sharedWith.removeAll { $0 == user }
      if isShared { plan.sharedWith.append(user) }
    }
  }

  private func label(_ entry: JSON.Object.Member) throws(GraphFault) -> FieldEdit<PracticePlan> {
    guard PlannerCategory.isKey(entry.name) else { throw unknown(entry.name) }
    let key = entry.name
    let text = try entry.optionalText()
    guard text?.utf16.count ?? 0 <= 100 else { throw Self.wrong(key, "at most 100 characters long") }
    return FieldEdit(PlannerField("categoryDescriptions", key)) { $0.categories[key] = text }
  }
}
