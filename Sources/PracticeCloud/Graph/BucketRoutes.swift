import CloudWire
import HTTPTypes

extension World {
  /// `/planner/buckets/{id}`
  mutating func bucket(_ call: GraphCall, _ id: String) throws(GraphFault) -> GraphReply {
    let found = try bucket(id, for: call)
    switch call.method {
    case .get: return bucketReply(call, found)
    case .patch:
      let seen = try call.seenVersion(of: found.mark)
      let body = try PlannerBody(call, type: "microsoft.graph.plannerBucket")
      let edits = try bucketEdits(body, found)
      let changed = try FieldEdit.merged(edits, into: found, versions: \.versions, seen: seen)
      planner.replace(changed)
      return call.changed { bucketReply(call, changed) }
    case .delete:
      let seen = try call.seenVersion(of: found.mark)
      let tasks = planner.tasks(ofPlan: found.planID).filter { $0.bucketID == id }
      if tasks.contains(where: \.isPublished) { throw .notPermitted }
      guard seen == found.versions.current else { throw .conflict }
      for task in tasks { planner.remove(task: task.id) }
      planner.remove(bucket: id)
      return GraphReply(status: .noContent)
    default: throw .methodNotAllowed
    }
  }

  private func bucketEdits(
    _ body: PlannerBody, _ bucket: PracticeBucket
  ) throws(GraphFault) -> [FieldEdit<PracticeBucket>] {
    var edits: [FieldEdit<PracticeBucket>] = []
    for member in body.properties {
      switch member.name {
      case "name":
        let name = try PlannerBody.title(member)
        edits.append(FieldEdit(PlannerField("name")) { $0.name = name })
      case "orderHint":
        let hint = try member.place()
        edits.append(FieldEdit(PlannerField("orderHint")) { $0.orderHint = hint })
      case "planId":
        // A bucket never leaves its plan.
        guard try member.text() == bucket.planID else { throw .notPermitted }
      default: throw body.refused(member.name, readOnly: ["id", "tasks"])
      }
    }
    return edits
  }

  func bucketReply(_ call: GraphCall, _ bucket: PracticeBucket) -> GraphReply {
    call.entity("planner/buckets/$entity") { $0.bucketMembers(bucket) }
  }
}
