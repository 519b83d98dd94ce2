import StoreModel

extension World {
  /// A world at its start.
  ///
  /// - Parameters:
  ///   - now: what the scenario's moments count from.
  ///   - seed: the same seed makes the same ids.
  ///   - extraTasks: this many more tasks in the first store's lists, generated, for measurements.
  init(scenario: Scenario, now: Timestamp, seed: UInt64 = 1, extraTasks: Int = 0) {
    var random = SeededRandom(seed: seed)
    self.scenario = scenario
    started = now
    tenantID = random.guid()
    tenantDomain = scenario.domain
    clientID = random.guid()
    people = []
    teams = []
    stores = []
    identity = IdentityDesk()
    planner = PlannerDesk()
    headquarters = Headquarters()
    self.random = random
    for staff in scenario.staff { enrol(staff) }
    for store in scenario.stores { open(store) }
    for plan in scenario.plans { setUp(plan) }
    let generated = extraTasks + scenario.generatedTasks
    if generated > 0 { generate(generated, seed: seed) }
    openHeadquarters()
    planner.touched = PlannerTouches()
  }

  private mutating func enrol(_ staff: Scenario.Staff) {
    people.append(
      Person(
        id: random.guid(), username: "\(staff.account)@\(tenantDomain)", password: staff.password,
        displayName: staff.name, role: staff.role, store: staff.store, mayManageTasks: staff.mayManageTasks,
        isTaskManager: staff.isTaskManager, isMapped: staff.isMapped))
  }

  private mutating func open(_ store: Scenario.Store) {
    var opened = PracticeStore(
      number: store.number, name: store.name, teamID: nil, planIDs: [], publishedPlan: store.publishedPlan)
    if let crew = store.team {
      let team = Team(
        id: random.guid(), name: crew.name, about: crew.about, owners: crew.owners.compactMap(id(ofAccount:)),
        members: crew.members.compactMap(id(ofAccount:)))
      teams.append(team)
      if crew.isLinked { opened.teamID = team.id }
    }
    stores.append(opened)
  }

  /// Object id of an account of the scenario.
  func id(ofAccount account: String) -> String? { person("\(account)@\(tenantDomain)")?.id }
}
