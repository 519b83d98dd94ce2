import StoreModel
import Strings
import TaskSync
import Terminal
import Testing
import Workspace

@Suite struct TaskRowsTests {
  @Test func tasksStandInAgendaOrderUnderTheirHeadings() {
    let state = SampleShift.started()
    let titles = state.rows[3...].compactMap { row -> String? in
      let known =
        ["Overdue", "Today", "This week", "Later", "No date"].first { row.trimmed == $0 }
        ?? SampleShift.tasks.map(\.task.title).first { row.contains($0) }
      return known
    }
    #expect(
      titles.prefix(10) == [
        "Overdue", "Check cold-store temperature", "Count the till float", "Today", "Receive the dairy delivery",
        "Replace price labels, aisle 4", "This week", "Inventory of seasonal goods", "No date",
        "Tidy the notice board",
      ])
  }

  @Test func whatHeadOfficeMadeIsMarkedBehindItsList() throws {
    var state = SampleShift.started()
    var published = SampleShift.task("t4", "Replace price labels, aisle 4", hours: 3)
    published.locked = [.title]
    state.sync(.tasks(changed: [published], removed: []))
    let row = try #require(state.rows.first { $0.contains("Replace price labels") })
    #expect(row.contains("Opening ^"))
    #expect(state.rows.count { $0.contains(" ^ ") } == 1)
    state.work("4", "Down", "Enter")
    #expect(state.shows("> Opening") && state.rows.count { $0.contains(" ^ ") } == 1, "\(state.rows)")
  }

  @Test func theTabsCount() {
    let state = SampleShift.started()
    #expect(state.rows[2].contains(" 1 My tasks 6 "))
    #expect(state.rows[2].contains(" 2 Overdue 2 "))
    #expect(state.rows[2].contains(" 3 Open 8 "))
    #expect(state.rows[2].contains(" 4 Task lists 3 "))
  }

  @Test func marksStandInFixedColumns() throws {
    let state = SampleShift.started()
    let overdue = try #require(state.rows.first { $0.contains("Count the till float") })
    #expect(overdue.hasPrefix(" !  ◐ Count the till float"))
    #expect(overdue.contains("08:41"))
    #expect(overdue.contains("2/3"))
    let note = try #require(state.rows.first { $0.contains("Receive the dairy") && $0.contains("1/3 +") })
    #expect(note.contains("10:41"))
    let link = try #require(state.rows.first { $0.contains("Replace price labels") })
    #expect(link.hasSuffix("&"))
  }

  @Test func asciiHasItsOwnSigns() throws {
    var state = SampleShift.started()
    state.look.isUnicode = false
    let row = try #require(state.rows.first { $0.contains("Count the till float") })
    #expect(row.hasPrefix(" !  / Count"))
    #expect(state.rows.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
  }

  @Test func anUnsentChangeKeepsItsPlaceAndIsMarked() throws {
    var state = SampleShift.started()
    var seen = SampleShift.tasks[0]
    seen.task.percentComplete = 100
    seen.pending = .notSent
    state.sync(.tasks(changed: [seen], removed: []))
    let row = try #require(state.rows.first { $0.contains("Check cold-store") })
    #expect(row.contains("~ ● Check cold-store"))
    #expect(row.contains("done"))
    #expect(state.rows[3].trimmed == "Overdue")
    #expect(state.rows[2].contains("1 My tasks 5 "))
  }

  @Test func completedTasksAreHiddenUntilAskedFor() {
    var state = SampleShift.started()
    #expect(!state.shows("Unlock the back door"))
    state.work("x", "End")
    #expect(state.shows("Unlock the back door"))
    #expect(state.shows("with completed"))
    state.work("x")
    #expect(!state.shows("Unlock the back door"))
  }

  @Test func aNoteThatIsCutSaysSo() {
    var state = SampleShift.started(size: .smallest)
    state.work("3", "/")
    state.type("dairy")
    state.work("Enter")
    var details = SampleShift.details
    details.note = String(repeating: "Check the seal number. ", count: 20)
    state.sync(.details(details))
    let note = state.rows.lastIndex { $0.contains("seal number") } ?? 0
    #expect(state.rows[note].hasSuffix("…") && state.rows[note + 1].contains("[x] Count the crates"), "\(state.rows)")
  }

  @Test func aTaskBecomesOverdueWhenItsTimeHasCome() {
    var state = SampleShift.started()
    state.wait(.seconds(3601))
    #expect(state.rows[2].contains(" 2 Overdue 3 "))
  }

  @Test func theLastTabShowsListsAndEnterOpensOne() {
    var state = SampleShift.started()
    state.work("4")
    #expect(state.pointed?.contains("Closing") == true)
    #expect(state.shows("1/6 done"))
    state.work("Down", "Enter")
    #expect(state.rows[2].contains("> Opening"))
    #expect(state.shows("Write the rota"))
    #expect(!state.rows[3...14].contains { $0.contains("Opening") }, "its rows need not name it: \(state.rows)")
    state.work("Escape")
    #expect(state.pointed?.contains("Opening") == true)
  }

  @Test(arguments: Words.languages) func theTabsAndTheSignOfCompletedTasksStay(language: String) throws {
    var state = SampleShift.started()
    state.look.words = try #require(Words(language: language))
    state.work("4", "Enter", "x")
    let words = state.look.words
    for tab in [Phrase.tabMine, .tabOverdue, .tabOpen, .tabLists] { #expect(state.rows[2].contains(words(tab))) }
    #expect(state.shows("> Closing"))
    #expect(state.shows(words(.tasksWithCompleted)))
  }
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// Beside the pane the list and its sign are whole, two blanks before the time.
  @Test func besideThePaneTheListIsWhole() throws {
    for (title, isPublished) in [("Price changes", true), ("Price changes 2", false)] {
      var state = SampleShift.started(size: Size(columns: 120, rows: 40))
      state.sync(.lists([TaskList(id: ListID(rawValue: "l1"), etag: ETag(rawValue: "2"), title: title)]))
      var task = SampleShift.task("t4", "Replace price labels, aisle 4", hours: 3)
      if isPublished { task.locked = [.title] }
      state.sync(.tasks(changed: [task], removed: []))
      let row = try #require(state.rows.first { $0.contains("Replace price labels") })
      #expect(row.contains("aisle 4      " + title + (isPublished ? " ^" : "") + "  12:41  "), "\(row)")
    }
  }

  /// Below the lists: how far the selected one is, and what is due next in it.
  @Test func theSelectedListIsToldBelow() throws {
    var state = SampleShift.started()
    state.work("4", "Down")
    let rows = state.rows
    let top = try #require(rows.lastIndex { $0.hasPrefix("───") })
    #expect(rows[top + 1].hasPrefix(" Opening  ") && rows[top + 1].hasSuffix("1/6 done"), "\(rows)")
    #expect(rows[top + 2] == " 2 overdue" && rows[top + 3] == " 07:41     Check cold-store temperature", "\(rows)")
    #expect(rows[top + 4] == " 08:41     Count the till float" && rows[top + 5] == " 11:41     Write the rota")
  }
}
