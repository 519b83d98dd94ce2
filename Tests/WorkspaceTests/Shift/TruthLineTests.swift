import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing
import Workspace

@Suite struct TruthLineTests {
  @Test func itSaysWhoWhatAndHowOld() {
    var state = SampleShift.started()
    #expect(state.rows[1].hasPrefix(" Mei Lindqvist · store worker"))
    #expect(state.rows[1].hasSuffix("online, data just read"))
    state.wait(.seconds(25))
    #expect(state.rows[1].hasSuffix("online, data 20 s old"))
    state.wait(.seconds(180))
    #expect(state.rows[1].hasSuffix("online, data 3 min old"))
  }

  @Test func itWakesOnlyWhenTheWordsChange() {
    var state = SampleShift.started()
    let start = AppState.morning.instant
    #expect(state.nextChange(after: state.now) == start.advanced(by: .seconds(10)))
    state.wait(.seconds(25))
    #expect(state.nextChange(after: state.now) == start.advanced(by: .seconds(30)))
    state.wait(.seconds(100))
    #expect(state.nextChange(after: state.now) == start.advanced(by: .seconds(180)))
  }

  @Test func aSessionThatIsNotAcceptedIsSaid() {
    var state = SampleShift.started()
    state.sync(.standing(SyncStanding(connection: .signInNeeded, lastSync: AppState.morning)))
    #expect(state.rows[1].contains("sign-in needed"))
    _ = update(&state, .session(.signInNeeded(.init(.sessionRevoked))))
    #expect(state.shows("F7 signs you in again."))
  }

  @Test func askingForNewsIsAnsweredHere() {
    var state = SampleShift.started()
    #expect(state.work("F5") == [.sync(.syncNow)])
    #expect(state.shows("Asking for news."))
    state.sync(.standing(SyncStanding(connection: .online, lastSync: state.now)))
    state.wait(.seconds(1))
    state.sync(.standing(SyncStanding(connection: .online, lastSync: state.now)))
    #expect(!state.shows("Asking for news."))
    // What was said since is another's, and stays.
    state.work("F5", "P")
    let other = state.notice
    state.sync(.standing(SyncStanding(connection: .online, lastSync: state.now)))
    #expect(other != nil && state.notice == other)
    state.sync(.standing(SyncStanding(connection: .signInNeeded, lastSync: state.now)))
    state.work("F5")
    #expect(state.shows("F7 signs in") && !state.shows("Asking for news."))
  }

  @Test func hostileNamesStayInTheirPlace() {
    var state = SampleShift.signedIn()
    state.sync(
      .lists(SampleShift.lists),
      .tasks(changed: [SampleShift.task("h", "Evil\u{1B}[2J\nline \u{202E}end", hours: 1)], removed: []))
    #expect(state.shows("Evil"))
    #expect(state.rows.joined().unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
  }
}
