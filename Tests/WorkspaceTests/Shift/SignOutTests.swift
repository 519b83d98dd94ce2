import SessionCore
import StoreModel
import Strings
import TaskSync
import Terminal
import Testing
import Workspace

@Suite struct SignOutTests {
  @Test func whatNeedsADecisionIsNotWaitedForAndTheLockPageSaysWhatItWaitsFor() {
    var state = SampleShift.started()
    state.sync(.outbox([SampleShift.change(1, .needsDecision), SampleShift.change(2, .notSent)]))
    #expect(state.work("F10", "w") == [])
    #expect(state.overlay == .signOut(whenSent: false))
    #expect(state.shows("1 change waits for your decision"))
    state.work("Escape", "F9")
    #expect(state.shows("1 change not sent"))
    #expect(state.shows("waits here for their decision"))
  }

  @Test func aSignInBesideTheWorkEndsWhereItBegan() {
    var state = SampleShift.started()
    state.sync(.standing(SyncStanding(connection: .signInNeeded, lastSync: AppState.morning)))
    EntryDraftTests.openDairy(&state)
    let page = state.page
    state.work("F7")
    #expect(state.page != page)
    _ = update(&state, .session(.signedIn(SampleShift.mei, .works, since: AppState.morning)))
    #expect(state.page == page)
    state.work("F7", "Escape")
    #expect(state.page == page)
  }

  static let receipt = SignOutReceipt(
    worker: SampleShift.mei, since: AppState.morning,
    ended: Now(
      instant: AppState.morning.instant.advanced(by: .seconds(7 * 3600 + 12 * 60)),
      wall: AppState.morning.wall.advanced(by: .seconds(7 * 3600 + 12 * 60))),
    tokensWiped: 3, tokensLeft: 0, tasksDestroyed: 214, tasksLeft: 0, changesKept: 1,
    issuedTokenGoodUntil: AppState.morning.wall.advanced(by: .seconds(8 * 3600)))

  @Test func itAsksSaysWhatIsUnsentAndClearsTheScreenFirst() {
    var state = SampleShift.started()
    state.sync(.outbox([SampleShift.change(1, .notSent)]))
    #expect(state.work("F10") == [])
    #expect(state.shows("Sign out? 1 change not sent"))
    #expect(state.work("Escape") == [])
    state.work("Q")
    #expect(state.work("Enter").withoutPlaces == [.blank, .session(.signOut)])
    #expect(state.shift == nil)
    #expect(state.shows("Signing out"))
  }

  @Test func theReceiptSaysWhatWasReadBackAndAnyKeyLeavesIt() {
    var state = SampleShift.started()
    state.work("Q", "Enter")
    _ = update(&state, .session(.signedOut(Self.receipt)))
    #expect(state.shows("Signed out at 16:53"))
    #expect(state.shows("signed in 7 h 12 min"))
    #expect(state.shows("3 tokens wiped"))
    #expect(state.shows("read back: none left in this program"))
    #expect(state.shows("copy of 214 tasks deleted"))
    #expect(state.shows("sealed for Mei Lindqvist"))
    #expect(state.shows("stays valid at Microsoft until 17:41"))
    state.work("z")
    #expect(state.shows("Account"))
  }

  @Test func itWaitsForChangesWhereTheWorkerSaysSo() {
    var state = SampleShift.started()
    state.work("Q")
    #expect(state.work("w") == [])
    state.work("Escape")
    state.sync(.outbox([SampleShift.change(1, .notSent), SampleShift.change(2, .notSent)]))
    #expect(state.work("Q", "w") == [.sync(.syncNow)])
    #expect(state.shows("as soon as 2 changes are sent"))
    #expect(update(&state, .sync(.outbox([SampleShift.change(2, .sending)]))) == [])
    #expect(state.shift != nil)
    #expect(update(&state, .sync(.outbox([]))).withoutPlaces == [.blank, .session(.signOut)])
    #expect(state.shift == nil)
  }

  @Test func aWaitIsGivenUpByEsc() {
    var state = SampleShift.started()
    state.sync(.outbox([SampleShift.change(1, .notSent)]))
    state.work("Q", "w", "Escape")
    #expect(update(&state, .sync(.outbox([]))) == [])
    #expect(state.shift != nil)
  }

  @Test func aTokenThatIsLeftIsSaid() {
    var state = SampleShift.started()
    var receipt = Self.receipt
    receipt.tokensLeft = 1
    _ = update(&state, .session(.signedOut(receipt)))
    #expect(state.shows("failed  3 tokens wiped"))
    #expect(state.shows("read back: 1 is still there"))
  }

  private static func printed(_ receipt: SignOutReceipt) -> String {
    var state = SampleShift.started()
    state.lastReceipt = receipt
    return state.receiptLines.joined(separator: " ")
  }

