import StoreModel

/// The CSV that links teams which exist already to stores: SOURCETYPE, SOURCEID, TEAMID (FAQ, map-stores-existing-teams).
enum TeamLinks {
  static let columns = ["SOURCETYPE", "SOURCEID", "TEAMID"]
  static let sourceType = "RetailStore"

  /// One good row.
  struct Link: Hashable, Sendable {
    var store: String
    var team: String
  }
}

extension World {
  /// Links teams to stores, all rows or none; every mistake is named with its row and column.
  ///
  /// A row without a team leaves its store as it is: headquarters exports every store.
  mutating func linkTeams(_ csv: [UInt8]) throws(ControlProblem) -> [TeamLinks.Link] {
    let table: CSVTable
    do throws(CSVFault) { table = try CSVTable(csv) } catch { throw .table(error) }
    guard table.header == TeamLinks.columns else {
      throw .cell(
        row: 1, "SOURCETYPE", "The header is not \(TeamLinks.columns.joined(separator: ",")).",
        "Export the file from headquarters and fill in TEAMID only.")
    }
    var problems: [ControlProblem] = []
    var links: [TeamLinks.Link] = []
    for row in table.rows {
      let found = mistakes(in: row, before: links)
      problems += found
      if found.isEmpty, !row.cells[2].isEmpty {
        links.append(TeamLinks.Link(store: row.cells[1], team: row.cells[2].lowercased()))
      }
    }
    if let problem = ControlProblem(all: problems) { throw problem }
    for link in links {
      guard let place = stores.firstIndex(where: { $0.number == link.store }) else { continue }
      stores[place].teamID = link.team
      stores[place].planIDs = planner.plans(of: link.team).map(\.id)
    }
    return links
  }

  /// The file as headquarters exports it: every store, with its team where it has one.
  var teamLinksFile: String {
    let rows = stores.map { CSVTable.line([TeamLinks.sourceType, $0.number, $0.teamID ?? ""]) }
    return ([TeamLinks.columns.joined(separator: ",")] + rows).joined(separator: "\r\n") + "\r\n"
  }

  /// A file that links one store, to a team by its id or its name.
  func teamLink(store: String, team: String) throws(ControlProblem) -> String {
    let named = teams.filter { $0.name.lowercased() == team.lowercased() }
    guard named.count < 2 else {
      throw .wrong("team", "Several teams are called \(team).", "Give the team's id.")
    }
    let row = CSVTable.line([TeamLinks.sourceType, store, named.first?.id ?? team])
    return TeamLinks.columns.joined(separator: ",") + "\r\n" + row + "\r\n"
  }

  private func mistakes(in row: CSVTable.Row, before links: [TeamLinks.Link]) -> [ControlProblem] {
    guard row.cells.count == 3 else {
      return [.cell(row: row.number, nil, "The row has \(counted(row.cells.count, "cell")).", "Every row has three.")]
    }
    let (type, store, team) = (row.cells[0], row.cells[1], row.cells[2].lowercased())
    var problems: [ControlProblem] = []
    func add(_ column: Int, _ what: String, _ help: String) {
      problems.append(.cell(row: row.number, TeamLinks.columns[column], what, help))
    }
    if type != TeamLinks.sourceType { add(0, "\(type) is not RetailStore.", "Write RetailStore.") }
    if !stores.contains(where: { $0.number == store }) {
      let unknown = ControlProblem.unknownStore(store, known: stores.map(\.number))
      add(1, unknown.what, unknown.help)
    } else if links.contains(where: { $0.store == store }) {
      add(1, "Store \(store) stands in an earlier row.", "Give each store one row.")
    }
    if team.isEmpty { return problems }
    if !GroupID.isWellFormed(team) {
      add(2, "\(row.cells[2]) is no team id.", "A team id is a GUID: its group's id.")
    } else if !teams.contains(where: { $0.id == team }) {
      add(2, "The tenant has no team \(team).", "Copy the id from the link to the team in Teams.")
    } else if links.contains(where: { $0.team == team })
      || stores.contains(where: { $0.teamID == team && $0.number != store })
    {
      add(2, "The team \(team) is linked to another store.", "A team belongs to one store.")
    }
    return problems
  }
}

/// Ids of groups and teams: GUIDs.
enum GroupID {
  static func isWellFormed(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts.joined().allSatisfy(\.isHexDigit)
  }
}

extension ControlProblem {
  static func cell(row: Int, _ column: String?, _ what: String, _ help: String) -> ControlProblem {
    ControlProblem(status: 422, what: what, place: "row \(row)" + (column.map { ", \($0)" } ?? ""), help: help)
  }

  static func table(_ fault: CSVFault) -> ControlProblem {
    switch fault {
    case .empty: .cell(row: 1, nil, "The file is empty.", "Send a header and at least one row.")
    case .notUTF8: .cell(row: 1, nil, "The file is not UTF-8.", "Save it as \"CSV UTF-8\".")
    case .openQuote(let row, let column):
      .cell(row: row, "column \(column)", "A quote is never closed.", "Close it, or take it away.")
    case .textAfterQuote(let row, let column):
      .cell(row: row, "column \(column)", "Text follows a closing quote.", "Put the whole cell in quotes.")
    }
  }
}
