extension World {
  /// A plan the caller may work with: members of its group may do everything in it, nobody else anything.
  func plan(_ id: String, for call: GraphCall) throws(GraphFault) -> PracticePlan {
    try wellFormed(id)
    guard let plan = planner.plans[id] else { throw .notFound }
    guard isMember(call.caller, of: plan) else { throw .notPermitted }
    return plan
  }

  func bucket(_ id: String, for call: GraphCall) throws(GraphFault) -> PracticeBucket {
    try wellFormed(id)
    guard let bucket = planner.buckets[id] else { throw .notFound }
    _ = try plan(bucket.planID, for: call)
    return bucket
  }

  func task(_ id: String, for call: GraphCall) throws(GraphFault) -> PracticeTask {
    try wellFormed(id)
    guard let task = planner.tasks[id] else { throw .notFound }
    _ = try plan(task.planID, for: call)
    return task
  }

  private func wellFormed(_ id: String) throws(GraphFault) {
    guard PlannerID.isWellFormed(id) else { throw .invalid("The identifier '\(id)' is not in a valid format.") }
  }

  func isMember(_ person: Person, of plan: PracticePlan) -> Bool {
    teams.first { $0.id == plan.groupID }?.members.contains(person.id) ?? false
  }
}
