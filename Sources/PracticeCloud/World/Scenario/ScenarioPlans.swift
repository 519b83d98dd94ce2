import CloudWire

extension Scenario {
  mutating func readPlans(_ nodes: [ScenarioNode]) throws(ScenarioError) {
    for node in nodes {
      try node.allow(["store", "title", "author", "sharedWith", "categories", "buckets", "tasks"])
      let number = try node.text("store")
      guard stores.contains(where: { $0.number == number && $0.team != nil }) else {
        throw .unresolved(scenario: name, at: node.place("store"), name: number)
      }
      guard let author = try account(node, "author") else { throw .missing(scenario: name, at: node.place("author")) }
      var categories: [String: String] = [:]
      for (key, label) in try node.members("categories", .text, { $0.string }) {
        try check(category: key, node, "categories.\(key)")
        categories[key] = label
      }
      var plan = Plan(
        store: number, title: try node.text("title"), author: author,
        sharedWith: try accounts(node, "sharedWith") ?? [], categories: categories, buckets: [])
      for bucket in try node.nodes("buckets") { plan.buckets.append(try readBucket(bucket)) }
      for task in try node.nodes("tasks") { plan.loose.append(try readErrand(task)) }
      plans.append(plan)
    }
  }

  private func readBucket(_ node: ScenarioNode) throws(ScenarioError) -> Bucket {
    try node.allow(["name", "tasks"])
    var bucket = Bucket(name: try node.text("name"), tasks: [])
    for task in try node.nodes("tasks") { bucket.tasks.append(try readErrand(task)) }
    return bucket
  }

  private func readErrand(_ node: ScenarioNode) throws(ScenarioError) -> Errand {
    try node.allow([
      "title", "note", "checklist", "links", "priority", "percent", "assigned", "categories", "start", "due",
      "completed", "completedBy", "published", "flow",
    ])
    var errand = Errand(title: try node.text("title"))
    errand.note = try node.optionalText("note") ?? ""
    errand.checklist = try node.members("checklist", .truth) { $0.bool }.map { Step(title: $0.name, isDone: $0.value) }
    errand.priority = try node.number("priority", in: 0...10, default: 5)
    errand.percent = try node.number("percent", in: 0...100, default: 0)
    errand.assigned = try accounts(node, "assigned") ?? []
    errand.categories = try node.texts("categories") ?? []
    for (index, key) in errand.categories.enumerated() { try check(category: key, node, "categories[\(index)]") }
    errand.start = try moment(node, "start")
    errand.due = try moment(node, "due")
    errand.completed = try moment(node, "completed")
    errand.completedBy = try account(node, "completedBy")
    if errand.percent < 100, node.has("completed") || node.has("completedBy") {
      throw node.bad("percent", String(errand.percent), "100 where completed or completedBy is said")
    }
    errand.isPublished = try node.truth("published")
    errand.isOfFlow = try node.truth("flow")
    for link in try node.nodes("links") { errand.links.append(try readLink(link)) }
    return errand
  }

  private func readLink(_ node: ScenarioNode) throws(ScenarioError) -> Link {
    try node.allow(["address", "alias", "kind"])
    let address = try node.text("address")
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      throw node.bad("address", address, "an http or https address")
    }
    return Link(address: address, alias: try node.text("alias"), kind: try node.optionalText("kind") ?? "Other")
  }

  private func moment(_ node: ScenarioNode, _ field: String) throws(ScenarioError) -> ScenarioMoment? {
    guard let text = try node.optionalText(field) else { return nil }
    guard let moment = ScenarioMoment(text) else {
      throw node.bad(field, text, "a distance from the start such as -1h30m, +45m or +4d 17:00")
    }
    return moment
  }

  private func check(category key: String, _ node: ScenarioNode, _ field: String) throws(ScenarioError) {
    guard PlannerCategory.isKey(key) else { throw node.bad(field, key, "category1 to category25") }
  }
}
