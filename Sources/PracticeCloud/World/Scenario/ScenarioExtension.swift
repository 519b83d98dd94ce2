import CloudWire

extension Scenario {
  /// A document with what it extends put under it; one that extends nothing is itself.
  static func extended(_ document: JSON, name: String) throws(ScenarioError) -> JSON {
    guard let over = document.object, let base = over["extends"] else { return document }
    guard let baseName = base.string, baseName != name else {
      throw .wrongKind(scenario: name, at: "extends", expected: .text)
    }
    let bytes = try Scenario.bytes(named: baseName)
    let under = try extended(Scenario.document(bytes, name: baseName), name: baseName)
    return .object(merged(under.object ?? [:], over))
  }

  /// Lists whose elements are changed one by one, by the member that names them.
  static let keys = ["staff": "account", "stores": "number"]

  private static func merged(_ base: JSON.Object, _ over: JSON.Object) -> JSON.Object {
    var result = base
    for member in over.members {
      let before = result[member.name]
      switch (member.value, before, keys[member.name]) {
      case (.null, _, _): result[member.name] = nil
      case (.array(let changes), .array(let elements)?, let key?):
        result[member.name] = .array(merged(elements, changes, by: key))
      case (.object(let changes), .object(let object)?, _): result[member.name] = .object(merged(object, changes))
      default: result[member.name] = member.value
      }
    }
    return result
  }

  private static func merged(_ elements: [JSON], _ changes: [JSON], by key: String) -> [JSON] {
    var result = elements
    for change in changes {
      guard let over = change.object, let place = result.firstIndex(where: { $0[key] == change[key] }),
        let base = result[place].object
      else {
        result.append(change)
        continue
      }
      result[place] = .object(merged(base, over))
    }
    return result
  }
}
