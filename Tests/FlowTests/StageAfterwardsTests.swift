import Rehearsal
import Tape
import Testing
import TillsideTesting
import WorkspaceRuntime

@Suite("A stage afterwards")
struct StageAfterwardsTests {
  @Test(
    "nothing of a program stays once it is left, signed in and in the middle of an override",
    .timeLimit(.minutes(10)))
  func nothingStays() async throws {
    let text = "Approve as worker\nWait \"My tasks\"\nType \"n\"\nEnter\nWait Idle\n"
    let (program, faults) = TapeProgram.assemble("a.tape") { _ in Array(text.utf8) }
    #expect(faults.isEmpty)
    let kept = try await onOwnThread {
      let stage = try Rehearsal.stage(program.start)
      var player = TapePlayer(program, on: stage, goldens: GoldenShelf(read: { _ in nil }, write: { name, _ in name }))
      try player.play()
      return Kept(clock: stage.timekeeper)
    }
    // Whoever stays keeps the clock; what is on the pool just then lets go of it in its own time.
    while kept.clock != nil { await Task.yield() }
  }
}

private struct Kept: @unchecked Sendable {
  weak var clock: Timekeeper?
}
