import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

/// What is said when: each change once.
@Suite struct PlainTalkTests {
  private func said(_ talk: inout PlainTalk, _ state: AppState, after answer: String? = nil) -> [String]? {
    talk.speech(state, after: answer)?.lines.map(\.text)
  }

  @Test func aPageIsSaidOnceAndAgainWhenAskedFor() throws {
    var talk = PlainTalk()
    let state = SampleShift.started()
    let first = try #require(said(&talk, state))
    #expect(
      first.first == "Contoso 012 Harbour Street - register 3, practice, 09:41"
        || first.first?.contains("Contoso 012") == true)
    #expect(said(&talk, state) == nil)
    let again = try #require(said(&talk, state, after: ""))
    #expect(again.first == "My tasks 6")
  }

  @Test func theClockAloneSaysNothing() {
    var talk = PlainTalk()
    var state = SampleShift.started()
    _ = said(&talk, state)
    state.wait(.seconds(90))
    #expect(said(&talk, state) == nil)
  }

  @Test func oneChangedTaskIsSaidAndManyAreOnlyCounted() {
    var talk = PlainTalk()
    var state = SampleShift.started()
    _ = said(&talk, state)
    state.sync(.tasks(changed: [SampleShift.task("t4", "Replace price labels, aisle 5", hours: 3)], removed: []))
    #expect(said(&talk, state)?.contains { $0.contains("aisle 5") } == true)
    let more = (1...5).map { SampleShift.task("n\($0)", "New \($0)", hours: 2) }
    state.sync(.tasks(changed: more, removed: []))
    #expect(said(&talk, state)?.contains("The list has changed; press Enter to hear it.") == true)
    state.sync(.tasks(changed: [SampleShift.task("n9", "Newer", hours: 2)], removed: []))
    #expect(said(&talk, state)?.contains("The list has changed; press Enter to hear it.") != true)
  }

  @Test func whatTheWorkerDidIsSaid() {
    var talk = PlainTalk()
    var state = SampleShift.started()
    _ = said(&talk, state)
    state.sync(
      .tasks(
        changed: [
          SampleShift.task("t1", "Check cold-store temperature", hours: -2, percent: 100) { _ in }.pending(.notSent)
        ], removed: []),
      .outbox([SampleShift.change(1, .notSent)]))
    let lines = said(&talk, state)
    #expect(lines?.contains { $0.contains("1 not sent") } == true)
    #expect(lines?.contains { $0.hasPrefix("1. Check cold-store temperature, Complete") } == true)
  }

  @Test func theLockIsSaidAtOnce() {
    var talk = PlainTalk()
    var state = SampleShift.started()
    _ = said(&talk, state)
    state.press("F9")
    let lines = said(&talk, state)
    #expect(lines?.contains { $0.contains("Mei Lindqvist locked this terminal") } == true)
    #expect(lines?.contains { $0.contains("cold-store") } == false)
  }

  /// A countdown is no news.
  @Test func secondsThatRunAreNotSaid() {
    var talk = PlainTalk()
    var state = AppState.sample()
    _ = update(&state, .answer("mei", to: plainPage(state)))
    _ = update(&state, .session(.codeIssued(.sample)))
    let lines = said(&talk, state)
    #expect(lines?.contains("H 7 K, 2 9 Q, D X 4") == true)
    state.wait(.seconds(3))
    #expect(said(&talk, state) == nil)
  }

  @Test func aPINIsASecret() {
    var talk = PlainTalk()
    var state = SampleShift.started()
    state.pinRule = .required
    state.press("P")
    #expect(talk.speech(state, after: "P")?.isSecret == true)
  }
}

extension VisibleTask {
  fileprivate func pending(_ state: PendingState) -> VisibleTask {
    VisibleTask(task: task, pending: state)
  }
}
