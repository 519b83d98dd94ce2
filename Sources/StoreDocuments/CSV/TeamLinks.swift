/// Which team each store has: the CSV that headquarters exports and imports for stores with existing teams.
///
/// Columns SOURCETYPE (`RetailStore`), SOURCEID (the store number, leading zeros kept) and TEAMID (a GUID; empty while
/// the store has no team).
public struct TeamLinks: Hashable, Sendable {
  private var teams: [String: String?] = [:]

  /// Numbers of all stores in it, in order.
  public var stores: [String] { teams.keys.sorted() }

  /// Reads the file's bytes; throws everything that is wrong with it.
  public init(csv bytes: [UInt8]) throws(DocumentFaults) {
    var faults: [DocumentFault] = []
    let columns = ["SOURCETYPE", "SOURCEID", "TEAMID"].map { CSVColumns.Column(name: $0) }
    let table = CSVColumns(bytes, columns: columns, faults: &faults)
    var storeRows: [String: Int] = [:]
    var teamRows: [String: Int] = [:]
    for record in table.records {
      faults += TeamLinks.faults(record)
      let (store, team) = (record["SOURCEID"], record["TEAMID"].lowercased())
      if let first = storeRows[store] {
        faults.append(DocumentFault(record.place("SOURCEID"), .again(store, first: first)))
      }
      if !team.isEmpty, let first = teamRows[team] {
        faults.append(DocumentFault(record.place("TEAMID"), .again(team, first: first)))
      }
      storeRows[store] = storeRows[store] ?? record.number
      if !team.isEmpty { teamRows[team] = teamRows[team] ?? record.number }
      teams[store] = .some(team.isEmpty ? nil : team)
    }
    if !faults.isEmpty { throw DocumentFaults(faults) }
  }

  private static func faults(_ record: CSVColumns.Record) -> [DocumentFault] {
    var faults: [DocumentFault] = []
    func check(_ name: String, _ expected: DocumentFault.Expected, _ isRight: (String) -> Bool) {
      guard !isRight(record[name]) else { return }
      let kind = DocumentFault.Kind.wrongValue(key: name, value: record[name], expected: expected)
      faults.append(DocumentFault(record.place(name), kind))
    }
    check("SOURCETYPE", .sourceType) { $0.lowercased() == "retailstore" }
    check("SOURCEID", .storeNumber) { $0.isStoreNumber }
    check("TEAMID", .guid) { $0.isEmpty || $0.isGUID }
    return faults
  }

  /// The team of a store, nil for a store that has none; throws for a store that is not in the file.
  public func team(of store: String) throws(DocumentFaults) -> String? {
    guard let team = teams[store] else {
      let alike = stores.first { $0.isAlike(storeNumber: store) }
      throw DocumentFaults([DocumentFault(.whole, .noSuchStore(store, alike: alike))])
    }
    return team
  }
}
