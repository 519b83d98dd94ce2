import StoreModel
import Testing

@testable import PracticeCloud

@Suite struct SeedTests {
  @Test func theSameSeedMakesTheSameWorld() throws {
    var (one, two) = (try GraphDesk(seed: 7), try GraphDesk(seed: 7))
    #expect(one.world.people == two.world.people)
    #expect(one.world.teams == two.world.teams)
    #expect(one.world.planner.planOrder == two.world.planner.planOrder)
    #expect(one.get("/me/planner/tasks").bytes == two.get("/me/planner/tasks").bytes)
    let other = try GraphDesk(seed: 8)
    #expect(other.world.tenantID != one.world.tenantID)
    #expect(Set(other.world.planner.planOrder).isDisjoint(with: one.world.planner.planOrder))
  }

  @Test func idsHaveTheirForms() throws {
    let world = try GraphDesk().world
    let ids = world.planner.planOrder + Array(world.planner.tasks.keys) + Array(world.planner.buckets.keys)
    #expect(ids.allSatisfy(PlannerID.isWellFormed))
    #expect(Set(ids).count == ids.count)
    let guids = [world.tenantID, world.clientID] + world.people.map(\.id) + world.teams.map(\.id)
    #expect(guids.allSatisfy(PlannerBody.isGUID))
    #expect(Set(guids).count == guids.count)
  }

  @Test func extraTasksFillFurtherListsAndMoveNothing() throws {
    var desk = try GraphDesk(extraTasks: 2_500)
    let plain = try GraphDesk()
    #expect(desk.world.planner.planOrder.prefix(10) == plain.world.planner.planOrder[...])
    #expect(desk.world.planner.tasks.count == plain.world.planner.tasks.count + 2_500)
    let extra = desk.world.planner.planOrder.dropFirst(10)
    #expect(extra.map { desk.world.planner.tasks(ofPlan: $0).count } == [2_000, 500])
    #expect(desk.world.stores[0].planIDs.count == 7)
    let first = try #require(extra.first)
    #expect(desk.get("/planner/plans/\(first)/tasks").values.count == 2_000)
    let limits = PlannerLimits()
    for plan in extra {
      #expect(desk.world.planner.tasks(ofPlan: plan).count { $0.percentComplete < 100 } < limits.activeTasksInPlan)
    }
  }
}
