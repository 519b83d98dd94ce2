import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal
import Testing

@testable import Workspace

/// What is said of the pages, and how their answers are read.
@Suite struct PlainPageTests {
  private func lines(_ state: AppState) -> [String] { plainPage(state).lines.map(\.spoken) }

  @discardableResult
  private func answer(_ line: String, _ state: inout AppState) -> [Effect] {
    update(&state, .answer(line, to: plainPage(state))).filter { $0 != .session(.activity) }
  }

  @Test func tasksAreNumberedAndSaidInWords() {
    let said = lines(SampleShift.started())
    #expect(
      said.prefix(5) == [
        "My tasks 6", "Overdue",
        "1. Check cold-store temperature, Not started, overdue since today 07:41, Opening",
        "2. Count the till float, In progress, overdue since today 08:41, Opening, 2 of 3 ticked", "Today",
      ])
    #expect(said.last?.hasPrefix("Commands: ") == true)
    #expect(said.allSatisfy { !$0.contains("○") && !$0.contains("  ") })
  }

  @Test func aNumberOpensATask() {
    var state = SampleShift.started()
    #expect(answer("3", &state) == [.sync(.loadDetails(TaskID(rawValue: "t3")))])
    #expect(state.page == .task(TaskPage(task: TaskID(rawValue: "t3"))))
  }

  @Test(arguments: ["1 done", "1 task-complete", "1 complete"]) func aNumberAndACommandMeanThatTask(line: String) {
    var state = SampleShift.started()
    #expect(answer(line, &state) == [Self.completed])
  }

  @Test func whatIsSaidOfEscNamesWhatIsTypedThere() {
    var state = AppState.sample()
    state.look.words = state.look.words.forLines
    answer("mei", &state)
    #expect(lines(state).contains { $0.contains(":back cancels; nothing is stored.") })
    answer(":back", &state)
    #expect(plainPage(state).name == "start")

    state = SampleShift.started()
    state.look.words = state.look.words.forLines
    answer("v", &state)
    #expect(lines(state).first?.contains(":back unmarks it") == true)
    answer(":back", &state)
    #expect(state.shift?.board.marked.isEmpty == true)
    answer("filter", &state)
    answer("xyzzy", &state)
    #expect(lines(state).contains { $0.contains(":back clears it") })
    answer(":back", &state)
    #expect(state.shift?.board.filter.isEmpty == true)
  }

  static let completed = Effect.sync(.edit(.setStatus(.complete), TaskID(rawValue: "t1")))

  @Test(arguments: ["lock", "L", "F9", ":703", "loc"]) func commandsAreNamesKeysAndNumbersOfThePOS(line: String) {
    var state = SampleShift.started()
    answer(line, &state)
    #expect(state.session == nil)
  }

  @Test func whatIsNoCommandIsSaid() {
    var state = SampleShift.started()
    #expect(answer("frobnicate", &state) == [])
    #expect(state.notice?.text == "\"frobnicate\" is no number, command or key here. Type ? for every command.")
    #expect(answer("77", &state) == [])
    #expect(state.notice?.text == "There is no 77 here.")
  }

  @Test func aLineOfManyDigitsIsAScan() {
    var state = SampleShift.started()
    answer("4006381333931", &state)
    #expect(state.notice?.text.contains("mentions 4006381333931") == true)
  }

  @Test func checklistItemsAreTickedByNumber() {
    var state = SampleShift.started()
    state.sync(.details(SampleShift.details))
    answer("3", &state)
    #expect(lines(state).contains("2. Below 7 degrees: not ticked"))
    #expect(
      answer("2", &state) == [.sync(.edit(.check(item: "c2", isChecked: true), TaskID(rawValue: "t3")))])
    answer("4", &state)
    #expect(state.notice?.text.contains("intranet.contoso.example/dairy") == true)
  }

  @Test func anEmptyLineNeverMeansYes() {
    var state = SampleShift.started()
    answer("Q", &state)
    #expect(lines(state).last == "2. stay")
    #expect(answer("", &state) == [])
    #expect(state.overlay == .signOut(whenSent: false))
    answer("2", &state)
    #expect(state.overlay == nil)
    answer("Q", &state)
    #expect(answer("1", &state).contains(.session(.signOut)))
  }

  @Test func aNoteIsWrittenLineByLine() {
    var state = SampleShift.started()
    state.sync(.details(SampleShift.details))
    answer("3 c", &state)
    answer("Came short, 2 crates.", &state)
    answer(":1 Check the seal.", &state)
    #expect(lines(state).contains("1. Check the seal."))
    #expect(lines(state).contains("2. Came short, 2 crates."))
    let effects = answer(":note-save", &state)
    let edit = TaskEdit.setNote("Check the seal.\nCame short, 2 crates.")
    let seen = EditBase.Value.text(SampleShift.details.note)
    #expect(effects.contains(.sync(.edit(edit, TaskID(rawValue: "t3"), seen: seen))))
  }

  @Test func leavingANoteAsks() {
    var state = SampleShift.started()
    state.sync(.details(SampleShift.details))
    answer("3 c", &state)
    answer("half a line", &state)
    answer(":back", &state)
    #expect(state.overlay == .question(.leaveNote))
  }

  @Test func theAccountIsALineAndCommandsHaveAColon() {
    var state = AppState.sample()
    #expect(plainPage(state).answer == .text)
    #expect(answer(":help", &state) == [])
    #expect(lines(state).contains { $0.contains("sign in") })
    answer(":back", &state)
    #expect(answer("mei", &state) == [.session(.signIn(hint: "mei@contoso.example"))])
  }

  @Test func helpIsSearchedByWordsAndRunByNumber() throws {
    var state = SampleShift.started()
    answer("?", &state)
    answer("lock", &state)
    let line = try #require(plainPage(state).lines.first { $0.text.hasPrefix("lock.") })
    answer("\(line.number ?? 0)", &state)
    #expect(state.session == nil)
  }

  @Test func aManagerMakesAndAssignsTasks() {
    var state = SampleShift.started(SampleShift.manager)
    answer("n", &state)
    answer("2", &state)
    #expect(plainPage(state).answer == .text)
    let effects = answer("Count the trolleys", &state)
    #expect(effects.count == 1)
    var other = SampleShift.started(SampleShift.manager)
    answer("1 due", &other)
    guard case .entry = other.overlay else {
      Issue.record("no due date is asked for")
      return
    }
  }

  /// Rows come twenty at a time, each under the number it keeps.
  @Test func longListsAreSaidInParts() {
    var state = SampleShift.started()
    let many = (10...60).map { SampleShift.task("m\($0)", "Face up aisle \($0)", hours: 200 + $0) }
    state.sync(.tasks(changed: many, removed: []))
    #expect(lines(state).contains("1 to 20 of 57. + says the next, - those before."))
    answer("+", &state)
    #expect(plainPage(state).pick(25) != nil)
    #expect(plainPage(state).pick(5) == nil)
    answer("25", &state)
    guard case .task = state.page else {
      Issue.record("no task is open")
      return
    }
  }

  /// The lock came while the worker was typing: what they typed meant another page.
  @Test func anAnswerToAPageThatIsGoneDoesNothing() {
    var state = SampleShift.started()
    let page = plainPage(state)
    _ = update(&state, .session(.locked(.idle, SampleShift.mei, at: state.now)))
    let locked = state.page
    #expect(update(&state, .answer("1", to: page)).filter { $0 != .session(.activity) } == [])
    #expect(state.page == locked)
  }
}
