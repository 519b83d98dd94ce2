/// Somebody who starts to work for the chain.
struct Hiring: Hashable, Sendable {
  /// Sign-in name without the domain.
  var account: String
  var name: String
  var role: SecurityRole
  /// Number of the store; nil for head office.
  var store: String?
}

extension World {
  /// Takes somebody on: an account in the directory, mapped to a worker; their password is made and stands in the answer.
  mutating func hire(_ hiring: Hiring) throws(ControlProblem) -> Person {
    let account = hiring.account.lowercased()
    guard !account.isEmpty, account.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "@") }) else {
      throw .wrong("username", "\(hiring.account) is no sign-in name.", "Use letters and digits, without the domain.")
    }
    guard person("\(account)@\(tenantDomain)") == nil else {
      throw ControlProblem(
        status: 409, what: "There is an account \(account) already.", place: "username", help: "Choose another name.")
    }
    if let store = hiring.store { _ = try place(ofStore: store) }
    if hiring.store == nil, hiring.role == .storeManager || hiring.role == .worker {
      throw .missing("store", "A \(hiring.role.rawValue) works in a store: say which.")
    }
    var person = Person(
      id: random.guid(), username: "\(account)@\(tenantDomain)",
      password: "Welcome-\(1000 + random.next() % 9000)", displayName: hiring.name, role: .worker, store: hiring.store)
    person.give(hiring.role)
    people.append(person)
    return person
  }

  /// Somebody leaves the company: their account is switched off and is in no team any more.
  ///
  /// Teams that lose their last owner this way stay as they are: the store needs a new manager and provisioning (FAQ).
  mutating func dismiss(_ person: Person) {
    changePerson(person.id) { $0.hasLeft = true }
    identity.change(person) { account in
      account.isDisabled = true
      account.generation += 1
    }
    removeFromTeams(person)
  }

  /// Somebody is in no team any more.
  mutating func removeFromTeams(_ person: Person) {
    for index in teams.indices {
      teams[index].owners.removeAll { $0 == person.id }
      teams[index].members.removeAll { $0 == person.id }
    }
  }

  /// Gives a role or takes it away; `author`, if said, has to own the team of the employee's store or sit in head office.
  mutating func change(
    _ role: SecurityRole, of person: Person, isGiven: Bool, by author: Person?
  ) throws(ControlProblem) {
    if let author, !mayChangeRoles(author, of: person) {
      throw ControlProblem(
        status: 422, what: "\(author.displayName) does not own the team of store \(person.store ?? "-").",
        place: "by", help: "Ask an owner of that team, or head office.")
    }
    if isGiven, role == .storeManager, person.store == nil {
      throw .wrong("username", "\(person.displayName) works in no store.", "Name somebody of a store.")
    }
    changePerson(person.id) { if isGiven { $0.give(role) } else { $0.take(role) } }
  }

  /// Maps an account to a worker of the chain, or takes the mapping away (the POS error DA1023).
  mutating func map(_ person: Person, isMapped: Bool) {
    changePerson(person.id) { $0.isMapped = isMapped }
  }

  private mutating func changePerson(_ id: String, _ change: (inout Person) -> Void) {
    guard let index = people.firstIndex(where: { $0.id == id }) else { return }
    change(&people[index])
  }

  private func mayChangeRoles(_ author: Person, of person: Person) -> Bool {
    guard !author.hasLeft else { return false }
    if author.store == nil { return true }
    guard let group = stores.first(where: { $0.number == person.store })?.teamID else { return false }
    return teams.first { $0.id == group }?.owners.contains(author.id) ?? false
  }
}

extension Person {
  fileprivate mutating func give(_ given: SecurityRole) {
    switch given {
    case .worker: role = .worker
    case .storeManager: role = .manager
    case .regionalManager: role = .regional
    case .retailTaskManager:
      isTaskManager = true
      if store == nil, role == .worker { role = .communications }
    case .allowTaskManagement: mayManageTasks = true
    }
  }

  fileprivate mutating func take(_ taken: SecurityRole) {
    switch taken {
    case .worker: break
    case .storeManager: if role == .manager { role = .worker }
    case .regionalManager: if role == .regional { role = .worker }
    case .retailTaskManager:
      isTaskManager = false
      if role == .communications { role = .worker }
    case .allowTaskManagement: mayManageTasks = false
    }
  }
}
