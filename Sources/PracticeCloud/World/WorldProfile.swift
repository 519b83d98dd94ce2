import StoreModel

extension World {
  /// What headquarters gives out for a register of a store; nil for a store there is not.
  func profile(store number: String, register: String) -> StoreProfile? {
    var profile = headquarters.distributed[number]
    profile?.register = register
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
