import StoreModel
import Testing

@testable import SyncSimulation

/// The same walks, with every request through the client's JSON and the practice cloud in the place of the model.
@Suite struct PracticeWalkTests {
  @Test(arguments: 0..<8)
  func everyPromiseHoldsThroughJSON(_ part: UInt64) async throws {
    let walks: UInt64 = SimulationTests.isSoak ? 150 : 26
    var (steps, accepted) = (0, 0)
    for seed in part * walks..<(part + 1) * walks {
      let planner = try await PracticePlanner(seed: seed, hasProfile: seed % 4 == 3)
      #expect(planner.scene.states.count == 5)
      var world = SyncWorld(seed: seed, scene: planner.scene)
      do {
        try await walk(&world, planner, steps: 120)
      } catch let violation as Violation {
        Issue.record("\(violation.promise.rawValue): \(violation.facts)\nseed \(seed), step \(world.steps)")
      }
      steps += world.steps
      accepted += world.accepted
    }
    #expect(accepted > Int(walks))
    print("through JSON: seeds \(part * walks)...\((part + 1) * walks - 1), \(steps) steps, \(accepted) edits accepted")
  }

  private func walk(_ world: inout SyncWorld, _ planner: PracticePlanner, steps: Int) async throws {
    for _ in 0..<steps {
      guard let call = try world.step() else { continue }
      let outcome = await planner.answer(call)
      try world.finish(call, outcome)
    }
    var rest = try world.beginRest()
    while true {
      let next = try world.step(&rest)
      if let call = next.call {
        let outcome = await planner.answer(call)
        try world.finish(call, outcome)
      }
      if !next.goesOn { break }
    }
    // What the judge has kept book of is what the cloud has.
    let booked = world.ledger.history.ids.compactMap { world.ledger.history.now($0)?.task }
    #expect(await planner.tasks() == booked.sorted { $0.id.rawValue < $1.id.rawValue })
  }
}
