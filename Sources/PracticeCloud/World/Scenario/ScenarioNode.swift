import CloudWire

/// One object of a scenario file and where it stands; every read says exactly what it missed.
struct ScenarioNode {
  let scenario: String
  let path: String
  private let object: JSON.Object

  init(_ value: JSON, scenario: String, path: String) throws(ScenarioError) {
    guard case .object(let object) = value else {
      throw .wrongKind(scenario: scenario, at: path.isEmpty ? "the file" : path, expected: .object)
    }
    self.scenario = scenario
    self.path = path
    self.object = object
  }

  func place(_ field: String) -> String { path.isEmpty ? field : path + "." + field }

  /// Refuses fields that nobody reads.
  func allow(_ known: [String]) throws(ScenarioError) {
    for member in object.members where !known.contains(member.name) {
      throw .unknownField(scenario: scenario, at: place(member.name), known: known)
    }
  }

  func has(_ field: String) -> Bool { object[field] != nil }

  private func value(_ field: String) throws(ScenarioError) -> JSON {
    guard let value = object[field] else { throw .missing(scenario: scenario, at: place(field)) }
    return value
  }

  private func wrong(_ field: String, _ expected: ScenarioError.Kind) -> ScenarioError {
    .wrongKind(scenario: scenario, at: place(field), expected: expected)
  }

  func bad(_ field: String, _ found: String, _ expected: String) -> ScenarioError {
    .badValue(scenario: scenario, at: place(field), found: found, expected: expected)
  }

  /// A text that must not be empty.
  func text(_ field: String) throws(ScenarioError) -> String {
    guard let text = try value(field).string else { throw wrong(field, .text) }
    guard !text.isEmpty else { throw bad(field, text, "a text that is not empty") }
    return text
  }

  func optionalText(_ field: String) throws(ScenarioError) -> String? {
    guard has(field) else { return nil }
    guard let text = try value(field).string else { throw wrong(field, .text) }
    return text
  }

  func number(_ field: String, in range: ClosedRange<Int>, default fallback: Int) throws(ScenarioError) -> Int {
    guard has(field) else { return fallback }
    guard let number = try value(field).int else { throw wrong(field, .wholeNumber) }
    guard range.contains(number) else {
      throw bad(field, String(number), "\(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func truth(_ field: String, default fallback: Bool = false) throws(ScenarioError) -> Bool {
    guard has(field) else { return fallback }
    guard let truth = try value(field).bool else { throw wrong(field, .truth) }
    return truth
  }

  func node(_ field: String) throws(ScenarioError) -> ScenarioNode {
    try ScenarioNode(value(field), scenario: scenario, path: place(field))
  }

  /// The objects of a list; a missing list is an empty one.
  func nodes(_ field: String) throws(ScenarioError) -> [ScenarioNode] {
    guard has(field) else { return [] }
    guard let elements = try value(field).array else { throw wrong(field, .list) }
    var nodes: [ScenarioNode] = []
    for (index, element) in elements.enumerated() {
      nodes.append(try ScenarioNode(element, scenario: scenario, path: "\(place(field))[\(index)]"))
    }
    return nodes
  }

  /// The texts of a list; a missing list is nil.
  func texts(_ field: String) throws(ScenarioError) -> [String]? {
    guard has(field) else { return nil }
    guard let elements = try value(field).array else { throw wrong(field, .list) }
    var texts: [String] = []
    for (index, element) in elements.enumerated() {
      guard let text = element.string else { throw wrong("\(field)[\(index)]", .text) }
      texts.append(text)
    }
    return texts
  }

  /// Names and values of an object of one kind, in order; a missing object is an empty one.
  func members<Value>(
    _ field: String, _ kind: ScenarioError.Kind, _ read: (JSON) -> Value?
  ) throws(ScenarioError) -> [(name: String, value: Value)] {
    guard has(field) else { return [] }
    guard let object = try value(field).object else { throw wrong(field, .object) }
    var members: [(name: String, value: Value)] = []
    for member in object.members {
      guard let value = read(member.value) else { throw wrong("\(field).\(member.name)", kind) }
      members.append((member.name, value))
    }
    return members
  }
}
