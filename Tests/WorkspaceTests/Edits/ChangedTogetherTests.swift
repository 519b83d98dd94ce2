import StoreModel
import TaskSync
import Testing

@testable import Workspace

/// What one command changed, some of it dropped or renamed since.
@Suite struct ChangedTogetherTests {
  private static func step(_ task: String, _ edit: TaskEdit) -> UndoHistory.Step {
    UndoHistory.Step(TaskID(rawValue: task), edit, opposite: .setPriority(5), nil)
  }

  private static let steps = [
    step("a", .setPriority(1)), step("b", .setPriority(1)), step("a", .setStatus(.complete)),
    step("c", .setPriority(1)),
  ]

  @Test func whatIsDroppedLeavesTheOthersInOrder() {
    var together = ChangedTogether(Self.steps)
    together.remove(TaskID(rawValue: "a")) { $0.edit == .setPriority(1) }
    #expect(together.steps == [Self.steps[1], Self.steps[2], Self.steps[3]])
    #expect(together.of(TaskID(rawValue: "a")) == [Self.steps[2]])
    together.remove(TaskID(rawValue: "b"))
    #expect(together == ChangedTogether([Self.steps[2], Self.steps[3]]))
    together.remove(TaskID(rawValue: "nobody"))
    together.remove(TaskID(rawValue: "a"))
    together.remove(TaskID(rawValue: "c"))
    #expect(together.isEmpty && together.steps.isEmpty)
  }

  @Test func aRenamedTaskKeepsItsPlaces() {
    var together = ChangedTogether(Self.steps)
    together.rename(TaskID(rawValue: "a"), to: TaskID(rawValue: "x"))
    together.rename(TaskID(rawValue: "b"), to: TaskID(rawValue: "x"))
    #expect(together.steps.map(\.task.rawValue) == ["x", "x", "x", "c"])
    #expect(together.of(TaskID(rawValue: "x")).map(\.edit) == Self.steps.prefix(3).map(\.edit))
    #expect(together.of(TaskID(rawValue: "a")).isEmpty)
    together.remove(TaskID(rawValue: "x"))
    #expect(together.steps == [Self.steps[3]])
  }
}
