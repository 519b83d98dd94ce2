import StoreModel

/// An organization hierarchy of headquarters, for one or more purposes.
struct OrganizationHierarchy: Hashable, Codable, Sendable {
  /// What a hierarchy may be used for; only `retailReporting` makes it available to Teams (FAQ).
  enum Purpose: String, Hashable, Codable, Sendable, CaseIterable {
    case retailReporting = "retail-reporting"
    case retailAssortment = "retail-assortment"
    case retailReplenishment = "retail-replenishment"
    case posPosting = "retail-pos-posting"
    case procurement = "procurement-internal-control"
    case expenditure = "expenditure-internal-control"
  }

  /// A part of the chain, or one store of it.
  struct Node: Hashable, Codable, Sendable {
    var name: String
    /// Name of the node above; nil for a root.
    var parent: String?
    /// The store a leaf stands for.
    var store: String?
  }

  var name: String
  var purposes: Set<Purpose>
  /// Parents stand before their children.
  var nodes: [Node]

  /// Whether Teams may have it.
  var isOffered: Bool { purposes.contains(.retailReporting) }
}

extension World {
  /// A hierarchy of headquarters by name; case does not matter.
  func hierarchy(named name: String) throws(ControlProblem) -> Int {
    guard let index = headquarters.hierarchies.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) else {
      throw ControlProblem(
        status: 404, what: "There is no hierarchy \(name).", place: "name",
        help: "Hierarchies are: " + headquarters.hierarchies.map(\.name).joined(separator: ", ") + ".")
    }
    return index
  }

  /// The hierarchy as Teams wants it uploaded; only one for Retail reporting is offered (FAQ).
  ///
  /// Stores without a team are left out, and regions that then hold nothing; the roots are the communications team's.
  func targetingFile(of name: String) throws(ControlProblem) -> String {
    let hierarchy = headquarters.hierarchies[try hierarchy(named: name)]
    guard hierarchy.isOffered else {
      throw ControlProblem(
        status: 409, what: "\(hierarchy.name) is not for Retail reporting, so it is not offered to Teams.",
        place: "purposes", help: "Run: tillside-cloud hq hierarchies assign \"\(hierarchy.name)\" retail-reporting")
    }
    guard let root = headquarters.communicationsTeam else {
      throw ControlProblem(
        status: 409, what: "There is no communications team yet, and a root needs one.", place: "teams",
        help: "Run: tillside-cloud hq provision")
    }
    let kept = hierarchy.nodes.filter { node in
      hierarchy.stores(under: node).contains { number in stores.contains { $0.number == number && $0.teamID != nil } }
    }
    let rows = kept.map { node in
      let team = node.store.flatMap { number in stores.first { $0.number == number }?.teamID }
      return CSVTable.line([node.name, node.parent ?? "", team ?? (node.parent == nil ? root : "")])
    }
    return ([TargetingFile.fixedColumns.joined(separator: ",")] + rows).joined(separator: "\r\n") + "\r\n"
  }
}

extension OrganizationHierarchy {
  /// Numbers of the stores at or below a node.
  func stores(under node: Node) -> [String] {
    let below = nodes.filter { $0.parent == node.name }.flatMap { stores(under: $0) }
    return (node.store.map { [$0] } ?? []) + below
  }
}
