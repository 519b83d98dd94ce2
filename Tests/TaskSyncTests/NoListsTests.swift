import StoreModel
import Testing

@testable import TaskSync

/// Why there are no lists: the one reason that what the profile says and what Graph knows leave over.
@Suite struct NoListsTests {
  static let manager = StoreProfile.Member(
    user: UserID(rawValue: "boss"), username: "boss", displayName: "Boss", role: .storeManager)
  static let worker = StoreProfile.Member(
    user: SyncStand.user, username: "worker", displayName: "A Worker", role: .worker)

  /// Where the model's team "Store" is, it is this store's by its name.
  static func profile(
    name: String = "Brackwater", team: String? = nil, plans: [String] = [], _ members: [StoreProfile.Member] = []
  ) -> StoreProfile {
    StoreProfile(
      storeNumber: "012", chain: "Contoso", storeName: name, register: "3", teamID: team, planIDs: plans,
      members: members)
  }

  static func switchedOff() -> StoreProfile {
    var profile = profile(team: "team", [manager])
    profile.isIntegrationOn = false
    return profile
  }

  static let cases: [(StoreProfile?, lists: Int, SyncStanding.NoListsReason)] = [
    (profile([worker]), 0, .storeHasNoTeam),
    (profile([worker, manager]), 0, .notProvisioned),
    (profile(name: "Store", [worker]), 0, .notDistributed),
    (profile(team: "team", plans: ["another"], [worker]), 2, .notDistributed),
    (profile(), 0, .teamUnclear),
    (switchedOff(), 2, .integrationOff),
    (profile(team: "team", [manager]), 0, .noPlans),
    (nil, 0, .noPlans),
  ]

  @Test(arguments: cases)
  func theProfileAndGraphTellWhy(_ profile: StoreProfile?, _ lists: Int, _ reason: SyncStanding.NoListsReason) {
    var stand = SyncStand(planner: ModelPlanner(lists: lists), profile: profile)
    stand.begin()
    stand.settle()
    #expect(stand.standing.noListsBecause == reason)
    #expect(stand.screen.isEmpty)
  }

  @Test func aTeamWhosePlansAreForbiddenMeansThatTheWorkerIsNoMember() {
    var stand = SyncStand(planner: ModelPlanner(lists: 1), profile: Self.profile(team: "team", [Self.worker]))
    stand.begin()
    while let next = stand.asks.first {
      if case .lists = next.request { stand.answer(.forbidden(limit: nil)) } else { stand.answer(.tasks([])) }
    }
    #expect(stand.standing.noListsBecause == .notMember)
  }

  @Test func whenGraphDoesNotTellTheReasonIsNotGuessed() {
    var stand = SyncStand(planner: ModelPlanner(lists: 0), profile: Self.profile([Self.worker]))
    stand.begin()
    while let next = stand.asks.first {
      if next.request == .teams { stand.answer(.forbidden(limit: nil)) } else { stand.answer() }
    }
    #expect(stand.standing.noListsBecause == .teamUnclear)
  }

  /// Teams may not be polled: they are asked for once, and when the worker asks.
  @Test func teamsAreAskedForOnceOnly() {
    var stand = SyncStand(planner: ModelPlanner(lists: 0), profile: Self.profile([Self.worker]))
    stand.begin()
    stand.settle()
    for _ in 0..<3 {
      stand.now = Now(instant: stand.now.instant.advanced(by: .seconds(61)), wall: stand.now.wall)
      stand.give(.timer)
      stand.settle()
    }
    #expect(stand.planner.requests.count { $0 == .teams } == 1)
    stand.give(.syncNow)
    stand.settle()
    #expect(stand.planner.requests.count { $0 == .teams } == 2)
  }

  /// Head office switches the integration off while a copy from before is still here.
  @Test func whatWasReadBeforeIsNotShownOnceTheIntegrationIsOff() {
    var stand = SyncStand(planner: ModelPlanner(lists: 2), profile: Self.profile(team: "team", [Self.manager]))
    stand.begin()
    stand.settle()
    #expect(!stand.screen.isEmpty)
    stand.give(.end)
    stand.machine.profile = Self.switchedOff()
    stand.begin()
    stand.settle()
    #expect(stand.screen.isEmpty)
    #expect(stand.standing.noListsBecause == .integrationOff)
  }
}
