import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

/// A completed row stays under the cursor, so that the next key never means another task.
@Suite struct KeptRowTests {
  @Test func theSecondOfTwoQuickPressesTakesTheFirstBack() {
    var state = SampleShift.started()
    #expect(state.confirm(state.work("Space")) == ["t1"])
    #expect(state.pointed?.contains("● Check cold-store") == true)
    #expect(state.shows("1 My tasks 5"))
    #expect(state.confirm(state.work("Space")) == ["t1"])
    #expect(state.shift?.tasks[StatusChangeTests.t1]?.task.status == .notStarted)
    #expect(state.shows("1 My tasks 6"))
  }

  @Test func takingItBackGivesTheStatusItHad() {
    var state = SampleShift.started()
    state.work("Down")
    state.confirm(state.work("Space"))
    #expect(state.work("Space") == [.sync(.edit(.setStatus(.inProgress), TaskID(rawValue: "t2")))])
  }

  @Test func theRowGoesWhenTheWorkerGoesOn() {
    var state = SampleShift.started()
    state.confirm(state.work("Space"))
    state.work("Down")
    #expect(state.pointed?.contains("Count the till float") == true)
    #expect(!state.shows("Check cold-store"))
    #expect(state.shift?.board.row == 0)
  }

  @Test func itStaysWhateverSyncBringsMeanwhile() {
    var state = SampleShift.started()
    state.work("Down", "Down")
    state.confirm(state.work("Space"))
    let row = state.rows.firstIndex { $0.contains("Receive the dairy delivery") }
    state.sync(
      .tasks(changed: [SampleShift.task("n1", "Last of all", list: "l3")], removed: [TaskID(rawValue: "t6")]),
      .standing(SampleShift.online))
    state.wait(.seconds(30))
    #expect(state.pointed?.contains("● Receive the dairy delivery") == true)
    #expect(state.rows.firstIndex { $0.contains("Receive the dairy delivery") } == row)
    state.sync(.tasks(changed: (0..<80).map { SampleShift.task("m\($0)", "Many \($0)", hours: -9) }, removed: []))
    #expect(state.pointed?.contains("● Receive the dairy delivery") == true)
  }

  @Test(arguments: ["2", "o", "/", "x", "Escape"])
  func itGoesWithAnotherTabOrderFilterOrAStepOut(key: String) {
    var state = SampleShift.started()
    state.work("Down", "Down")
    state.confirm(state.work("Space"))
    state.work(key)
    if key == "o" { state.work("5") }
    if key == "/" { state.type("e") }
    #expect(state.shift?.board.agenda.kept.isEmpty == true)
    let rows = state.shift?.board.agenda
    state.shift?.rebuild()
    #expect(state.shift?.board.agenda == rows)
  }

  @Test func aColleagueCompletesTheRowUnderTheCursorAndItStays() {
    var state = SampleShift.started()
    let done = SampleShift.task("t1", "Check cold-store temperature", hours: -2, percent: 100)
    state.sync(.tasks(changed: [done], removed: []))
    #expect(state.pointed?.contains("● Check cold-store") == true)
    state.work("Down")
    #expect(!state.shows("Check cold-store"))
  }

  @Test func theRowsOfOneCommandStayTogether() {
    var state = SampleShift.started()
    state.work("v", "v", "Up", "Up")
    #expect(state.confirm(state.work("Space")) == ["t1", "t2"])
    #expect(state.shows("● Check cold-store") && state.shows("● Count the till float"))
    #expect(state.pointed?.contains("Check cold-store") == true)
    state.work("u")
    state.work("End")
    #expect(!state.shows("● Check cold-store"))
  }

  @Test func itStandsUnderItsHeadingAlsoWhereCompletedTasksHaveTheirOwn() {
    var state = SampleShift.started()
    state.work("x")
    state.confirm(state.work("Space"))
    #expect(state.shift?.board.row == 0)
    #expect(state.pointed?.contains("● Check cold-store") == true)
    state.work("Down")
    #expect(state.shift?.board.agenda.ids.suffix(2).contains(StatusChangeTests.t1) == true)
  }

  @Test func aTaskCompletedOnItsOwnPageIsThereWhenTheWorkerComesBack() {
    var state = SampleShift.started()
    state.work("Down", "Enter")
    state.confirm(state.work("Space"))
    state.work("Escape")
    #expect(state.pointed?.contains("● Count the till float") == true)
  }

  @Test func aClickLeavesTheRowsWhereTheyWereSeen() {
    var state = SampleShift.started()
    state.confirm(state.work("Space"))
    let place = Position(row: 7, column: 10)
    let under = state.rows[7]
    _ = update(&state, .terminal(.mouse(MouseReport(.press, at: place))))
    #expect(state.rows[7].dropFirst() == under.dropFirst())
    #expect(state.shows("● Check cold-store"))
    state.work("Down")
    #expect(!state.shows("● Check cold-store"))
  }

  @Test func aNumberSaidMeansItsTaskUntilTheRowsAreSaidAnew() {
    var state = SampleShift.started()
    #expect(state.confirm(state.say("1 done")) == ["t1"])
    #expect(state.confirm(state.say("2 done")) == ["t2"])
    #expect(state.confirm(state.say("1 done")) == ["t1"])
    #expect(state.shift?.tasks[StatusChangeTests.t1]?.task.status == .notStarted)
    state.say("")
    #expect(state.shift?.board.agenda.kept.isEmpty == true)
    #expect(plainPage(state).lines.contains { $0.text.hasPrefix("Check cold-store") && $0.number == 1 })
    #expect(plainPage(state).lines.contains { $0.text.hasPrefix("Receive the dairy") && $0.number == 2 })
  }

  @Test func aNewTaskThatGetsItsIdStays() {
    var state = SampleShift.started()
    let local = SampleShift.task("local", "Mop the floor", hours: -5)
    state.sync(.tasks(changed: [local], removed: []))
    state.work("Home")
    state.confirm(state.work("Space"))
    state.sync(.identified(TaskID(rawValue: "local"), as: TaskID(rawValue: "n9")))
    state.sync(
      .tasks(
        changed: [SampleShift.task("n9", "Mop the floor", hours: -5, percent: 100)],
        removed: [TaskID(rawValue: "local")]))
    #expect(state.pointed?.contains("● Mop the floor") == true)
  }
}

extension AppState {
  /// Lets sync do what was asked and the server confirm it at once; the tasks whose status it was about.
  @discardableResult
  fileprivate mutating func confirm(_ effects: [Effect]) -> [String] {
    var tasks: [String] = []
    for case .sync(.edit(.setStatus(let status), let id, _)) in effects {
      guard var seen = shift?.tasks[id] else { continue }
      seen.task.percentComplete = status == .complete ? 100 : status == .inProgress ? 50 : 0
      seen.pending = .notSent
      sync(.tasks(changed: [seen], removed: []))
      seen.pending = nil
      sync(.tasks(changed: [seen], removed: []))
      tasks.append(id.rawValue)
    }
    return tasks
  }

  @discardableResult
  fileprivate mutating func say(_ line: String) -> [Effect] {
    update(&self, .terminal(.line(line))).filter { $0 != .session(.activity) }
  }
}
