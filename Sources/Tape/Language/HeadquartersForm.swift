/// How one order of head office is written, and which call it becomes.
struct HeadquartersForm: Sendable {
  enum Kind: Sendable {
    case text, position, account
    case number(ClosedRange<Int>)
    case word([String])
    case form(HeadquartersOrder.WordForm)
  }

  struct Part: Sendable {
    /// As people write it.
    var name: String
    /// As the call names it.
    var field: String
    var kind = Kind.text
    var isRequired = false
    var isRepeated = false
    var mayBeEmpty = false
  }

  var words: [String]
  var call: String
  var action: String?
  var arguments: [Part] = []
  var options: [Part] = []

  /// Every order there is; `tillside-cloud hq` takes the same words.
  static let all: [HeadquartersForm] = staff + teams + hierarchies + publishing

  private static let list = Part(name: "list", field: "list")
  private static let account = Part(name: "account", field: "username", kind: .account)
  private static let publisher = Part(name: "as", field: "username", kind: .account, isRequired: true)
  private static let role = Part(name: "role", field: "role", kind: .word(roles))
  private static let author = Part(name: "by", field: "by", kind: .account)
  private static let purpose = Part(name: "purpose", field: "purpose", kind: .word(purposes))

  /// Roles headquarters gives to employees.
  static let roles = ["worker", "store-manager", "regional-manager", "retail-task-manager", "allow-task-management"]
  /// What a hierarchy of organizations can be for.
  static let purposes = [
    "retail-reporting", "retail-assortment", "retail-replenishment", "retail-pos-posting",
    "procurement-internal-control", "expenditure-internal-control",
  ]
  /// What a published task can require before it is done.
  static let gates = ["checklist", "approval"]

  private static let staff: [HeadquartersForm] = [
    HeadquartersForm(
      words: ["staff", "hire"], call: "hq/staff", action: "hire",
      arguments: [Part(name: "account", field: "username", kind: .form(.newAccount))],
      options: [Part(name: "name", field: "name", isRequired: true), Part(name: "store", field: "store"), role]),
    HeadquartersForm(words: ["staff", "dismiss"], call: "hq/staff", action: "dismiss", arguments: [account]),
    HeadquartersForm(words: ["staff", "map"], call: "hq/staff", action: "map", arguments: [account]),
    HeadquartersForm(words: ["staff", "unmap"], call: "hq/staff", action: "unmap", arguments: [account]),
    HeadquartersForm(
      words: ["roles", "assign"], call: "hq/roles", action: "assign",
      arguments: [account, role], options: [author]),
    HeadquartersForm(
      words: ["roles", "remove"], call: "hq/roles", action: "remove",
      arguments: [account, role], options: [author]),
  ]

  private static let teams: [HeadquartersForm] = [
    HeadquartersForm(words: ["provision"], call: "hq/provision", options: [Part(name: "store", field: "store")]),
    HeadquartersForm(words: ["sync"], call: "hq/sync"),
    HeadquartersForm(words: ["distribute"], call: "hq/distribute"),
    HeadquartersForm(
      words: ["integration"], call: "hq/integration",
      arguments: [Part(name: "position", field: "on", kind: .position)]),
    HeadquartersForm(
      words: ["licences"], call: "hq/licences", arguments: [Part(name: "position", field: "on", kind: .position)]),
    HeadquartersForm(
      words: ["link-teams"], call: "hq/link-teams",
      options: [
        Part(name: "store", field: "store", isRequired: true), Part(name: "team", field: "team", isRequired: true),
      ]),
  ]

  private static let hierarchies: [HeadquartersForm] = [
    HeadquartersForm(
      words: ["hierarchies", "assign"], call: "hq/hierarchies", action: "assign",
      arguments: [Part(name: "name", field: "name"), purpose]),
    HeadquartersForm(
      words: ["hierarchies", "remove"], call: "hq/hierarchies", action: "remove",
      arguments: [Part(name: "name", field: "name"), purpose]),
    HeadquartersForm(
      words: ["hierarchies", "upload"], call: "hq/hierarchies", action: "upload",
      options: [Part(name: "from", field: "from", isRequired: true)]),
    HeadquartersForm(words: ["hierarchies", "withdraw"], call: "hq/hierarchies", action: "withdraw"),
  ]

  private static let publishing: [HeadquartersForm] = [
    HeadquartersForm(
      words: ["publish", "draft"], call: "hq/publish", action: "draft", arguments: [list], options: [publisher]),
    HeadquartersForm(
      words: ["publish", "add"], call: "hq/publish", action: "add",
      arguments: [list, Part(name: "title", field: "title")],
      options: [
        Part(name: "note", field: "note", mayBeEmpty: true),
        Part(name: "offset", field: "offsetDays", kind: .number(-366...366)),
        Part(name: "due", field: "due", kind: .form(.time)),
        Part(name: "priority", field: "priority", kind: .number(0...10)),
        Part(name: "check", field: "checklist", isRepeated: true),
        Part(name: "link", field: "link", kind: .form(.link)),
        Part(name: "requires", field: "requires", kind: .word(gates), isRepeated: true),
      ]),
    HeadquartersForm(
      words: ["publish", "review"], call: "hq/publish", action: "review", arguments: [list],
      options: [
        publisher, Part(name: "to", field: "to", isRepeated: true),
        Part(name: "where", field: "where", kind: .form(.condition), isRepeated: true),
        Part(name: "target", field: "target", kind: .form(.day)),
      ]),
    HeadquartersForm(words: ["publish", "confirm"], call: "hq/publish", action: "confirm", arguments: [list]),
    HeadquartersForm(
      words: ["publish", "unpublish"], call: "hq/publish", action: "unpublish", arguments: [list],
      options: [publisher]),
    HeadquartersForm(
      words: ["publish", "duplicate"], call: "hq/publish", action: "duplicate",
      arguments: [list, Part(name: "new list", field: "as")], options: [publisher]),
    HeadquartersForm(
      words: ["publish", "approve"], call: "hq/publish", action: "approve",
      arguments: [Part(name: "task", field: "task")], options: [publisher]),
  ]
}
