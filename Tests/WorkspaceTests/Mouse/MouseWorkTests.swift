import TaskSync
import StoreModel
import Terminal
import Testing

@testable import Workspace

@Suite struct MouseWorkTests {
  private func click(_ text: String, _ state: inout AppState) {
    guard let row = state.rows.lastIndex(where: { $0.contains(text) }),
      let start = state.rows[row].firstRange(of: text)?.lowerBound
    else {
      Issue.record("\(text) is not on the screen")
      return
    }
    let column = SafeText(state.rows[row][..<start]).columns
    _ = update(&state, .terminal(.mouse(MouseReport(.press, at: Position(row: row, column: column)))))
  }

  private func wheel(_ action: MouseReport.Action, _ state: inout AppState) {
    _ = update(&state, .terminal(.mouse(MouseReport(action, at: Position(row: 5, column: 5)))))
  }

  @Test func aClickSelectsAndAnotherOpens() {
    var state = SampleShift.started()
    click("○ Replace price labels", &state)
    #expect(state.shift?.board.selected == TaskID(rawValue: "t4"))
    #expect(state.page == .tasks)
    click("○ Replace price labels", &state)
    #expect(state.page == .task(TaskPage(task: TaskID(rawValue: "t4"))))
  }

  @Test func aClickOnAHeadingChangesNothing() {
    var state = SampleShift.started()
    let before = state.shift?.board.selected
    click("   Today", &state)
    #expect(state.shift?.board.selected == before)
  }

  @Test func aClickOnATabOrAKeyIsThatCommand() {
    var state = SampleShift.started()
    click("Overdue 2", &state)
    #expect(state.shift?.board.tab == .overdue)
    click("lock", &state)
    #expect(state.session == nil)
  }

  @Test func aClickOnALineOfAListSelectsIt() {
    var state = SampleShift.started()
    state.press("4")
    click("  Receiving", &state)
    #expect(state.shift?.board.cursor.row == 2)
    click("  Receiving", &state)
    #expect(state.shift?.board.openList == ListID(rawValue: "l2"))
  }

  @Test func aQuestionIsAnsweredOnlyOnItsKeys() {
    var state = SampleShift.started()
    state.press("Q")
    click("Check cold-store", &state)
    #expect(state.overlay == .signOut(whenSent: false))
    click("stay", &state)
    #expect(state.overlay == nil)
  }

  @Test func theWheelMovesTheSelection() {
    var state = SampleShift.started()
    wheel(.wheelDown, &state)
    #expect(state.shift?.board.row == 3)
    wheel(.wheelUp, &state)
    #expect(state.shift?.board.row == 0)
  }

  @Test func itemsOfATaskAreClicked() {
    var state = SampleShift.started()
    state.sync(.details(SampleShift.details))
    state.press("Down", "Down", "Enter")
    click("Below 7 degrees", &state)
    guard case .task(let page) = state.page else {
      Issue.record("the task is closed")
      return
    }
    #expect(page.cursor.row == 2)
  }
}