  @Test func aCopyThatStaysAndChangesThatAreLostAreSaid() {
    var receipt = Self.receipt
    #expect(receipt.isClear)
    (receipt.tasksDestroyed, receipt.tasksLeft) = (0, 3)
    (receipt.changesKept, receipt.changesLost) = (0, 2)
    #expect(!receipt.isClear)
    let lines = Self.printed(receipt)
    #expect(lines.contains("failed  copy of 3 tasks stays; read back: it can still be read"))
    #expect(lines.contains("failed  2 changes not sent; lost"))
    #expect(!lines.contains("goes out at the next") && !lines.contains("waits to be sent"))
  }

  @Test func aCopyNobodyCouldLookAtIsNoReadableTask() {
    var receipt = Self.receipt
    receipt.tasksDestroyed = 0
    receipt.copy = .unread
    #expect(!receipt.isClear)
    #expect(Self.printed(receipt).contains("failed  local copy; its file could not be looked at"))
    receipt.copy = .neverStored
    #expect(receipt.isClear)
    #expect(Self.printed(receipt).contains("done  local copy; this session stored nothing"))
  }

  /// A letter is easily typed twice; the F-key and Ctrl+C are not.
  @Test(arguments: [("q", false), ("Q", false), ("F10", true), ("Ctrl+C", true)])
  func askingTwice(key: String, ends: Bool) {
    var state = SampleShift.started()
    #expect(state.work(key) == [])
    #expect(state.work(key).contains(.session(.signOut)) == ends)
    #expect((state.session == nil) == ends)
  }

  @Test(arguments: Words.languages) func theReceiptKeepsItsColumnsApart(language: String) throws {
    var state = SampleShift.started()
    state.look.words = try #require(Words(language: language))
    var receipt = Self.receipt
    receipt.changesKept = 1
    _ = update(&state, .session(.signedOut(receipt)))
    let line = state.look.words.counted(.receiptChanges, 1) + "  "
    #expect(state.rows.contains { $0.contains(line) }, "\(state.rows)")
    #expect(state.receiptLines.allSatisfy { $0.count <= 80 })
  }

  @Test func thePrintedReceiptSaysWhoWhereWhenAndWhatIsLeft() {
    var state = SampleShift.started()
    state.sync(.confirmed(SampleShift.change(1, .sending)))
    state.work("Q", "Enter")
    _ = update(&state, .session(.signedOut(Self.receipt)))
    #expect(
      state.receiptLines == [
        "Signed out at 16:53, signed in 7 h 12 min",
        "Mei Lindqvist · Contoso 012 Harbour Street · register 3 · Mon 2 Mar 2026, 16:53",
        "done  3 tokens wiped; read back: none left in this program",
        "done  copy of 214 tasks deleted; read back: the copy cannot be opened",
        "done  screen and scrollback; cleared",
        "kept  1 change not sent; sealed for Mei Lindqvist, goes out at the next sign-in",
        "here",
        "kept  history, 31 days; sealed for Mei Lindqvist on this terminal",
        "A token issued earlier stays valid at Microsoft until 17:41. No copy of it is on",
        "this terminal.",
      ])
  }

  @Test func thePrintedReceiptHoldsNoMoreThanThePage() {
    var state = SampleShift.started()
    state.work("Q", "Enter")
    _ = update(&state, .session(.signedOut(Self.receipt)))
    let printed = state.receiptLines.joined(separator: "\n")
    #expect(!printed.contains(SampleShift.mei.username))
    for seen in SampleShift.tasks { #expect(!printed.contains(seen.task.title)) }
  }

  @Test func aReceiptWithNothingUnsentSaysSoWhereThatWasReadBack() {
    var state = SampleShift.started()
    var receipt = Self.receipt
    receipt.changesKept = 0
    _ = update(&state, .session(.signedOut(receipt)))
    #expect(state.shows("done   no change waits to be sent"))
    receipt.tasksLeft = 1
    _ = update(&state, .session(.signedOut(receipt)))
    #expect(!state.shows("no change waits"))
  }

  @Test func quittingSignsOutFirst() {
    var state = SampleShift.started()
    state.work("q")
    #expect(state.shows("Quit and sign out?"))
    #expect(state.work("Enter").withoutPlaces == [.blank, .session(.signOut)])
    #expect(update(&state, .session(.signedOut(Self.receipt))) == [.end(.quit)])
  }

  @Test func qGoesOneStepBackBeforeItAsks() {
    var state = SampleShift.started()
    state.work("Enter", "q")
    #expect(state.page == .tasks)
    #expect(state.overlay == nil)
    state.work("q")
    #expect(state.overlay == .quit(typed: nil))
  }

  @Test func aHandOverDoesNotStopAtTheReceipt() {
    var state = SampleShift.started()
    state.work("F9", "o")
    _ = update(&state, .session(.signedOut(Self.receipt)))
    #expect(!state.shows("Signed out at"))
    _ = update(&state, .session(.signedIn(SampleShift.manager, .works, since: AppState.morning)))
    #expect(state.page == .tasks)
  }
}
