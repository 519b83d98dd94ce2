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

  /// Whether nothing stands below a node; only such nodes receive.
  public func isLeaf(_ name: String) -> Bool { !nodes.contains { $0.parents.contains(name) } }

  /// Names of all nodes below one, itself not among them.
  public func names(below name: String) -> Set<String> {
    var found: Set<String> = []
    var next = [name]
    while let parent = next.popLast() {
      for node in nodes where node.parents.contains(parent) && found.insert(node.name).inserted {
        next.append(node.name)
      }
    }
    return found
  }
}

/// An upload and what became of it (`Get-TeamTargetingHierarchyStatus`).
struct HierarchyUpload: Hashable, Codable, Sendable {
  enum Status: String, Hashable, Codable, Sendable {
    case successful = "Successful"
    case failed = "Failed"
  }
  var id: String
  var status: Status
  var file: String
  var by: String
  var when: Timestamp
  var problems: [TargetingProblem]
}
