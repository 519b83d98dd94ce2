import StoreModel
import TaskSync
import Terminal
import Testing
import Workspace

@Suite struct FilterTests {
  @Test func rowsFollowWhatIsTyped() {
    var state = SampleShift.started()
    state.work("/")
    state.type("dairy")
    #expect(state.pointed?.contains("Receive the dairy") == true)
    #expect(!state.shows("Count the till float"))
    state.work("Backspace", "Backspace", "Backspace", "Backspace", "Backspace")
    #expect(state.shows("Count the till float"))
  }

  @Test func listPersonAndLoadedNoteAreSearchedToo() {
    var state = SampleShift.started()
    state.work("3", "/")
    state.type("closing")
    #expect(state.shows("Inventory of seasonal goods"))
    state.work("Escape", "/")
    state.type("omar")
    #expect(state.shows("Write the rota"))
    state.work("Escape", "/")
    state.type("seal number")
    #expect(state.shows("No task matches the filter"))
    state.sync(.details(SampleShift.details))
    #expect(state.shows("Receive the dairy"))
  }

  @Test func whatComesMeanwhileIsFoundByNamesNobodyHadBefore() {
    var state = SampleShift.started()
    state.sync(.people([UserID(rawValue: "nora"): "Nora Omaru"]))
    state.work("3", "/")
    state.type("omar")
    #expect(!state.shows("Sweep the yard"))
    state.sync(.tasks(changed: [SampleShift.task("n9", "Sweep the yard", hours: 3, who: ["nora"])], removed: []))
    #expect(state.shows("Sweep the yard"))
    #expect(state.shows("Write the rota"))
  }

  @Test func whereElseItIsFoundIsSaid() {
    var state = SampleShift.started()
    state.work("/")
    state.type("rota")
    #expect(state.shows("Enter, then 3 shows them."))
    state.work("Enter")
    #expect(state.shows("Open in the whole store: 1; 3"))
    state.work("3")
    #expect(state.pointed?.contains("Write the rota") == true)
  }

  @Test func completedOnesAreCountedWhereTheyWouldStand() {
    var state = SampleShift.started()
    state.work("/")
    state.type("back door")
    #expect(state.shows("No open task matches the filter here. Completed: 1; Enter, then x"))
    state.work("Enter")
    #expect(state.shows("Completed: 1; x shows them."))
    state.work("x")
    #expect(state.pointed?.contains("Unlock the back door") == true)
  }

  @Test func enterKeepsItAndEscapeClearsIt() {
    var state = SampleShift.started()
    state.work("/")
    state.type("till")
    state.work("Enter", "s")
    #expect(state.overlay != nil)
    state.work("Escape", "Escape")
    #expect(state.shows("Check cold-store"))
  }

  @Test func lettersAreTextAndNeverCommandsMeanwhile() {
    var state = SampleShift.started()
    state.work("/")
    state.type("Lq ")
    #expect(state.page == .tasks)
    #expect(state.overlay == nil)
    #expect(state.shows("No task matches the filter"))
  }

  @Test func notesThatWereNotReadAreSaid() {
    var state = SampleShift.started()
    state.work("/")
    state.type("seal")
    #expect(state.shows("note of 1 task not read yet"))
    #expect(!state.shows("Receive the dairy"))
    state.sync(.details(SampleShift.details))
    #expect(state.shows("Receive the dairy"))
    #expect(!state.shows("not read yet"))
  }

  @Test func aWiderFilterFindsInTheOrderOfTheRows() {
    var state = SampleShift.started()
    state.work("3", "/")
    state.type("omar")
    #expect(state.pointed?.contains("Receive the dairy") == true)
    #expect(state.shows("Write the rota"))
    state.work("Ctrl+U")
    #expect(state.shows("Count the till float"))
  }

  @Test func theFooterNamesTheWayBackFromAKeptFilter() {
    var state = SampleShift.started()
    state.work("/")
    state.type("dairy")
    state.work("Enter")
    #expect(state.rows.last?.hasSuffix("Esc no filter") == true, "\(state.rows.last ?? "")")
    state.work("Escape")
    #expect(state.rows.last?.contains("Esc") == false && state.shows("Count the till float"))
  }
}
