import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

@Suite struct OrderTests {
  static func lines(_ state: AppState) -> [String] {
    guard let board = state.shift?.board, let shift = state.shift else { return [] }
    return (0..<board.agenda.lineCount).compactMap { number in
      switch board.agenda.line(number) {
      case .heading(let group): "[" + state.look.heading(group, shift) + "]"
      case .task(let index): board.agenda[index].id.rawValue
      case nil: nil
      }
    }
  }

  static func ordered(_ key: String) -> AppState {
    var state = SampleShift.started()
    state.work("3", "o", key)
    return state
  }

  @Test func rowsStandUnderListAndBucket() {
    #expect(
      Self.lines(Self.ordered("3")) == [
        "[Closing]", "t5", "t6", "[Opening]", "t1", "t2", "t8", "t4", "t9", "[Receiving › Morning]", "t3",
      ])
  }

  @Test func rowsStandUnderPriority() {
    #expect(
      Self.lines(Self.ordered("2")) == ["[important]", "t3", "[medium]", "t1", "t2", "t8", "t4", "t9", "t5", "t6"])
  }

  @Test func ownTasksComeFirstThenOthersThenNobodys() {
    #expect(
      Self.lines(Self.ordered("4")) == [
        "[Mei Lindqvist]", "t1", "t2", "t3", "t4", "t5", "t6", "[Omar Reyes]", "t8", "[nobody assigned]", "t9",
      ])
  }

  @Test func byTitleThereAreNoHeadings() {
    #expect(Self.lines(Self.ordered("5")) == ["t1", "t2", "t5", "t3", "t4", "t6", "t9", "t8"])
    #expect(Self.ordered("5").rows[3].contains("Check cold-store"))
  }

  @Test(arguments: ["1", "2", "3", "4", "5"])
  func changesLeaveTheRowsAsIfTheyWereMadeAnew(key: String) {
    var state = Self.ordered(key)
    state.work("End")
    let selected = state.shift?.board.selected
    state.sync(
      .tasks(
        changed: [
          SampleShift.task("t1", "Zero", hours: 5, list: "l2", who: ["omar"]) { $0.priority = 1 },
          SampleShift.task("n1", "New", hours: 2, who: []),
        ], removed: [TaskID(rawValue: "t4")]))
    #expect(state.shift?.board.selected == selected)
    let moved = state.shift?.board.agenda
    state.shift?.rebuild()
    #expect(moved == state.shift?.board.agenda)
  }
}
