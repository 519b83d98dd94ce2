import Terminal
import Testing
import Workspace

@Suite struct FinderTests {
  @Test func questionMarkListsTheKeysThatWorkHere() {
    var state = AppState.sample()
    state.press("?")
    #expect(state.shows("Keys that work here"))
    #expect(state.shows("Get a code to sign in with your phone"))
    #expect(!state.shows("Ask for another code"))
  }

  @Test func typingFiltersByNameAndByKey() {
    var state = AppState.sample()
    state.press("F1")
    state.type("ctrl+l")
    #expect(state.shows("Draw the whole screen anew"))
    #expect(!state.shows("Leave Tillside"))
  }

  @Test func enterRunsTheSelectedCommand() {
    var state = AppState.sample()
    state.press("?")
    state.type("repaint")
    #expect(state.press("Enter") == [.repaint])
    #expect(state.overlay == nil)
  }

  @Test func thePaletteFindsByPOSOperationNumber() {
    var state = AppState.sample()
    state.press("Ctrl+P")
    state.type("700")
    #expect(state.press("Enter") == [.session(.signIn(hint: ""))])
  }

  @Test func helpOverAQuestionListsWhatWorksThereAndGoesBackToIt() {
    var state = AppState.sample()
    state.press("Ctrl+C")
    let question = state.overlay
    state.press("F1")
    #expect(state.shows("Keys that work here"))
    #expect(state.shows("Open what is selected"), "Enter answers the question")
    #expect(!state.shows("Get a code to sign in"), "the page below is not at hand")
    state.press("Escape")
    #expect(state.overlay == question)
    state.press("F1", "F1")
    #expect(state.overlay == question)
    state.press("F1")
    state.type("repaint")
    #expect(state.press("Enter") == [.repaint])
    #expect(state.overlay == question)
  }

  /// Where letters are typed, help names no key that would only type one.
  @Test func helpOverANoteNamesTheKeysThatWorkThere() {
    var state = SampleShift.started()
    state.work("c", "F1")
    let help = state.rows.joined(separator: "\n").lowercased()
    #expect(help.contains("alt+u  ctrl+_") && help.contains("ctrl+r") && help.contains(" f1 "), "\(help)")
    #expect(!help.contains("?  f1") && !help.contains("leave tillside"), "\(help)")
    state.work("Escape")
    state.type("Torn")
    state.work("F1")
    state.type("note-undo")
    state.work("Enter")
    #expect(!state.shows("Torn"))
    state.work("Ctrl+R")
    #expect(state.shows("Torn"))
  }

  /// What cannot be done says so in the list, without colour and beside what can.
  @Test(arguments: ["Ctrl+P", "F1"]) func whatCannotBeDoneIsMarkedAndSaysWhy(key: String) throws {
    var state = SampleShift.started()
    state.work(key)
    state.type("due")
    let withheld = try #require(state.rows.first { $0.hasPrefix("> due date") })
    #expect(withheld.contains(" - Managers do this"), "\(withheld)")
    #expect(state.shows("Set when the task is due"), "what it would do")
    state.work("Escape", key)
    state.type("filter")
    let live = try #require(state.rows.first { $0.hasPrefix("> filter") })
    #expect(!live.contains(" - "), "\(live)")
  }

  @Test func nothingFoundOffersNothingToRun() {
    var state = SampleShift.started()
    state.work("F1")
    state.type("zzzz")
    #expect(state.shows("Backspace widens the search") && !state.shows("Enter run"))
    #expect(state.work("Enter") == [] && state.overlay != nil)
  }

  @Test func nothingFoundSaysSo() {
    var state = AppState.sample()
    state.press("?")
    state.type("zebra")
    #expect(state.shows("No command matches"))
    #expect(state.press("Enter") == [])
  }

  @Test func escapeClosesAndLeavesThePageAsItWas() {
    var state = AppState.sample()
    state.press("?", "Escape")
    #expect(state == AppState.sample())
  }

  @Test func aNameThatBeginsSoComesBeforeASentenceThatHoldsIt() {
    var state = SampleShift.started()
    state.work("Ctrl+P")
    state.type("sta")
    #expect(state.pointed?.hasPrefix(" status") == true, "\(state.pointed ?? "")")
  }

  @Test func aKeyOrANumberComesFirst() {
    var state = SampleShift.started()
    state.work("?")
    state.type("u")
    #expect(state.pointed?.contains("undo") == true)
    state.work("Escape", "Ctrl+P")
    state.type("703")
    #expect(state.work("Enter").contains(.blank))
    state = SampleShift.started()
    state.work("F2", ":")
    state.type("1400")
    state.work("Enter")
    #expect(state.page == .tasks)
  }
}
