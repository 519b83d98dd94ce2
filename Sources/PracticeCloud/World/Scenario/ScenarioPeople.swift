extension Scenario {
  /// Words that name somebody when the world starts: accounts without the domain, and roles that somebody has.
  public var accounts: [String] {
    var names: [String] = []
    for person in staff { names += [person.account, person.role.rawValue] }
    return names
  }

  /// Whole sign-in names, and names of people, as the directory has them.
  public var directoryNames: [String] { staff.flatMap { ["\($0.account)@\(domain)", $0.name] } }
}

extension PracticeCloud {
  /// AADSTS numbers with which an account can be refused.
  public static var refusals: [Int] { AccountRefusal.allCases.map(\.number) }
}
