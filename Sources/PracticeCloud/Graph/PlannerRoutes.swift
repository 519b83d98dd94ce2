import HTTPTypes

extension World {
  mutating func planner(_ call: GraphCall, _ rest: [String]) throws(GraphFault) -> GraphReply {
    let words = rest.enumerated().map { $0.offset == 1 ? "" : $0.element.lowercased() }
    let id = rest.count > 1 ? rest[1] : ""
    switch words {
    case ["plans"]: return try createPlan(call)
    case ["plans", ""]: return try plan(call, id)
    case ["plans", "", "details"]: return try planDetails(call, id)
    case ["plans", "", "buckets"]:
      try mustRead(call)
      let buckets = try plan(id, for: call).bucketIDs.compactMap { planner.buckets[$0] }
      return try call.list(buckets, context: "planner/plans('\(id)')/buckets") { $1.bucket($0) }
    case ["plans", "", "tasks"]: return try tasks(call, ofPlan: id)
    case ["buckets", ""]: return try bucket(call, id)
    case ["buckets", "", "tasks"]:
      try mustRead(call)
      let bucket = try bucket(id, for: call)
      let tasks = planner.tasks(ofPlan: bucket.planID).filter { $0.bucketID == id }
      return try list(call, tasks, context: "planner/buckets('\(id)')/tasks")
    case ["tasks"]: return try createTask(call)
    case ["tasks", ""]: return try task(call, id)
    case ["tasks", "", "details"]: return try details(call, id)
    case ["tasks", "", "buckettaskboardformat"]: return try place(call, id, on: \.byBucket, .bucketBoard)
    case ["tasks", "", "progresstaskboardformat"]: return try place(call, id, on: \.byProgress, .progressBoard)
    case ["tasks", "", "assignedtotaskboardformat"]: return try assigneePlaces(call, id)
    case ["buckets"]: return try createBucket(call)
    default: throw .noResource(call.url)
    }
  }

  /// `/me/planner/…`
  mutating func ownPlanner(_ call: GraphCall, _ rest: [String]) throws(GraphFault) -> GraphReply {
    let me = call.caller.id
    switch rest.map({ $0.lowercased() }) {
    case ["tasks"]:
      return try tasksOfCaller(call)
    case ["plans"]:
      try mustRead(call)
      let shared = planner.planOrder.compactMap { planner.plans[$0] }.filter { $0.sharedWith.contains(me) }
      return try call.list(shared, context: "users('\(me)')/planner/plans") { $1.plan($0, world: self) }
    default: throw .noResource(call.url)
    }
  }

  private mutating func tasks(_ call: GraphCall, ofPlan id: String) throws(GraphFault) -> GraphReply {
    try mustRead(call)
    _ = try plan(id, for: call)
    if isKept(call), let bytes = planner.written.plan(id, base: call.base) { return call.reply(bytes) }
    let reply = try list(call, planner.tasks(ofPlan: id), context: "planner/plans('\(id)')/tasks")
    if isKept(call) { planner.written.keep(plan: id, base: call.base, reply.body) }
    return reply
  }

  private mutating func tasksOfCaller(_ call: GraphCall) throws(GraphFault) -> GraphReply {
    try mustRead(call)
    let me = call.caller.id
    if isKept(call), let bytes = planner.written.person(me, base: call.base) { return call.reply(bytes) }
    let reply = try list(
      call, planner.tasks(assignedTo: me), context: "users('\(me)')/planner/tasks", withDetails: call.expandsDetails)
    if isKept(call) { planner.written.keep(person: me, base: call.base, reply.body) }
    return reply
  }

  /// Whether the answer is the list's usual body: pages and bare bodies are written anew each time.
  private func isKept(_ call: GraphCall) -> Bool {
    planner.pageSize == nil && call.wantsMetadata && call.query("$skiptoken") == nil && !call.expandsDetails
  }

  private func list(
    _ call: GraphCall, _ tasks: [PracticeTask], context: String, withDetails: Bool = false
  ) throws(GraphFault) -> GraphReply {
    try call.list(tasks, context: context, size: planner.pageSize, key: \.sequence) {
      $1.task($0, application: clientID, withDetails: withDetails)
    }
  }
}
