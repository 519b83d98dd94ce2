import CloudWire

// A scenario file is JSON. `?` marks what may be left out; every other field has to be there, and an unknown one is an error.
//
//   format      1
//   extends?    name of a scenario of this program that this one changes: members given here replace its members; staff
//               (by account) and stores (by number) are changed one by one, and null takes a member away
//   about?      what the world is for, for people who read the file
//   chain       name of the chain
//   tenant      {name, domain}
//   utcOffset?  what wall times are ahead of UTC: "+01:00"
//   staff       [{account, name, password, role: worker|manager|regional|communications, store?, mayManageTasks?,
//               taskManager?, mapped?}]
//   stores      [{number, name, team?: {name, about, owners?: [account], members?: [account], linked?}, publishedTo?: plan title}]
//               owners: the store's managers unless said; members: all who work in the store unless said
//   plans       [{store, title, author: account, sharedWith?: [account], categories?: {category1: "Cold chain"}, buckets}]
//   buckets     [{name, tasks}]
//   tasks       [{title, note?, checklist?: {"step": ticked}, links?: [{address, alias, kind?}], priority?: 0–10, percent?: 0–100,
//                 assigned?: [account], categories?: [category1…], start?, due?, completed?, completedBy?: account, published?}]
//   headquarters? {integration?, licences?, distributed?, communicationsTeam?, leavers?: [account], uploaded?: hierarchy,
//               hierarchies?: [{name, purposes, nodes: [{name, parent?, store?}]}]}
//   generated?  how many generated tasks the first store has beside its own
//   moments     "-1h30m", "+45m": from the start of the world, rounded down to a quarter of an hour;
//               "+4d 17:00": that day, at that time on the wall (see `ScenarioMoment`)
extension Scenario {
  /// Reads a scenario file; `name` is what errors call it.
  public static func read(_ bytes: [UInt8], name: String) throws(ScenarioError) -> Scenario {
    var document = try extended(document(bytes, name: name), name: name).object ?? [:]
    document["extends"] = nil
    let root = try ScenarioNode(.object(document), scenario: name, path: "")
    try root.allow([
      "format", "extends", "about", "chain", "tenant", "utcOffset", "staff", "stores", "plans", "headquarters",
      "generated",
    ])
    guard root.has("format") else { throw .missing(scenario: name, at: "format") }
    let format = try root.number("format", in: 0...Int.max, default: 0)
    guard format == 1 else { throw .unknownFormat(scenario: name, found: format) }
    let tenant = try root.node("tenant")
    try tenant.allow(["name", "domain"])
    var scenario = Scenario(
      name: name, chain: try root.text("chain"), tenantName: try tenant.text("name"),
      domain: try tenant.text("domain").lowercased(), offsetMinutes: try offset(root), staff: [], stores: [], plans: [])
    try scenario.readStaff(root.nodes("staff"))
    try scenario.readStores(root.nodes("stores"))
    try scenario.checkStaffStores(root.nodes("staff"))
    if root.has("headquarters") { try scenario.readHeadquarters(root.node("headquarters")) }
    try scenario.readPlans(root.nodes("plans"))
    scenario.document = JSON.object(document).bytes
    scenario.generatedTasks = try root.number("generated", in: 0...1_000_000, default: 0)
    return scenario
  }

  static func document(_ bytes: [UInt8], name: String) throws(ScenarioError) -> JSON {
    do { return try JSON.parse(bytes) } catch {
      let before = bytes.prefix(error.offset)
      let line = before.count { $0 == 0x0A }
      let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      throw .unreadable(scenario: name, line: line + 1, column: before.count - lineStart + 1)
    }
  }

  private static func offset(_ root: ScenarioNode) throws(ScenarioError) -> Int {
    guard let text = try root.optionalText("utcOffset") else { return 0 }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard text.utf8.count == 6, "+-".contains(text.prefix(1)), parts.count == 2, let hours = Int(parts[0]),
      let minutes = Int(parts[1]), (0...14).contains(hours), (0..<60).contains(minutes)
    else { throw root.bad("utcOffset", text, "an offset such as +01:00") }
    return (text.hasPrefix("-") ? -1 : 1) * (hours * 60 + minutes)
  }

  func accounts(_ node: ScenarioNode, _ field: String) throws(ScenarioError) -> [String]? {
    guard let names = try node.texts(field) else { return nil }
    for (index, account) in names.enumerated() {
      try know(account, at: node.place("\(field)[\(index)]"))
      if names[..<index].contains(account) {
        throw .duplicate(scenario: name, at: node.place("\(field)[\(index)]"), name: account)
      }
    }
    return names
  }

  func account(_ node: ScenarioNode, _ field: String) throws(ScenarioError) -> String? {
    guard node.has(field) else { return nil }
    let account = try node.text(field)
    try know(account, at: node.place(field))
    return account
  }

  private func know(_ account: String, at place: String) throws(ScenarioError) {
    guard staff.contains(where: { $0.account == account }) else {
      throw .unresolved(scenario: name, at: place, name: account)
    }
  }
}
