import StoreModel

extension World {
  /// What headquarters gives out for a register of a store; nil for a store there is not.
  func profile(store number: String, register: String) -> StoreProfile? {
    guard let store = stores.first(where: { $0.number == number }) else { return nil }
    let members = people.filter { $0.store == number }.map { person in
      StoreProfile.Member(
        user: UserID(rawValue: person.id), username: person.username, displayName: person.displayName,
        role: person.role.inStore, mayManageTasks: person.mayManageTasks)
    }
    return StoreProfile(
      storeNumber: store.number, chain: scenario.chain, storeName: store.name, register: register,
      teamID: store.teamID, planIDs: store.planIDs, members: members, issued: started)
  }
}

extension Person.Role {
  /// The role as the terminal knows it.
  var inStore: WorkerRole {
    switch self {
    case .worker: .worker
    case .manager: .storeManager
    case .regional: .regionalManager
    case .communications: .communicationsManager
    }
  }
}
