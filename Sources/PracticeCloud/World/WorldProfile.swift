import StoreModel

extension World {
  /// What headquarters gives out for a register of a store; nil for a store there is not.
  func profile(store number: String, register: String) -> StoreProfile? {
    guard var profile = headquarters.distributed[number] else { return nil }
    profile.register = register
    let others = headquarters.distributed.filter { $0.key != number }.sorted { $0.key < $1.key }
    profile.neighbours = others.flatMap { store, other in
      other.members.map { StoreProfile.Neighbour(user: $0.user, storeNumber: store) }
    }
    return profile
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
