import StoreModel
import Testing

@testable import PracticeCloud

/// What others may rely on in the scenario everybody starts with.
@Suite struct ContosoRetailTests {
  let world: World

  init() throws {
    world = World(scenario: try Scenario.load(named: "contoso-retail"), now: GraphDesk.start)
  }

  func tasks(_ store: String) -> [PracticeTask] {
    world.stores.first { $0.number == store }?.planIDs.flatMap { world.planner.tasks(ofPlan: $0) } ?? []
  }

  @Test func threeStoresAndOneOfThemWithoutATeam() {
    #expect(world.stores.map(\.number) == ["012", "027", "041"])
    #expect(world.stores.filter { $0.teamID == nil }.map(\.number) == ["041"])
    for store in world.stores {
      let staff = world.people.filter { $0.store == store.number }
      #expect(staff.count { $0.role == .worker } == 3)
      #expect(staff.contains { $0.role == .manager } == (store.teamID != nil))
    }
    #expect(world.people.filter { $0.role == .communications }.map(\.displayName) == ["Priya Raman"])
  }

  @Test func managersOwnTheTeamsTheyBelongTo() throws {
    let team = try #require(world.teams.first)
    #expect(team.owners == [world.id(ofAccount: "amara")])
    #expect(team.members.count == 4)
    #expect(team.owners.allSatisfy(team.members.contains))
  }

  @Test func theFirstStoreHasItsDay() throws {
    let open = tasks("012").filter { $0.percentComplete < 100 }
    let mei = try #require(world.id(ofAccount: "mei"))
    #expect(open.count == 31)
    #expect(open.count { $0.isAssigned(to: mei) } == 7)
    let overdue = open.filter { ($0.due ?? GraphDesk.start) < GraphDesk.start }
    #expect(Set(overdue.map(\.title)) == ["Check cold-store temperature", "Count the till float"])
    #expect(overdue.allSatisfy { $0.isAssigned(to: mei) })
    #expect(tasks("012").contains { $0.percentComplete == 100 && $0.completedBy == mei })
    #expect(open.contains { $0.percentComplete == 50 })
  }

  @Test func listsHaveBucketsAndFourToNineTasks() {
    for plan in world.planner.planOrder.compactMap({ world.planner.plans[$0] }) {
      #expect((4...9).contains(plan.taskIDs.count), "\(plan.title)")
      #expect(!plan.bucketIDs.isEmpty)
    }
    #expect(world.stores.map(\.planIDs.count) == [5, 5, 0])
  }

  @Test func accountsAreDifferentPeopleWithPasswords() {
    #expect(Set(world.people.map(\.username)).count == world.people.count)
    #expect(Set(world.people.map(\.password)).count == world.people.count)
    #expect(world.people.allSatisfy { $0.username.hasSuffix("@contoso-retail.example") && $0.password.count >= 8 })
  }

  @Test func aRegistersProfileNamesItsPeople() throws {
    let profile = try #require(world.profile(store: "012", register: "3"))
    #expect(profile.chain == "Contoso")
    #expect(profile.storeName == "Brackwater")
    #expect(profile.register == "3")
    #expect(profile.teamID == world.teams.first?.id)
    #expect(profile.planIDs.count == 5)
    #expect(profile.members.count { $0.role == .storeManager } == 1)
    #expect(profile.members.count == 4)
    #expect(profile.issued == GraphDesk.start)
    #expect(world.profile(store: "041", register: "1")?.teamID == nil)
    #expect(world.profile(store: "027", register: "1")?.members.contains { $0.mayManageTasks } == true)
    #expect(world.profile(store: "999", register: "1") == nil)
  }
}
