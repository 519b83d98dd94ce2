import CloudWire

/// Which properties of a user an answer holds: Graph's default set, or what `$select` names.
struct UserFields {
  private static let defaults = [
    "businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation",
    "preferredLanguage", "surname", "userPrincipalName", "id",
  ]

  private let selected: [String]?
  private let isTyped: Bool
  private let hasMetadata: Bool

  /// `isTyped` says that the list may hold other kinds of directory objects.
  init(_ call: GraphCall, isTyped: Bool = false) {
    selected = call.query("$select").map { text in
      text.split(separator: ",").map { $0.split(separator: " ").joined() }
    }
    self.isTyped = isTyped
    hasMetadata = call.wantsMetadata
  }

  /// `(displayName,id)` after the set's name when properties were selected.
  var contextSuffix: String { selected.map { "(\($0.joined(separator: ",")))" } ?? "" }

  func write(_ person: Person, to out: inout ODataWriter) {
    out.object { writeMembers(person, to: &$0) }
  }

  func writeMembers(_ person: Person, to out: inout ODataWriter) {
    if isTyped, hasMetadata { out.member("@odata.type", "#microsoft.graph.user") }
    let wanted = selected.map { Set($0.map { $0.lowercased() }) }
    for name in Self.defaults where wanted?.contains(name.lowercased()) ?? true {
      write(name, of: person, to: &out)
    }
  }

  private func write(_ name: String, of person: Person, to out: inout ODataWriter) {
    switch name {
    case "businessPhones": out.member("businessPhones", [])
    case "displayName": out.member("displayName", person.displayName)
    case "givenName": out.member("givenName", person.givenName)
    case "jobTitle": out.member("jobTitle", person.role.jobTitle)
    case "mail", "userPrincipalName": out.member(name, person.username)
    case "officeLocation": out.member("officeLocation", person.store.map { "Store \($0)" })
    case "surname": out.member("surname", person.surname)
    case "id": out.member("id", person.id)
    default: out.member(name, nil)
    }
  }
}

extension Person {
  fileprivate var givenName: String { displayName.split(separator: " ").first.map(String.init) ?? displayName }
  fileprivate var surname: String? {
    let parts = displayName.split(separator: " ").dropFirst()
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

extension Person.Role {
  fileprivate var jobTitle: String {
    switch self {
    case .worker: "Store worker"
    case .manager: "Store manager"
    case .regional: "Regional manager"
    case .communications: "Communications manager"
    }
  }
}
