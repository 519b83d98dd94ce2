import Yams

/// One map of a document: gives its values out by key and notes what is wrong with them.
struct MapReader {
  private let values: [String: Node]
  /// `accounts` for the accounts' maps; empty at the top.
  private let path: String
  private let start: DocumentFault.Place

  /// Takes a node as a map with these keys and no others.
  init?(_ node: Node, at path: String, keys: [String], _ faults: inout [DocumentFault]) {
    guard case .mapping(let mapping) = node else {
      faults.append(DocumentFault(node.place, .notAMap(key: path)))
      return nil
    }
    var values: [String: Node] = [:]
    for (name, value) in mapping {
      let key = name.string ?? ""
      if keys.contains(key) {
        values[key] = value
      } else {
        faults.append(DocumentFault(name.place, .unknownKey(key, known: keys)))
      }
    }
    self.values = values
    self.path = path
    start = node.place
  }

  /// Where a key's value is; where the map begins when it has none.
  func place(_ key: String) -> DocumentFault.Place { values[key]?.place ?? start }

  /// A value that has to be there, turned into what is wanted; a fault is noted when it cannot be.
  func required<Value>(
    _ key: String, _ expected: DocumentFault.Expected, _ faults: inout [DocumentFault], _ make: (String) -> Value?
  ) -> Value? {
    guard let node = values[key], !node.isNothing else {
      faults.append(DocumentFault(place(key), .missing(key: name(key))))
      return nil
    }
    return value(node, key, expected, &faults, make)
  }

  /// A value that may be missing.
  func optional<Value>(
    _ key: String, _ expected: DocumentFault.Expected, _ faults: inout [DocumentFault], _ make: (String) -> Value?
  ) -> Value? {
    guard let node = values[key], !node.isNothing else { return nil }
    return value(node, key, expected, &faults, make)
  }

  /// The entries of a list, none when it is missing.
  func list(_ key: String, _ faults: inout [DocumentFault]) -> [Node] {
    guard let node = values[key], !node.isNothing else { return [] }
    guard case .sequence(let list) = node else {
      faults.append(DocumentFault(node.place, .notAList(key: name(key))))
      return []
    }
    return Array(list)
  }

  private func value<Value>(
    _ node: Node, _ key: String, _ expected: DocumentFault.Expected, _ faults: inout [DocumentFault],
    _ make: (String) -> Value?
  ) -> Value? {
    if let value = node.scalar.flatMap({ make($0.string) }) { return value }
    let written = node.scalar?.string ?? ""
    faults.append(DocumentFault(node.place, .wrongValue(key: name(key), value: written, expected: expected)))
    return nil
  }

  private func name(_ key: String) -> String { path.isEmpty ? key : path + "." + key }
}

extension Node {
  /// Line and column.
  var place: DocumentFault.Place { mark.map { .line($0.line, column: $0.column) } ?? .whole }

  /// Whether nothing is written here: `team:` or `team: null`.
  fileprivate var isNothing: Bool { null != nil }
}
