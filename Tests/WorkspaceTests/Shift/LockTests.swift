import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

@Suite struct LockTests {
  @Test func theScreenGoesBeforeTheSession() {
    var state = SampleShift.started()
    state.sync(.outbox([SampleShift.change(1, .notSent)]))
    #expect(state.work("F9").withoutPlaces == [.blank, .session(.lock(.worker))])
    #expect(state.shift == nil)
    #expect(state.session == nil)
    #expect(state.shows("Locked at 09:41"))
    #expect(state.shows("1 change not sent: kept for Mei Lindqvist"))
    for task in SampleShift.tasks { #expect(!state.shows(task.task.title)) }
  }

  @Test func whatSyncSaysAfterALockIsHeardByNobody() {
    var state = SampleShift.started()
    state.work("L")
    state.sync(.tasks(changed: SampleShift.tasks, removed: []), .outbox([]))
    #expect(state.shift == nil)
  }

  @Test func aLockByItselfBlanksToo() {
    var state = SampleShift.started()
    let effects = update(&state, .session(.locked(.idle, SampleShift.mei, at: AppState.morning)))
    #expect(effects.withoutPlaces == [.blank])
    #expect(state.shows("nobody used it"))
    #expect(state.shift == nil)
  }

  @Test func theSameWorkerComesBackToTheirPlace() {
    var state = SampleShift.started()
    state.work("3", "Down", "Down", "Down")
    let task = state.shift?.board.selected
    state.work("Enter", "F9")
    #expect(state.work("Enter") == [.session(.signIn(hint: "mei@contoso.example"))])
    _ = update(&state, .session(.signedIn(SampleShift.mei, .works, since: AppState.morning)))
    #expect(state.page == .tasks)
    state.sync(.lists(SampleShift.lists), .tasks(changed: [SampleShift.tasks[0]], removed: []))
    #expect(state.page == .tasks)
    state.sync(.tasks(changed: SampleShift.tasks, removed: []))
    #expect(state.page == task.map { .task(TaskPage(task: $0)) })
    state.work("Escape")
    #expect(state.shift?.board.tab == .open)
    #expect(state.shift?.board.selected == task)
  }

  @Test func somebodyElseStartsClean() {
    var state = SampleShift.started()
    state.work("3", "Down", "F9")
    #expect(state.work("o") == [.session(.signIn(hint: ""))])
    _ = update(&state, .session(.signedIn(SampleShift.manager, .works, since: AppState.morning)))
    state.sync(.tasks(changed: SampleShift.tasks, removed: []))
    #expect(state.shift?.board.tab == .mine)
    #expect(state.shift?.returning == nil)
  }

  @Test func aSignInGivenUpLeadsBackToTheLock() {
    var state = SampleShift.started()
    state.work("F9", "Enter")
    #expect(state.work("Escape") == [.session(.cancelSignIn)])
    #expect(state.shows("Locked at 09:41"))
  }

  @Test func theIdleWarningCountsDownAndAnyKeyAnswersIt() {
    var state = SampleShift.started()
    _ = update(&state, .session(.lockingSoon(at: AppState.morning.instant.advanced(by: .seconds(30)))))
    #expect(state.shows("Locks in 30 s"))
    #expect(state.nextChange(after: state.now) == AppState.morning.instant.advanced(by: .seconds(1)))
    #expect(state.press("Down").first == .session(.activity))
    _ = update(&state, .session(.lockingSoon(at: nil)))
    #expect(!state.shows("Locks in"))
  }
}
