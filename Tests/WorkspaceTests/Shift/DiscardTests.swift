import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

/// Changes that are given up, by name, before the worker signs out.
@Suite struct DiscardTests {
  static func asked() -> AppState {
    var state = SampleShift.started()
    state.sync(
      .outbox([SampleShift.change(1, .notSent), SampleShift.change(2, .notSent, edit: .setPriority(1))]))
    state.work("Q")
    return state
  }

  @Test func theChangesAreShownAndNothingIsTickedYet() {
    var state = Self.asked()
    #expect(state.rows.last?.contains("d give up some") == true)
    state.work("d")
    #expect(state.shows("Which changes shall never be sent?"))
    #expect(state.shows("[ ]"))
    #expect(state.work("Enter") == [])
    #expect(state.shows("Nothing is ticked"))
  }

  @Test func theyAreNamedOnceMoreAndNotedInTheAuditTrail() {
    var state = Self.asked()
    state.work("d", "Space", "Enter")
    #expect(state.shows("Give up 1 change for good: Receive the dairy delivery"))
    #expect(
      state.work("Enter") == [
        .sync(.discard([1])), .audit(.discarded(SampleShift.mei.id, changes: 1)),
      ])
    #expect(state.overlay == nil)
    state.sync(.outbox([SampleShift.change(1, .notSent), SampleShift.change(2, .notSent)]))
    #expect(state.overlay == nil)
    state.sync(.outbox([SampleShift.change(2, .notSent)]))
    #expect(state.shows("Sign out? 1 change not sent"))
    #expect(state.work("Enter").withoutPlaces == [.blank, .session(.signOut)])
  }

  @Test func escapeGivesNothingUp() {
    var state = Self.asked()
    #expect(state.work("d", "Space", "Enter", "Escape") == [])
    #expect(state.shift?.outbox.count == 2)
    #expect(state.discarding == [])
  }

  @Test func withoutUnsentChangesThereIsNothingToGiveUp() {
    var state = SampleShift.started()
    state.work("Q")
    #expect(state.rows.last?.contains("give up") == false)
    state.work("d")
    #expect(state.overlay == .signOut(whenSent: false))
  }
}
