import StoreModel
import TaskSync
import Terminal
import Testing
import Workspace

@Suite struct DecisionTests {
  static func conflicted() -> AppState {
    var state = SampleShift.started()
    let trouble = ChangeTrouble.conflict(remote: .notStarted, remoteCompletedBy: nil)
    state.sync(.outbox([SampleShift.change(1, .notSent), SampleShift.change(2, .needsDecision, trouble)]))
    return state
  }

  @Test func theWorkerIsToldAndFindsItUnderF2() {
    var state = Self.conflicted()
    #expect(state.shows("1 needs you"))
    #expect(state.shows("2 not sent"))
    state.work("F2")
    #expect(state.shows("needs you: Enter"))
    state.work("Enter")
    #expect(state.shows("Two people changed this"))
    #expect(state.shows("before            ◐ In progress"))
    #expect(state.shows("you, 09:41        ● Complete"))
    #expect(state.shows("somebody else     ○ Not started"))
  }

  @Test func oneIsMineTwoIsTheirsEscapeIsLater() {
    var state = Self.conflicted()
    state.work("F2", "Enter")
    #expect(state.work("1") == [.sync(.decide(2, .mine))])
    state.work("Enter")
    #expect(state.work("2") == [.sync(.decide(2, .theirs))])
    state.work("Enter")
    #expect(state.work("Escape") == [])
    #expect(state.overlay == nil)
    #expect(state.shift?.outbox.count == 2)
  }

  @Test func aRefusedChangeCanBeTriedAgainOrDropped() {
    var state = SampleShift.started()
    state.sync(.outbox([SampleShift.change(7, .refused, .forbidden(limit: nil))]))
    state.work("i", "Enter")
    #expect(state.shows("Your manager can."))
    #expect(state.work("1") == [.sync(.decide(7, .retry))])
    state.work("Enter")
    #expect(state.work("2") == [.sync(.decide(7, .theirs))])
  }

  @Test func aCardWhoseChangeIsSettledCloses() {
    var state = Self.conflicted()
    state.work("F2", "Enter")
    state.sync(.outbox([]))
    #expect(state.overlay == nil)
    #expect(state.shows("0 changes not sent"))
  }

  @Test func aChangeThatOnlyWaitsHasNothingToDecide() {
    var state = Self.conflicted()
    state.work("F2", "Up")
    #expect(state.work("Enter") == [])
    #expect(state.overlay == nil)
    #expect(state.shows("goes out by itself"))
  }
}
