import Terminal
import Testing
import Workspace

@Suite struct StartPageTests {
  @Test func itSaysWhichStoreThisIs() {
    let state = AppState.sample()
    #expect(state.rows[0] == " Contoso 012 Harbour Street · register 3                        practice  09:41")
    #expect(state.shows("nobody signed in"))
    #expect(state.shows("@contoso.example"))
  }

  @Test func enterAsksForACodeForTheAccountTyped() {
    var state = AppState.sample()
    state.type("mei")
    #expect(state.press("Enter") == [.session(.signIn(hint: "mei@contoso.example"))])
    #expect(state.page == .code(CodeState(hint: "mei@contoso.example", since: AppState.morning)))
  }

  @Test func anAccountWithItsDomainStaysAsTyped() {
    var state = AppState.sample()
    state.type("mei@elsewhere.example")
    #expect(state.press("Enter") == [.session(.signIn(hint: "mei@elsewhere.example"))])
  }

  @Test func enterWithoutAnAccountAsksForACodeForAnybody() {
    var state = AppState.sample()
    #expect(state.press("Enter") == [.session(.signIn(hint: ""))])
  }

  @Test func qInAnEmptyFieldAsksToQuitAndTypingOnGoesOn() {
    var state = AppState.sample()
    state.type("q")
    #expect(state.overlay == .quit(typed: "q"))
    #expect(state.shows("Quit Tillside?"))
    state.type("u")
    #expect(state.overlay == nil)
    var expected = StartState()
    expected.account.insert("qu")
    #expect(state.page == .start(expected))
  }

  @Test func qThenEnterQuits() {
    var state = AppState.sample()
    #expect(state.press("q", "Enter") == [.end(.quit)])
  }

  @Test func theLetterTwiceIsTextAndQuitsNothing() {
    var state = AppState.sample()
    #expect(state.press("q", "q") == [])
    var expected = StartState()
    expected.account.insert("qq")
    #expect(state.page == .start(expected) && state.overlay == nil)
  }

  @Test func escapeStays() {
    var state = AppState.sample()
    #expect(state.press("q", "Escape") == [])
    #expect(state == AppState.sample())
  }

  @Test func controlCTwiceQuits() {
    var state = AppState.sample()
    #expect(state.press("Ctrl+C", "Ctrl+C") == [.end(.quit)])
  }

  @Test func escapeEmptiesTheFieldFirst() {
    var state = AppState.sample()
    state.type("mei")
    state.press("Escape")
    #expect(state == AppState.sample())
  }

  @Test func aPasteIsTextAndNeverACommand() {
    var state = AppState.sample()
    #expect(update(&state, .terminal(.paste("mei\n?q"))) == [])
    var expected = StartState()
    expected.account.insert("mei ?q")
    #expect(state.page == .start(expected))
    #expect(state.overlay == nil)
  }

  @Test func tooSmallSaysSoInOneLineAndRecovers() {
    var state = AppState.sample()
    state.type("mei")
    let before = state
    _ = update(&state, .terminal(.resize(Size(columns: 30, rows: 8))))
    #expect(state.rows.joined(separator: " ").contains("Needs 80x24; this is 30x8. Nothing is lost."))
    state.type("zzz")
    _ = update(&state, .terminal(.resize(.smallest)))
    #expect(state == before)
  }

  @Test func theCursorStandsInTheField() throws {
    var state = AppState.sample()
    let empty = try #require(draw(state).cursor)
    state.type("mei")
    let typed = try #require(draw(state).cursor)
    #expect(typed == Position(row: empty.row, column: empty.column + 3))
  }
}
