public import CloudWire
import HTTPTypes
import StoreModel

extension PracticeCloud {
  /// Changes a task as somebody would on another device, through Graph itself, and answers the task.
  ///
  /// The task is named by id or title, among those of the person's teams. Nothing is changed when Graph refuses.
  public func remote(
    _ changes: RemoteChanges, task name: String, as username: String
  ) throws(ControlProblem) -> JSON {
    let person = try person(named: username)
    var device = RemoteDevice(world: world, person: person, base: base + "/v1.0", now: clock.now().wall)
    let result = try device.apply(changes, to: device.task(name)) { name throws(ControlProblem) in
      try self.person(named: name).id
    }
    world = device.world
    return result
  }

  /// Deletes a list with everything in it, as somebody would on another device.
  public func removeList(_ title: String, as username: String) throws(ControlProblem) {
    let person = try person(named: username)
    var device = RemoteDevice(world: world, person: person, base: base + "/v1.0", now: clock.now().wall)
    try device.removeList(title)
    world = device.world
  }
}

/// Somebody's other device: Graph calls on a copy of the world, which replaces it only when all of them were taken.
private struct RemoteDevice {
  var world: World
  let person: Person
  let base: String
  let now: Timestamp

  /// A task by id, else by title among the tasks of the person's teams.
  mutating func task(_ name: String) throws(ControlProblem) -> JSON {
    if let task = try? call(.get, ["planner", "tasks", name]) { return task }
    for plan in try plans() {
      let tasks = try list(["planner", "plans", plan["id"]?.string ?? "", "tasks"])
      if let task = tasks.first(where: { $0["title"]?.string == name }) { return task }
    }
    throw ControlProblem(
      status: 404, what: "\(person.username) sees no task of that name: \(name).", place: "task",
      help: "Name a task by its id or its whole title.")
  }

  /// The plans of the person's teams.
  private mutating func plans() throws(ControlProblem) -> [JSON] {
    var plans: [JSON] = []
    for team in try list(["me", "joinedTeams"]) {
      plans += try list(["groups", team["id"]?.string ?? "", "planner", "plans"])
    }
    return plans
  }

  mutating func removeList(_ title: String) throws(ControlProblem) {
    guard let plan = try plans().first(where: { $0["title"]?.string == title }) else {
      throw ControlProblem(
        status: 404, what: "\(person.username) sees no list of that name: \(title).", place: "list",
        help: "Name a list by its whole title.")
    }
    _ = try call(.delete, ["planner", "plans", plan["id"]?.string ?? ""], etag: plan)
  }

  mutating func apply(
    _ changes: RemoteChanges, to task: JSON, _ idOf: (String) throws(ControlProblem) -> String
  ) throws(ControlProblem) -> JSON {
    let path = ["planner", "tasks", task["id"]?.string ?? ""]
    var fields: JSON.Object = [:]
    if let percent = changes.percentComplete { fields["percentComplete"] = .int(percent) }
    if let title = changes.title { fields["title"] = .string(title) }
    switch changes.due {
    case .at(let text): fields["dueDateTime"] = .string(text)
    case .never: fields["dueDateTime"] = .null
    case nil: break
    }
    var assignments: JSON.Object = [:]
    if let name = changes.assign {
      assignments[try idOf(name)] = [
        "@odata.type": "#microsoft.graph.plannerAssignment", "orderHint": " !",
      ]
    }
    if let name = changes.unassign { assignments[try idOf(name)] = .null }
    if !assignments.members.isEmpty { fields["assignments"] = .object(assignments) }
    if let label = changes.label {
      fields["appliedCategories"] = .object([try key(ofLabel: label, in: task["planId"]?.string ?? ""): true])
    }
    if !fields.members.isEmpty { _ = try call(.patch, path, fields, etag: task) }
    try applyDetails(changes, path + ["details"])
    if changes.copy {
      var twin: JSON.Object = [:]
      for field in ["planId", "bucketId", "title"] { twin[field] = task[field] }
      _ = try call(.post, ["planner", "tasks"], twin)
    }
    let latest = try call(.get, path)
    if changes.delete { _ = try call(.delete, path, etag: latest) }
    return latest
  }

