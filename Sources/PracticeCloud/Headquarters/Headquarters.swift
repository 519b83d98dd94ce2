import StoreModel

/// What headquarters keeps and Graph knows nothing of: hierarchies, the integration's switch, what terminals were told,
/// what was published.
struct Headquarters: Hashable, Codable, Sendable {
  /// Whether the Teams integration is switched on; terminals learn of it with the next distribution.
  var isIntegrationOn = true
  /// Whether the tenant's accounts have licences that include Teams.
  var hasTeamsLicences = true
  var hierarchies: [OrganizationHierarchy] = []
  /// Group of the team that publishes; nil before the first provisioning.
  var communicationsTeam: String?
  /// The team targeting hierarchy in force: the last good upload.
  var targeting: TargetingHierarchy?
  /// The last upload, good or not.
  var lastUpload: HierarchyUpload?
  /// Lists of head office, oldest first.
  var publications: [Publication] = []
  /// What the last distribution job told terminals, by store number; the register is each terminal's own.
  var distributed: [String: StoreProfile] = [:]
}

extension World {
  /// Index of a store; its number is compared as it is written, leading zeros included.
  func place(ofStore number: String) throws(ControlProblem) -> Int {
    guard let place = stores.firstIndex(where: { $0.number == number }) else {
      throw .unknownStore(number, known: stores.map(\.number))
    }
    return place
  }

  /// Everybody on the payroll whose account is mapped to a worker of this store.
  func crew(ofStore number: String) -> [Person] {
    people.filter { $0.store == number && !$0.hasLeft && $0.isMapped }
  }
}

extension ControlProblem {
  static func unknownStore(_ number: String, known: [String]) -> ControlProblem {
    let zeros = known.first { $0 != number && Int($0) == Int(number) && Int(number) != nil }
    return ControlProblem(
      status: 404, what: "There is no store \(number).", place: "store",
      help: zeros.map { "Did a spreadsheet drop the leading zeros of \($0)?" }
        ?? "Stores are: " + known.joined(separator: ", ") + ".")
  }
}
