/// The scopes of one request: what was asked for, in the form it was asked, and what it means.
struct RequestedScopes: Sendable {
  /// As written, in order, each once.
  var asked: [String]
  /// Short names: `User.Read`, `openid`.
  var names: Set<String>

  /// Delegated Graph permissions that the app has admin consent for.
  static let consented = [
    "User.Read", "Tasks.ReadWrite", "Team.ReadBasic.All", "User.ReadBasic.All", "Tasks.Read", "Group.Read.All",
  ]
  static let openID = ["openid", "profile", "email", "offline_access"]
  private static let resource = "https://graph.microsoft.com/"

  /// Scopes of a blank-separated list; `.default` stands for everything consented.
  ///
  /// Every scope must be known; a resource other than Graph is refused.
  init(_ text: String) throws(EntraRefusal) {
    asked = []
    names = []
    for item in text.split(separator: " ").map(String.init) where !asked.contains(item) {
      asked.append(item)
      let isFull = item.lowercased().hasPrefix(Self.resource)
      let short = isFull ? String(item.dropFirst(Self.resource.count)) : item
      if short.lowercased() == ".default" {
        names.formUnion(Self.consented)
      } else if let known = (Self.consented + Self.openID).first(where: { $0.lowercased() == short.lowercased() }) {
        names.insert(known)
      } else if !isFull, item.contains("://") {
        throw EntraRefusal(
          "invalid_resource", 500_011, "The resource principal named \(item) was not found in the tenant.")
      } else {
        throw .badScope(item)
      }
    }
    guard !asked.isEmpty else { throw .missing("scope") }
  }

  /// The `scope` of the answer: the form requested, without `offline_access`, which Entra leaves out.
  var answered: String {
    var list = asked.filter { $0.lowercased() != "offline_access" }
    if let wildcard = asked.first(where: { $0.lowercased().hasSuffix(".default") }) {
      let prefix = wildcard.dropLast(".default".count)
      list.insert(contentsOf: Self.consented.map { prefix + $0 }, at: 0)
    }
    return list.joined(separator: " ")
  }
}
