import StoreModel

/// What a distribution job changed for the terminals of one store.
struct DistributedStore: Hashable, Sendable {
  enum Part: String, Hashable, Sendable, CaseIterable { case team, lists, staff, integration }
  var store: String
  var changed: [Part]
}

extension World {
  /// Runs the distribution job (staff 1060, channel configuration 1070): terminals learn what headquarters knows now.
  mutating func distribute(now: Timestamp) -> [DistributedStore] {
    stores.map { store in
      var told = profileNow(of: store)
      told.issued = now
      let before = headquarters.distributed[store.number]
      headquarters.distributed[store.number] = told
      return DistributedStore(
        store: store.number, changed: before?.parts(changedIn: told) ?? DistributedStore.Part.allCases)
    }
  }

  /// What a terminal of this store would be told if the job ran now.
  func profileNow(of store: PracticeStore) -> StoreProfile {
    let members = crew(ofStore: store.number).map { person in
      StoreProfile.Member(
        user: UserID(rawValue: person.id), username: person.username, displayName: person.displayName,
        role: person.role.inStore, mayManageTasks: person.mayManageTasks)
    }
    return StoreProfile(
      storeNumber: store.number, chain: scenario.chain, storeName: store.name, register: "", teamID: store.teamID,
      planIDs: store.planIDs, members: members, isIntegrationOn: headquarters.isIntegrationOn, issued: nil)
  }
}

extension StoreProfile {
  fileprivate func parts(changedIn next: StoreProfile) -> [DistributedStore.Part] {
    DistributedStore.Part.allCases.filter { part in
      switch part {
      case .team: teamID != next.teamID
      case .lists: planIDs != next.planIDs
      case .staff: members != next.members
      case .integration: isIntegrationOn != next.isIntegrationOn
      }
    }
  }
}
