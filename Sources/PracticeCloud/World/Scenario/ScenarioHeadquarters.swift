extension Scenario {
  mutating func readHeadquarters(_ node: ScenarioNode) throws(ScenarioError) {
    try node.allow([
      "integration", "licences", "distributed", "communicationsTeam", "leavers", "uploaded", "hierarchies",
    ])
    headquarters.isIntegrationOn = try node.truth("integration", default: true)
    headquarters.hasTeamsLicences = try node.truth("licences", default: true)
    headquarters.isDistributed = try node.truth("distributed", default: true)
    headquarters.hasCommunicationsTeam = try node.truth("communicationsTeam")
    headquarters.leavers = try accounts(node, "leavers") ?? []
    for hierarchy in try node.nodes("hierarchies") { headquarters.hierarchies.append(try readHierarchy(hierarchy)) }
    guard let uploaded = try node.optionalText("uploaded") else { return }
    guard headquarters.hierarchies.contains(where: { $0.name == uploaded && $0.isOffered }),
      headquarters.hasCommunicationsTeam
    else { throw .unresolved(scenario: name, at: node.place("uploaded"), name: uploaded) }
    headquarters.uploaded = uploaded
  }

  private func readHierarchy(_ node: ScenarioNode) throws(ScenarioError) -> OrganizationHierarchy {
    try node.allow(["name", "purposes", "nodes"])
    var hierarchy = OrganizationHierarchy(name: try node.text("name"), purposes: [], nodes: [])
    for (index, word) in (try node.texts("purposes") ?? []).enumerated() {
      guard let purpose = OrganizationHierarchy.Purpose(rawValue: word) else {
        let known = OrganizationHierarchy.Purpose.allCases.map(\.rawValue).joined(separator: ", ")
        throw node.bad("purposes[\(index)]", word, "one of \(known)")
      }
      hierarchy.purposes.insert(purpose)
    }
    for part in try node.nodes("nodes") {
      try part.allow(["name", "parent", "store"])
      let made = OrganizationHierarchy.Node(
        name: try part.text("name"), parent: try part.optionalText("parent"), store: try part.optionalText("store"))
      if let parent = made.parent, !hierarchy.nodes.contains(where: { $0.name == parent }) {
        throw .unresolved(scenario: name, at: part.place("parent"), name: parent)
      }
      if let number = made.store, !stores.contains(where: { $0.number == number }) {
        throw .unresolved(scenario: name, at: part.place("store"), name: number)
      }
      if hierarchy.nodes.contains(where: { $0.name == made.name }) {
        throw .duplicate(scenario: name, at: part.place("name"), name: made.name)
      }
      hierarchy.nodes.append(made)
    }
    return hierarchy
  }
}
