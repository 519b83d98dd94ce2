import StoreModel

extension World {
  /// Puts headquarters where the scenario has it: what was provisioned, uploaded, left and told before the first day.
  mutating func openHeadquarters() {
    let start = scenario.headquarters
    headquarters.isIntegrationOn = start.isIntegrationOn
    headquarters.hasTeamsLicences = start.hasTeamsLicences
    headquarters.hierarchies = start.hierarchies
    if start.hasCommunicationsTeam { gatherCommunicationsTeam() }
    if let name = start.uploaded, let file = try? targetingFile(of: name) {
      headquarters.targeting = TargetingFile(Array(file.utf8)).hierarchy
    }
    for account in start.leavers { if let person = id(ofAccount: account).flatMap({ person($0) }) { dismiss(person) } }
    _ = distribute(now: started)
    guard !start.isDistributed else { return }
    for store in stores {
      headquarters.distributed[store.number]?.teamID = nil
      headquarters.distributed[store.number]?.planIDs = []
    }
  }
}
