import StoreModel

/// A team targeting hierarchy as Teams holds it after a good upload: who may publish to whom.
public struct TargetingHierarchy: Hashable, Codable, Sendable {
  /// A node of it.
  public struct Node: Hashable, Codable, Sendable {
    /// Name, unique in the hierarchy.
    public var name: String
    /// Names of the nodes above; empty for a root, several only where all of them are roots.
    public var parents: [String]
    /// Group id of its team, lower case; nil for a node that only groups others.
    public var teamID: String?
    /// Values by attribute: one for a column `Name`, any number for columns `Name:Value`.
    public var attributes: [String: Set<String>]
  }

  /// In the order of the file.
  public var nodes: [Node]
  /// Names of buckets that publishing may use, without their `#`.
  public var buckets: [String]

  /// Names of the nodes that nothing stands below; only they receive.
  public var leaves: Set<String> {
    let above = Set(nodes.flatMap(\.parents))
    return Set(nodes.map(\.name)).subtracting(above)
  }

  /// Names of all nodes below some, themselves not among them unless they stand below another.
  public func names(below names: some Sequence<String>) -> Set<String> {
    var children: [String: [String]] = [:]
    for node in nodes { for parent in node.parents { children[parent, default: []].append(node.name) } }
    var found: Set<String> = []
    var next = Array(names)
    while let parent = next.popLast() {
      for child in children[parent] ?? [] where found.insert(child).inserted { next.append(child) }
    }
    return found
  }
}