  private mutating func applyDetails(_ changes: RemoteChanges, _ path: [String]) throws(ControlProblem) {
    guard changes.note != nil || changes.check != nil || changes.removal != nil else { return }
    let details = try call(.get, path)
    var fields: JSON.Object = [:]
    if let note = changes.note { fields["description"] = .string(note) }
    var items: JSON.Object = [:]
    if let check = changes.check {
      let item = try item(check.item, of: details, place: "changes.check.item")
      items[item.name] = [
        "@odata.type": "#microsoft.graph.plannerChecklistItem", "title": item.value["title"] ?? .null,
        "isChecked": .bool(check.isChecked),
      ]
    }
    if let name = changes.removal { items[try item(name, of: details, place: "changes.remove").name] = .null }
    if !items.members.isEmpty { fields["checklist"] = .object(items) }
    _ = try call(.patch, path, fields, etag: details)
  }

  /// An item of a checklist by its text or id.
  private func item(
    _ name: String, of details: JSON, place: String
  ) throws(ControlProblem) -> (name: String, value: JSON) {
    let items = details["checklist"]?.object?.members ?? []
    guard let item = items.first(where: { $0.name == name || $0.value["title"]?.string == name }) else {
      throw ControlProblem(
        status: 404, what: "The checklist has no item of that name: \(name).", place: place,
        help: "Items are: " + items.compactMap { $0.value["title"]?.string }.joined(separator: ", ") + ".")
    }
    return (item.name, item.value)
  }

  /// The key of a label, by what its plan calls it.
  private mutating func key(ofLabel name: String, in plan: String) throws(ControlProblem) -> String {
    if PlannerCategory.isKey(name) { return name }
    let labels = try call(.get, ["planner", "plans", plan, "details"])["categoryDescriptions"]?.object?.members ?? []
    guard let label = labels.first(where: { $0.value.string == name }) else {
      throw ControlProblem(
        status: 404, what: "The plan has no label of that name: \(name).", place: "changes.label",
        help: "Labels are: " + labels.compactMap(\.value.string).joined(separator: ", ") + ".")
    }
    return label.name
  }

  /// All elements of a list, page by page.
  private mutating func list(_ path: [String]) throws(ControlProblem) -> [JSON] {
    var elements: [JSON] = []
    var query: [(name: String, value: String)] = []
    for _ in 0..<1000 {
      let page = try call(.get, path, query: query)
      elements += page["value"]?.array ?? []
      guard let next = page["@odata.nextLink"]?.string else { break }
      query = PracticeAddress(url: next).query
    }
    return elements
  }

  private mutating func call(
    _ method: HTTPRequest.Method, _ path: [String], _ body: JSON.Object? = nil, etag: JSON? = nil,
    query: [(name: String, value: String)] = []
  ) throws(ControlProblem) -> JSON {
    var headers: HTTPFields = body == nil ? [:] : [.contentType: "application/json"]
    headers[.ifMatch] = etag?["@odata.etag"]?.string
    let reply = world.graph(
      GraphCall(
        method: method, segments: path, query: query, headers: headers, body: body.map { JSON.object($0).bytes } ?? [],
        caller: person, base: base, now: now))
    let answer = (try? JSON.parse(reply.body)) ?? .null
    guard reply.status.kind == .successful else {
      let text = answer["error"]?["message"]?.string ?? "status \(reply.status.code)"
      throw ControlProblem(
        status: reply.status == .notFound ? 404 : 422, what: "Graph refused the change: \(text)",
        place: "\(method.rawValue) /\(path.joined(separator: "/"))", help: "Correct the change and send it again.")
    }
    return answer
  }
}
