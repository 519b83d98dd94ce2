import CloudWire
import HTTPTypes
import StoreModel

extension PracticeCloud {
  /// Calls of headquarters that only look.
  static let headquartersGets = ["hq/profile", "hq/hierarchy", "hq/teams"]
  /// Calls that look with GET and change with POST.
  static let headquartersBoth = [
    "hq/stores", "hq/staff", "hq/roles", "hq/hierarchies", "hq/link-teams", "hq/publish", "hq/reports",
  ]
  /// Calls that only change.
  static let headquartersPosts = ["hq/provision", "hq/sync", "hq/distribute", "hq/integration", "hq/licences"]

  /// What headquarters knows.
  func lookAtHeadquarters(_ call: String, _ exchange: Exchange) throws(ControlProblem) -> JSON {
    switch call {
    case "hq/stores": return world.storesJSON
    case "hq/teams": return world.teamsJSON
    case "hq/staff": return .array(world.people.map { world.json($0) })
    case "hq/roles": return world.rolesJSON
    case "hq/hierarchies": return hierarchiesJSON
    case "hq/hierarchy":
      return ["csv": .string(try world.targetingFile(of: exchange.required("name", "Add ?name=HIERARCHY.")))]
    case "hq/link-teams": return ["csv": .string(world.teamLinksFile)]
    case "hq/publish": return .array(world.headquarters.publications.map { world.json($0) })
    case "hq/reports":
      let word = exchange.address.value("by") ?? "list"
      guard let grouping = PublicationReport.Grouping(rawValue: word) else {
        throw .wrong("by", "\(word) is not known here.", "Use list, store or task.")
      }
      return .array(try world.report(by: grouping, list: exchange.address.value("list")).lines.map(\.json))
    default:
      let store = try exchange.required("store", "Add ?store=NUMBER&register=NUMBER.")
      return try profile(store: store, register: exchange.address.value("register") ?? "1").json
    }
  }

  /// Changes something at headquarters; all of it or nothing.
  func changeHeadquarters(_ call: String, _ bytes: [UInt8]) throws(ControlProblem) -> JSON? {
    let now = clock.now().wall
    switch call {
    case "hq/staff": return try changeStaff(HeadquartersBody(bytes, HeadquartersBody.staff))
    case "hq/roles": return try changeRoles(HeadquartersBody(bytes, HeadquartersBody.roles))
    case "hq/hierarchies": return try changeHierarchies(HeadquartersBody(bytes, HeadquartersBody.hierarchies))
    case "hq/provision":
      let body = try ControlBody(bytes, allowing: ["store"])
      return .array(try world.provision(store: body.optionalText("store"), now: now).map { world.json($0) })
    case "hq/sync":
      _ = try ControlBody(bytes, allowing: [])
      return .array(try world.provision(store: nil, now: now).map { world.json($0) })
    case "hq/link-teams":
      let body = try ControlBody(bytes, allowing: ["csv", "store", "team"])
      let csv =
        if let store = try body.optionalText("store") {
          try world.teamLink(store: store, team: body.text("team"))
        } else {
          try body.text("csv")
        }
      let links = try world.linkTeams(Array(csv.utf8))
      return .array(links.map { ["store": .string($0.store), "teamId": .string($0.team)] })
    case "hq/distribute":
      _ = try ControlBody(bytes, allowing: [])
      return .array(world.distribute(now: now).map(\.json))
    case "hq/integration":
      world.headquarters.isIntegrationOn = try switched(bytes)
      return nil
    case "hq/licences":
      world.headquarters.hasTeamsLicences = try switched(bytes)
      return nil
    case "hq/publish": return try publish(HeadquartersBody(bytes, HeadquartersBody.publish), now: now)
    default: throw .wrongMethod(call, "GET")
    }
  }

  private func switched(_ bytes: [UInt8]) throws(ControlProblem) -> Bool {
    guard let isOn = try ControlBody(bytes, allowing: ["on"]).truth("on") else {
      throw .missing("on", "Send true or false.")
    }
    return isOn
  }

  private func changeStaff(_ request: HeadquartersBody) throws(ControlProblem) -> JSON {
    let body = request.fields
    if request.action == "hire" {
      let role = try body.word("role", as: SecurityRole.self) ?? .worker
      let hiring = Hiring(
        account: try body.text("username"), name: try body.text("name"), role: role,
        store: try body.optionalText("store"))
      var changed = world
      let person = try changed.hire(hiring)
      world = changed
      return world.json(person)
    }
    let person = try person(named: body.text("username"))
    switch request.action {
    case "dismiss": world.dismiss(person)
    case "map": world.map(person, isMapped: true)
    default: world.map(person, isMapped: false)
    }
    return world.json(try self.person(named: person.id))
  }

  private func changeRoles(_ request: HeadquartersBody) throws(ControlProblem) -> JSON {
    let body = request.fields
    let person = try person(named: body.text("username"))
    guard let role = try body.word("role", as: SecurityRole.self) else {
      throw .missing("role", "Use one of: \(SecurityRole.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    let author = try body.optionalText("by").map { name throws(ControlProblem) in try self.person(named: name) }
    try world.change(role, of: person, isGiven: request.action == "assign", by: author)
    return world.json(try self.person(named: person.id))
  }
}

extension Exchange {
  func required(_ name: String, _ help: String) throws(ControlProblem) -> String {
    guard let value = address.value(name), !value.isEmpty else { throw .missing(name, help) }
    return value
  }
}
