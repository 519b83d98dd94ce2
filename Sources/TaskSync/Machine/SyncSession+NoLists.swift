import StoreModel

extension SyncSession {
  /// Whether the store works with Planner as far as its terminals were told: the integration is on and it has a team.
  ///
  /// Where it does not, nothing is shown, tasks of the worker that Graph knows not either.
  var worksWithPlanner: Bool { profile.map { $0.isIntegrationOn && $0.teamID != nil } ?? true }

  /// Teams whose lists are read, as the store profile says; nil without a profile.
  var profileTeams: [String]? {
    profile.map { worksWithPlanner ? [$0.teamID].compactMap(\.self) : [] }
  }

  /// Whether Graph has to be asked for teams only to tell why the profile names none; once, and when the worker asks.
  var wantsReasonFromGraph: Bool {
    guard let profile, profile.isIntegrationOn, profile.teamID == nil else { return false }
    return teams == nil || round?.isThorough == true
  }

  /// Why there are no lists at all: from what the profile says, and what Graph knows beyond it.
  func noListsReason(_ round: SyncRound) -> SyncStanding.NoListsReason? {
    guard replica.lists.isEmpty, !round.isIncomplete else { return nil }
    if let profile {
      if !profile.isIntegrationOn { return .integrationOff }
      if profile.teamID == nil { return whyNoTeam(profile) }
      if round.teamHasLists { return .notDistributed }
    } else if teams?.isEmpty != false {
      return .notMember
    }
    return round.isRefused ? .notMember : .noPlans
  }

  /// A team that Teams has and the profile does not was not distributed; a store without managers has none (FAQ).
  private func whyNoTeam(_ profile: StoreProfile) -> SyncStanding.NoListsReason {
    guard let teams else { return .teamUnclear }
    let names = [profile.storeName, profile.storeNumber].map { $0.lowercased() }.filter { !$0.isEmpty }
    let isThere = teams.contains { team in names.contains { team.name.lowercased().contains($0) } }
    if isThere { return .notDistributed }
    if profile.members.isEmpty { return .teamUnclear }
    return profile.members.contains { $0.role == .storeManager } ? .notProvisioned : .storeHasNoTeam
  }
}
