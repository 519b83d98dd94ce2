/// Everybody a world has, by all the words that name them; capitals do not count.
public struct TapePeople: Hashable, Sendable {
  /// Accounts without their domain and roles, in order.
  public private(set) var names: [String]
  private var spellings: Set<String>

  /// People of a world.
  ///
  /// - Parameters:
  ///   - names: accounts without their domain, and roles somebody has.
  ///   - spellings: other words for the same people: whole sign-in names, names.
  public init(names: [String], spellings: [String]) {
    self.names = Set(names).sorted()
    self.spellings = Set((names + spellings).map { $0.lowercased() })
  }

  /// Whether somebody is named by a word; a sign-in name counts with whatever domain where its owner was taken on.
  func has(_ word: String) -> Bool {
    let word = word.lowercased()
    return spellings.contains(word) || spellings.contains(word.prefix { $0 != "@" } + "@")
  }

  /// Takes somebody on.
  mutating func add(_ account: String) {
    names = Set(names + [account]).sorted()
    spellings.formUnion([account.lowercased(), account.lowercased() + "@"])
  }

  /// From now on any role may be somebody's.
  mutating func addRoles() { spellings.formUnion(["worker", "manager", "regional", "communications"]) }
}

extension TapeStep {
  /// Whom a step names, its own names replaced; nil for a step that names nobody and changes nobody.
  var people: (known: [String], new: [String], changesRoles: Bool)? {
    switch self {
    // Who signs in on a phone types a name that may be nobody's.
    case .approve(let who), .account(_, let who), .refuse(_, let who): return ([who.resolved([:])], [], false)
    case .remote(let edit):
      guard edit.isAboutPerson, let who = edit.spelling.value else { return nil }
      return ([who.resolved([:])], [], false)
    case .headquarters(let line):
      guard let order = try? HeadquartersOrder(line: line.resolved([:])) else { return nil }
      return (order.accounts, order.newcomers, order.call == "hq/roles" || !order.newcomers.isEmpty)
    case .reset: return ([], [], false)
    default: return nil
    }
  }
}
