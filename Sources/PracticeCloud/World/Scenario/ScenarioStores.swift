extension Scenario {
  mutating func readStaff(_ nodes: [ScenarioNode]) throws(ScenarioError) {
    for node in nodes {
      try node.allow([
        "account", "name", "password", "role", "store", "mayManageTasks", "taskManager", "mapped",
      ])
      let account = try node.text("account").lowercased()
      guard !staff.contains(where: { $0.account == account }) else {
        throw .duplicate(scenario: name, at: node.place("account"), name: account)
      }
      let word = try node.text("role")
      guard let role = Person.Role(rawValue: word) else {
        throw node.bad("role", word, Person.Role.allCases.map(\.rawValue).joined(separator: ", "))
      }
      staff.append(
        Staff(
          account: account, name: try node.text("name"), password: try node.text("password"), role: role,
          store: try node.optionalText("store"), mayManageTasks: try node.truth("mayManageTasks"),
          isTaskManager: try node.truth("taskManager", default: role == .communications),
          isMapped: try node.truth("mapped", default: true)))
    }
  }

  mutating func readStores(_ nodes: [ScenarioNode]) throws(ScenarioError) {
    for node in nodes {
      try node.allow(["number", "name", "team", "publishedTo"])
      let number = try node.text("number")
      guard !stores.contains(where: { $0.number == number }) else {
        throw .duplicate(scenario: name, at: node.place("number"), name: number)
      }
      let team = node.has("team") ? try crew(node.node("team"), store: number) : nil
      stores.append(
        Store(
          number: number, name: try node.text("name"), team: team,
          publishedPlan: try node.optionalText("publishedTo")))
    }
  }

  private func crew(_ node: ScenarioNode, store: String) throws(ScenarioError) -> Crew {
    try node.allow(["name", "about", "owners", "members", "linked"])
    let here = staff.filter { $0.store == store }
    return Crew(
      name: try node.text("name"), about: try node.optionalText("about") ?? "",
      owners: try accounts(node, "owners") ?? here.filter { $0.role == .manager }.map(\.account),
      members: try accounts(node, "members") ?? here.map(\.account),
      isLinked: try node.truth("linked", default: true))
  }

  func checkStaffStores(_ nodes: [ScenarioNode]) throws(ScenarioError) {
    for node in nodes {
      guard let number = try node.optionalText("store") else { continue }
      guard stores.contains(where: { $0.number == number }) else {
        throw .unresolved(scenario: name, at: node.place("store"), name: number)
      }
    }
  }
}
