import StoreModel
import Testing

@testable import PracticeCloud

@Suite struct ScenarioExtensionTests {
  @Test func everyScenarioOfTheProgramIsReadAndStarts() throws {
    #expect(Scenario.names.count == 13)
    for name in Scenario.names {
      let world = World(scenario: try Scenario.load(named: name), now: .init(seconds: 1_795_000_000))
      #expect(world.stores.count == 3, "\(name)")
      #expect(!world.people.isEmpty && !world.planner.tasks.isEmpty, "\(name)")
    }
  }

  @Test func membersAreChangedOneByOne() throws {
    let text = """
      {"format": 1, "extends": "contoso-retail", "staff": [{"account": "mei", "name": "Mei"}, {"account": "new",
       "name": "New", "password": "Practice-1", "role": "worker", "store": "041"}],
       "headquarters": {"uploaded": null}}
      """
    let scenario = try Scenario.read(Array(text.utf8), name: "changed")
    let base = try Scenario.load(named: "contoso-retail")
    #expect(scenario.staff.map(\.account) == base.staff.map(\.account) + ["new"])
    #expect(scenario.staff[0].name == "Mei" && scenario.staff[0].password == base.staff[0].password)
    #expect(scenario.headquarters.uploaded == nil && scenario.headquarters.hierarchies.count == 2)
    #expect(scenario.plans == base.plans)
  }

  @Test func whatIsNotThereIsSaid() {
    #expect(throws: ScenarioError.unknown(name: "nowhere", known: Scenario.names)) {
      try Scenario.read(Array(#"{"format": 1, "extends": "nowhere"}"#.utf8), name: "changed")
    }
    #expect(
      throws: ScenarioError.unresolved(
        scenario: "changed", at: "headquarters.hierarchies[0].nodes[0].parent", name: "Top")
    ) {
      let text = """
        {"format": 1, "extends": "contoso-retail", "headquarters": {"uploaded": null, "hierarchies": [
        {"name": "H", "nodes": [{"name": "A", "parent": "Top"}]}]}}
        """
      return try Scenario.read(Array(text.utf8), name: "changed")
    }
  }
}
