import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

@Suite struct ScanTests {
  private func scan(_ code: String, _ state: inout AppState) -> [Effect] {
    update(&state, .terminal(.scan(code))).filter { $0 != .session(.activity) }
  }

  @Test func theTaskThatMentionsTheCodeOpens() {
    var state = SampleShift.started()
    #expect(scan("aisle 4", &state) == [.sync(.loadDetails(TaskID(rawValue: "t4")))])
    #expect(state.page == .task(TaskPage(task: TaskID(rawValue: "t4"))))
    #expect(state.shows("aisle 4: this task mentions it."))
  }

  @Test func checklistAndLinksAreSearchedToo() {
    var state = SampleShift.started()
    state.sync(.details(SampleShift.details))
    _ = scan("below 7", &state)
    #expect(state.page == .task(TaskPage(task: TaskID(rawValue: "t3"))))
    state.page = .tasks
    _ = scan("example/dairy", &state)
    #expect(state.page == .task(TaskPage(task: TaskID(rawValue: "t3"))))
  }

  @Test func severalTasksStandAsRows() {
    var state = SampleShift.started()
    #expect(scan("the", &state) == [])
    #expect(state.shift?.board.tab == .open)
    #expect(state.shift?.board.filter.field.string == "the")
    #expect(state.shift?.board.agenda.count == 5)
    #expect(state.shows("6 tasks mention the."))
  }

  @Test func aListThatMentionsItOpens() {
    var state = SampleShift.started()
    #expect(scan("morning", &state) == [])
    #expect(state.shift?.board.openList == ListID(rawValue: "l2"))
    #expect(state.shows("morning: this list mentions it."))
  }

  /// Details that were never read may mention it: they are read, and the task opens when they do.
  @Test func tasksThatWereNotReadAreRead() {
    var state = SampleShift.started()
    let effects = scan("seal number", &state)
    #expect(
      effects
        == ["t2", "t3", "t4"].map { .sync(.loadDetails(TaskID(rawValue: $0))) })
    #expect(state.shows("Nothing read so far mentions seal number; reading 3 more tasks."))
    state.sync(.details(SampleShift.details))
    #expect(state.page == .task(TaskPage(task: TaskID(rawValue: "t3"))))
  }

  @Test func whoeverGoesOnWorkingIsNotTakenAway() {
    var state = SampleShift.started()
    _ = scan("seal number", &state)
    state.press("Down")
    state.sync(.details(SampleShift.details))
    #expect(state.page == .tasks)
  }

  @Test func nothingIsSaidToBeNothing() {
    var state = SampleShift.started()
    for id in ["t2", "t3", "t4"] {
      state.sync(
        .details(
          TaskDetails(task: TaskID(rawValue: id), etag: ETag(rawValue: "1"), note: "", checklist: [], links: [])))
    }
    #expect(scan("4006381333931", &state) == [])
    #expect(state.shows("Nothing here mentions 4006381333931."))
    #expect(state.page == .tasks)
  }

  /// Every letter of it is a command on this page.
  @Test func aScanNeverRunsACommand() {
    var state = SampleShift.started()
    let before = state.shift?.outbox
    let effects = scan("QLDqxs uV", &state)
    #expect(effects.allSatisfy { if case .sync(.loadDetails) = $0 { true } else { false } })
    #expect(state.overlay == nil && state.session != nil && state.shift?.outbox == before)
  }

  @Test func aScanAnswersNoQuestion() {
    var state = SampleShift.started()
    state.press("Q")
    #expect(scan("1234567", &state) == [])
    #expect(state.overlay == .signOut(whenSent: false))
    #expect(state.notice != nil)
  }

  @Test func whereTextIsWrittenAScanIsText() {
    var state = SampleShift.started()
    state.press("/")
    #expect(scan("dairy", &state) == [])
    #expect(state.shift?.board.filter.field.string == "dairy")
    #expect(state.shift?.board.filter.isTyping == true)
  }

  @Test func aBadgeFillsInTheAccountAndSignsNobodyIn() {
    var state = AppState.sample()
    #expect(scan("mei", &state) == [])
    guard case .start(let start) = state.page else {
      Issue.record("a sign-in began")
      return
    }
    #expect(start.account.string == "mei")
  }

  @Test func whileNobodyWorksAScanDoesNothing() {
    var code = AppState.sample()
    _ = code.press("Enter")
    let page = code.page
    #expect(scan("4006381333931", &code) == [])
    #expect(code.page == page)
    #expect(code.shows("Sign in first: a scan finds a task."))
    var locked = SampleShift.started()
    locked.press("F9")
    let lockPage = locked.page
    #expect(scan("aisle 4", &locked) == [])
    #expect(locked.page == lockPage)
    #expect(!locked.shows("aisle 4"))
  }

  @Test func aPasteOnThePageIsAScan() {
    var state = SampleShift.started()
    _ = update(&state, .terminal(.paste("aisle 4\n")))
    #expect(state.page == .task(TaskPage(task: TaskID(rawValue: "t4"))))
  }

  @Test func aTornScanIsSaid() {
    var state = SampleShift.started()
    #expect(scan("", &state) == [])
    #expect(state.shows("The code did not come whole. Scan it again."))
  }
}
