import CloudWire
import HTTPTypes

extension World {
  /// `POST /planner/tasks`
  mutating func createTask(_ call: GraphCall) throws(GraphFault) -> GraphReply {
    guard call.method == .post else { throw .methodNotAllowed }
    let body = try PlannerBody(call, type: "microsoft.graph.plannerTask")
    let plan = try plan(of: body, call)
    guard let title = body.object.members.last(where: { $0.name == "title" }) else {
      throw .invalid("The property 'title' must be given.")
    }
    let edits = try body.taskEdits()
    try planner.limits.checkRoom(among: planner.tasks(ofPlan: plan.id))
    try planner.limits.checkMaker(call.caller.id, among: planner.tasks.values)
    let sequence = planner.nextSequence()
    var task = PracticeTask(
      id: PlannerID.make(&random), sequence: sequence, planID: plan.id, bucketID: nil,
      title: try PlannerBody.title(title), orderHint: OrderHint.ofArrival(sequence), created: call.now,
      creator: call.caller.id)
    task.apply(edits, by: call.caller.id, now: call.now)
    task.versions = FieldVersions()
    if !task.assignments.isEmpty, task.assigneePriority.isEmpty {
      task.assigneePriority = OrderHint.ofArrival(sequence)
    }
    try check(task, edits)
    planner.add(task)
    var reply = taskReply(call, task)
    reply.status = .created
    reply.headers[.location] = "\(call.base)/planner/tasks('\(task.id)')"
    return reply
  }

  /// `POST /planner/buckets`
  mutating func createBucket(_ call: GraphCall) throws(GraphFault) -> GraphReply {
    guard call.method == .post else { throw .methodNotAllowed }
    let body = try PlannerBody(call, type: "microsoft.graph.plannerBucket")
    let plan = try plan(of: body, call)
    var name: String?
    var hint = OrderHint.ofArrival(plan.bucketIDs.count)
    for member in body.properties where member.name != "planId" {
      switch member.name {
      case "name": name = try PlannerBody.title(member)
      case "orderHint": hint = try member.place()
      case "id": throw PlannerBody.readOnly("id")
      default: throw body.unknown(member.name)
      }
    }
    guard let name else { throw .invalid("The property 'name' must be given.") }
    guard plan.bucketIDs.count < planner.limits.bucketsInPlan else { throw .limit("MaximumBucketsInProject") }
    let bucket = PracticeBucket(id: PlannerID.make(&random), planID: plan.id, name: name, orderHint: hint)
    planner.add(bucket)
    var reply = bucketReply(call, bucket)
    reply.status = .created
    reply.headers[.location] = "\(call.base)/planner/buckets('\(bucket.id)')"
    return reply
  }

  private func plan(of body: PlannerBody, _ call: GraphCall) throws(GraphFault) -> PracticePlan {
    guard let id = body.object["planId"]?.string else { throw .invalid("The property 'planId' must be given.") }
    return try plan(id, for: call)
  }
}
