public import StoreModel

/// Who works where: a CSV with STORE, OBJECTID, USERNAME, NAME, ROLE and ALLOWTASKMANAGEMENT.
///
/// OBJECTID is the account's object id in Entra; the names that Entra's own export gives the columns of the account
/// (`id`, `userPrincipalName`, `displayName`) do as well. Somebody who works in several stores has a row for each.
public struct StaffList: Hashable, Sendable {
  /// Somebody who works in a store.
  public struct Entry: Hashable, Sendable {
    /// Store number, leading zeros kept.
    public var store: String
    /// Who it is, and as what.
    public var member: StoreProfile.Member
  }

  /// Everybody, in the order of the file.
  public private(set) var entries: [Entry] = []

  private static let columns: [CSVColumns.Column] = [
    .init(name: "STORE", others: ["SOURCEID", "STORENUMBER"]), .init(name: "OBJECTID", others: ["id", "OBJECT ID"]),
    .init(name: "USERNAME", others: ["userPrincipalName", "UPN"]), .init(name: "NAME", others: ["displayName"]),
    .init(name: "ROLE"), .init(name: "ALLOWTASKMANAGEMENT", others: ["ALLOW TASK MANAGEMENT"]),
  ]

  /// Reads the file's bytes; throws everything that is wrong with it.
  public init(csv bytes: [UInt8]) throws(DocumentFaults) {
    var faults: [DocumentFault] = []
    let table = CSVColumns(bytes, columns: StaffList.columns, faults: &faults)
    var seen: [String: Int] = [:]
    for record in table.records {
      if let entry = StaffList.entry(record, &faults) { entries.append(entry) }
      let person = record["OBJECTID"].lowercased()
      let key = record["STORE"] + " " + person
      if let first = seen[key] {
        faults.append(DocumentFault(record.place("OBJECTID"), .again(person, first: first)))
      } else {
        seen[key] = record.number
      }
    }
    if !faults.isEmpty { throw DocumentFaults(faults) }
  }

  private static func entry(_ record: CSVColumns.Record, _ faults: inout [DocumentFault]) -> Entry? {
    let before = faults.count
    func fault(_ name: String, _ expected: DocumentFault.Expected) {
      let kind = DocumentFault.Kind.wrongValue(key: name, value: record[name], expected: expected)
      faults.append(DocumentFault(record.place(name), kind))
    }
    if !record["STORE"].isStoreNumber { fault("STORE", .storeNumber) }
    if !record["OBJECTID"].isGUID { fault("OBJECTID", .guid) }
    if record["USERNAME"].isEmpty { fault("USERNAME", .text) }
    let role = WorkerRole(written: record["ROLE"])
    if role == nil { fault("ROLE", .role) }
    let allowed = record["ALLOWTASKMANAGEMENT"]
    let mayManage = allowed.isEmpty ? false : allowed.flag
    if mayManage == nil { fault("ALLOWTASKMANAGEMENT", .flag) }
    guard faults.count == before, let role, let mayManage else { return nil }
    let member = StoreProfile.Member(
      user: UserID(rawValue: record["OBJECTID"].lowercased()), username: record["USERNAME"],
      displayName: record["NAME"], role: role, mayManageTasks: mayManage)
    return Entry(store: record["STORE"], member: member)
  }

  /// Who works in a store; throws when nobody does, for a profile without workers would let everybody in.
  public func members(of store: String) throws(DocumentFaults) -> [StoreProfile.Member] {
    let members = entries.filter { $0.store == store }.map(\.member)
    guard members.isEmpty else { return members }
    let alike = entries.first { $0.store.isAlike(storeNumber: store) }?.store
    let kind = alike.map { DocumentFault.Kind.noSuchStore(store, alike: $0) } ?? .nobodyWorks(store: store)
    throw DocumentFaults([DocumentFault(.whole, kind)])
  }

  /// The accounts that work in other stores only, each with the first of them.
  public func others(than store: String) -> [StoreProfile.Neighbour] {
    let own = Set(entries.filter { $0.store == store }.map(\.member.user))
    var seen = own
    return entries.compactMap { entry in
      seen.insert(entry.member.user).inserted
        ? StoreProfile.Neighbour(user: entry.member.user, storeNumber: entry.store) : nil
    }
  }
}
