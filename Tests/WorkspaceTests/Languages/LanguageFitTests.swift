import SessionCore
import Strings
import Terminal
import Testing
import Workspace

/// Every page in every language at 80 × 24: nothing the program itself says is cut short, and the way to help is shown.
@Suite struct LanguageFitTests {
  /// One page in one language.
  struct Case: Sendable, CustomTestStringConvertible {
    let page: SessionPage
    let language: String
    var testDescription: String { "\(page.testDescription) in \(language)" }

    func state() throws -> AppState { page.state(in: try #require(Words(language: language))) }
  }

  static let cases = Words.languages.flatMap { language in
    SessionPage.all.filter { $0.size == .smallest }.map { Case(page: $0, language: language) }
  }

  @Test(arguments: cases) func nothingIsCut(one: Case) throws { Self.holds(try one.state()) }

  @Test(arguments: cases) func theFooterShowsTheWayOut(one: Case) throws {
    let footer = try #require(try one.state().rows.last)
    #expect(footer.contains(" ? ") || footer.contains("Esc "), "\(footer)")
  }

  @Test(arguments: Words.languages) func theRowsOfferNoteAndLock(language: String) throws {
    var state = SampleShift.started(size: .smallest)
    let words = try #require(Words(language: language))
    state.look.words = words
    let footer = try #require(state.rows.last)
    for key in ["c " + words(TextKey(labelOf: "task-note")), "F9 " + words(.commandLock), "? " + words(.commandHelp)] {
      #expect(footer.contains(key), "\(footer)")
    }
  }

  /// What only a manager can do is in their footer also where there is little room.
  @Test(arguments: Words.languages) func aManagersFooterOffersTheirKeys(language: String) throws {
    var state = SampleShift.started(SampleShift.manager)
    let words = try #require(Words(language: language))
    state.look.words = words
    state.work("3")
    for area in ["rows", "page"] {
      let footer = try #require(state.rows.last)
      var names = [("e", "edit-task"), ("F9", "lock"), ("?", "help")]
      if area == "rows" { names += [("a", "assign"), ("n", "new-task"), ("/", "filter")] }
      for (key, name) in names { #expect(footer.contains("\(key) \(words(TextKey(labelOf: name)))"), "\(footer)") }
      state.work("Enter")
    }
  }

  @Test(arguments: Words.languages) func signedOutPagesHold(language: String) throws {
    var state = AppState.sample()
    state.look.words = try #require(Words(language: language))
    Self.holds(state)
    state.press("Enter")
    _ = update(&state, .session(.codeIssued(.sample)))
    Self.holds(state)
    state.press("F8")
    Self.holds(state)
  }

  @Test(arguments: Words.languages) func lockAndReceiptHold(language: String) throws {
    var state = ShiftScreenTests.worked()
    state.look.words = try #require(Words(language: language))
    state.work("F9")
    Self.holds(state)
    _ = update(&state, .session(.signedOut(SignOutTests.receipt)))
    Self.holds(state)
  }

  /// The row of a command may cut its sentence; the whole of it stands below when the row is selected.
  @Test(arguments: Words.languages) func everySentenceOfHelpIsShownWhole(language: String) throws {
    var state = SampleShift.started()
    state.look.words = try #require(Words(language: language))
    state.work("F1")
    for _ in 0..<60 {
      Self.holds(state)
      state.work("Down")
    }
  }

  static func holds(_ state: AppState) {
    var rows = state.rows[...]
    if case .finder = state.overlay { rows = rows.suffix(4) }
    for row in rows { #expect(!row.contains("…"), "\(state.look.words.language): \(row)") }
  }
}
