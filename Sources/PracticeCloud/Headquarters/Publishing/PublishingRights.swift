/// Whom somebody may publish to: the leaves below the teams they are a member of.
struct PublishingRights: Hashable, Sendable {
  var hierarchy: TargetingHierarchy
  /// Names of nodes that may receive.
  var leaves: Set<String>

  /// Node names a person wrote, resolved to the leaves at or below them; mistakes one by one.
  func leaves(under names: [String]) -> (leaves: Set<String>, problems: [ControlProblem]) {
    var found: Set<String> = []
    var problems: [ControlProblem] = []
    for name in names {
      guard let node = hierarchy.nodes.first(where: { $0.name.lowercased() == name.lowercased() }) else {
        problems.append(
          .wrong("to", "The hierarchy has no node \(name).", "Nodes are: \(hierarchy.nodes.map(\.name).listed)."))
        continue
      }
      let below = hierarchy.names(below: [node.name]).union([node.name])
      let mine = leaves.intersection(below)
      if mine.isEmpty {
        problems.append(
          .wrong(
            "to", "\(node.name) does not stand below a team of yours.", "You may publish to: \(leaves.sorted().listed)."
          ))
      }
      found.formUnion(mine)
    }
    return (found, problems)
  }
}

extension World {
  /// What somebody may publish: needs the Retail task manager role at headquarters *and* a team with others below it.
  func publishingRights(of person: Person) throws(ControlProblem) -> PublishingRights {
    guard headquarters.isIntegrationOn else {
      throw ControlProblem(
        status: 409, what: "The Teams integration is switched off.", place: "integration",
        help: "Switch it on first: tillside-cloud hq integration on")
    }
    guard person.isTaskManager, !person.hasLeft else {
      throw .wrong(
        "username", "\(person.displayName) is no communications manager: the Retail task manager role is missing.",
        "Run: tillside-cloud hq roles assign \(person.username) retail-task-manager")
    }
    guard let hierarchy = headquarters.targeting else {
      throw ControlProblem(
        status: 409, what: "No team targeting hierarchy is uploaded, so nobody can publish.", place: "hierarchy",
        help: "Run: tillside-cloud hq hierarchies upload FILE")
    }
    let mine = teams.filter { $0.members.contains(person.id) || $0.owners.contains(person.id) }.map(\.id)
    let nodes = hierarchy.nodes.filter { $0.teamID.map(mine.contains) ?? false }
    let leaves = hierarchy.names(below: nodes.map(\.name)).intersection(hierarchy.leaves)
    guard !leaves.isEmpty else {
      throw .wrong(
        "username", "\(person.displayName) is in no team that others stand below, so there is nobody to publish to.",
        "Add them to the communications team: tillside-cloud hq provision")
    }
    return PublishingRights(hierarchy: hierarchy, leaves: leaves)
  }
}

extension [String] {
  /// `a, b and 3 more`: as many as a line takes.
  var listed: String {
    count <= 8 ? joined(separator: ", ") : prefix(7).joined(separator: ", ") + " and \(count - 7) more"
  }
}
