import StoreModel

/// What provisioning did for one store.
struct Provisioned: Hashable, Sendable {
  enum Outcome: String, Hashable, Sendable {
    /// A team and a plan were made.
    case created
    /// Owners or members changed.
    case updated
    case unchanged
    /// No managers, so no team (FAQ).
    case noManagers = "no-managers"
    /// The team stays, but nobody owns it: its managers have left (FAQ).
    case noOwners = "no-owners"
    /// Nobody has a licence that includes Teams.
    case noLicence = "no-licence"
  }
  var store: String
  var outcome: Outcome
}

extension World {
  /// Makes and updates teams for one store or all of them, and the communications team, as Commerce does.
  ///
  /// A store's managers become owners, its workers members; each team gets a plan. Terminals learn of it with the next
  /// distribution.
  mutating func provision(store number: String?, now: Timestamp) throws(ControlProblem) -> [Provisioned] {
    guard headquarters.isIntegrationOn else {
      throw ControlProblem(
        status: 409, what: "The Teams integration is switched off.", place: "integration",
        help: "Switch it on first: tillside-cloud hq integration on")
    }
    try checkRegionalManagers()
    var places = Array(stores.indices)
    if let number { places = [try place(ofStore: number)] }
    var results: [Provisioned] = []
    for place in places { results.append(Provisioned(store: stores[place].number, outcome: provision(place, now))) }
    if headquarters.hasTeamsLicences { gatherCommunicationsTeam() }
    return results
  }

  /// Regional managers publish to their stores, so each has to be a Retail task manager first.
  private func checkRegionalManagers() throws(ControlProblem) {
    let problems = people.filter { $0.role == .regional && !$0.isTaskManager && !$0.hasLeft }.map { person in
      ControlProblem(
        status: 422, what: "\(person.displayName) is a regional manager without the Retail task manager role.",
        place: person.username, help: "Run: tillside-cloud hq roles assign \(person.username) retail-task-manager")
    }
    if let problem = ControlProblem(all: problems) { throw problem }
  }

  private mutating func provision(_ place: Int, _ now: Timestamp) -> Provisioned.Outcome {
    let store = stores[place]
    let crew = crew(ofStore: store.number)
    let managers = crew.filter { $0.role == .manager }.map(\.id)
    guard headquarters.hasTeamsLicences else { return .noLicence }
    guard let team = teams.firstIndex(where: { $0.id == store.teamID }) else {
      guard let author = managers.first else { return .noManagers }
      let made = Team(
        id: random.guid(), name: "\(scenario.chain) \(store.number) \(store.name)",
        about: "Store \(store.number), \(store.name)", owners: managers, members: crew.map(\.id))
      teams.append(made)
      stores[place].teamID = made.id
      stores[place].planIDs = [makePlan("Store \(store.number)", in: made, by: author, now: now)]
      return .created
    }
    let before = (Set(teams[team].owners), Set(teams[team].members))
    if !managers.isEmpty { teams[team].owners = managers }
    teams[team].members = crew.map(\.id)
    if managers.isEmpty { return .noOwners }
    if stores[place].planIDs.isEmpty, let author = managers.first {
      stores[place].planIDs = [makePlan("Store \(store.number)", in: teams[team], by: author, now: now)]
      return .updated
    }
    return before == (Set(teams[team].owners), Set(teams[team].members)) ? .unchanged : .updated
  }

  private mutating func makePlan(_ title: String, in team: Team, by author: String, now: Timestamp) -> String {
    let plan = PracticePlan(
      id: PlannerID.make(&random), title: title, groupID: team.id, creator: author, created: now, sharedWith: [],
      categories: [:])
    planner.add(plan)
    planner.add(
      PracticeBucket(
        id: PlannerID.make(&random), planID: plan.id, name: "To do", orderHint: OrderHint.ofScenario(0)))
    return plan.id
  }

  /// One team for everybody who publishes: regional managers and communications managers.
  mutating func gatherCommunicationsTeam() {
    let publishers = people.filter { !$0.hasLeft && ($0.role == .regional || $0.isTaskManager) }.map(\.id)
    guard !publishers.isEmpty else { return }
    if let index = teams.firstIndex(where: { $0.id == headquarters.communicationsTeam }) {
      teams[index].owners = publishers
      teams[index].members = publishers
      return
    }
    let team = Team(
      id: random.guid(), name: "\(scenario.chain) communications", about: "Publishes task lists to the stores",
      owners: publishers, members: publishers)
    teams.append(team)
    headquarters.communicationsTeam = team.id
  }
}
