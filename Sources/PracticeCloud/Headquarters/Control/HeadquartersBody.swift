import CloudWire

/// The body of a headquarters call that can do several things: `action` says which, and decides what else may stand there.
struct HeadquartersBody {
  /// Fields by action.
  typealias Actions = [(action: String, fields: [String])]

  static let staff: Actions = [
    ("hire", ["username", "name", "role", "store"]), ("dismiss", ["username"]), ("map", ["username"]),
    ("unmap", ["username"]),
  ]
  static let roles: Actions = [("assign", ["username", "role", "by"]), ("remove", ["username", "role", "by"])]
  static let hierarchies: Actions = [
    ("assign", ["name", "purpose"]), ("remove", ["name", "purpose"]),
    ("upload", ["csv", "from", "file", "username", "wait"]), ("withdraw", []),
  ]
  static let publish: Actions = [
    ("draft", ["list", "username"]),
    ("add", ["list", "title", "note", "offsetDays", "due", "priority", "checklist", "link", "requires"]),
    ("review", ["list", "username", "to", "where", "target"]), ("confirm", ["list"]),
    ("unpublish", ["list", "username"]), ("duplicate", ["list", "as", "username"]), ("approve", ["task", "username"]),
    ("practice", ["username"]),
  ]

  let action: String
  let fields: ControlBody

  init(_ bytes: [UInt8], _ actions: Actions) throws(ControlProblem) {
    let everything = ["action"] + Set(actions.flatMap(\.fields)).sorted()
    let word = try ControlBody(bytes, allowing: everything).text("action")
    guard let chosen = actions.first(where: { $0.action == word }) else {
      throw .wrong(
        "action", "\(word) is not known here.", "Use one of: \(actions.map(\.action).joined(separator: ", ")).")
    }
    action = word
    fields = try ControlBody(bytes, allowing: ["action"] + chosen.fields)
  }
}

extension ControlBody {
  /// A list of texts; empty when it is missing.
  func texts(_ name: String) throws(ControlProblem) -> [String] {
    guard let value = object[name], value != .null else { return [] }
    guard let elements = value.array else { throw .wrong(path(name), "It is not a list.", "Send a list of texts.") }
    var texts: [String] = []
    for element in elements {
      guard let text = element.string, !text.isEmpty else {
        throw .wrong(path(name), "It holds something else than texts.", "Send a list of texts.")
      }
      texts.append(text)
    }
    return texts
  }
}
