import HTTPTypes

extension World {
  func users(_ call: GraphCall) throws(GraphFault) -> GraphReply {
    try mustRead(call)
    let fields = UserFields(call)
    return try call.list(people, context: "users\(fields.contextSuffix)") { fields.write($0, to: &$1) }
  }

  mutating func user(_ call: GraphCall, _ name: String, _ rest: [String]) throws(GraphFault) -> GraphReply {
    guard let person = person(name) else { throw .noDirectoryObject(name) }
    if rest.first == "planner" {
      guard person.id == call.caller.id else { throw .notPermitted }
      return try ownPlanner(call, Array(rest.dropFirst()))
    }
    return try self.person(call, person, rest)
  }

  func person(_ call: GraphCall, _ person: Person, _ rest: [String]) throws(GraphFault) -> GraphReply {
    switch rest.first?.lowercased() {
    case nil:
      try mustRead(call)
      let fields = UserFields(call)
      return call.entity("users\(fields.contextSuffix)/$entity") { fields.writeMembers(person, to: &$0) }
    case "joinedteams" where rest.count == 1:
      try mustRead(call)
      return try call.list(joined(by: person), context: "teams") { $1.team($0, tenant: tenantID) }
    case "memberof" where rest.count == 1:
      try mustRead(call)
      return try call.list(joined(by: person), context: "directoryObjects") { $1.group($0, isTyped: true) }
    default: throw .noResource(call.url)
    }
  }

  private func joined(by person: Person) -> [Team] { teams.filter { $0.members.contains(person.id) } }

  func group(_ call: GraphCall, _ rest: [String]) throws(GraphFault) -> GraphReply {
    let team = try team(rest.first, call)
    switch rest.dropFirst().map({ $0.lowercased() }) {
    case []:
      try mustRead(call)
      return call.entity("groups/$entity") { $0.groupMembers(team, isTyped: false) }
    case ["members"]:
      try mustRead(call)
      guard team.members.contains(call.caller.id) || team.owners.contains(call.caller.id) else { throw .noPrivileges }
      let fields = UserFields(call, isTyped: true)
      let members = team.members.compactMap { person($0) }
      return try call.list(members, context: "directoryObjects\(fields.contextSuffix)") { fields.write($0, to: &$1) }
    case ["planner", "plans"]:
      try mustRead(call)
      guard team.members.contains(call.caller.id) else { throw .notPermitted }
      return try call.list(planner.plans(of: team.id), context: "groups('\(team.id)')/planner/plans") {
        $1.plan($0, world: self)
      }
    default: throw .noResource(call.url)
    }
  }

  func team(_ call: GraphCall, _ rest: [String]) throws(GraphFault) -> GraphReply {
    let team = try team(rest.first, call)
    guard rest.count == 1 else { throw .noResource(call.url) }
    try mustRead(call)
    guard team.members.contains(call.caller.id) else { throw .noPrivileges }
    return call.entity("teams/$entity") { $0.teamMembers(team, tenant: tenantID) }
  }

  private func team(_ id: String?, _ call: GraphCall) throws(GraphFault) -> Team {
    guard let id else { throw .noResource(call.url) }
    guard let team = teams.first(where: { $0.id == id.lowercased() }) else { throw .noDirectoryObject(id) }
    return team
  }
}
