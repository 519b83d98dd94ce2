import SessionCore
import StoreModel
import Strings
import Terminal
import Testing
import Workspace

@Suite struct BrowserPageTests {
  static let whole =
    "https://login.example/0f0e0d0c/oauth2/v2.0/authorize?client_id=11111111&response_type=code&response_mode=query"
    + "&redirect_uri=http%3A%2F%2Flocalhost%3A41813&scope=User.Read%20Tasks.ReadWrite&state=AAAA&prompt=login"

  static func page(short: String? = "http://localhost:41813/") -> SessionEvent {
    .pageOpened(
      SignInPageAddress(
        short: short, whole: whole, tenant: "contoso.example",
        expires: AppState.morning.instant.advanced(by: .seconds(900))))
  }

  static func waiting(_ size: Size = .smallest, short: String? = "http://localhost:41813/") -> AppState {
    var state = AppState.sample(size)
    state.till.isPractice = false
    state.type("mei")
    state.press("Enter")
    _ = update(&state, .session(.codeIssued(.sample)))
    state.press("F6")
    _ = update(&state, .session(page(short: short)))
    return state
  }

  @Test func f6AndOSwitchTheWay() {
    var state = SignInPageTests.waiting()
    #expect(state.press("F6") == [.session(.signIn(hint: "mei@contoso.example", way: .browser))])
    #expect(!state.shows("H 7 K"))
    _ = update(&state, .session(Self.page()))
    #expect(state.shows("http://localhost:41813/"))
    #expect(state.shows("good for 15:00"))
    #expect(state.press("o") == [.session(.signIn(hint: "mei@contoso.example", way: .deviceCode))])
  }

  /// Beside the practice phone everything the page says is there, and nothing runs under the divider.
  @Test(arguments: Words.languages, [Size.smallest, Size(columns: 120, rows: 40)])
  func besideThePhoneItIsWrapped(language: String, size: Size) throws {
    var state = AppState.sample(size)
    state.look.words = try #require(Words(language: language))
    state.press("Enter")
    _ = update(&state, .session(.codeIssued(.sample)))
    state.press("F6")
    _ = update(&state, .session(Self.page(short: nil)))
    for key in ["F8", "a"] {
      state.press(key)
      let half = state.rows[2..<size.rows - 2].map { row in
        String(row.prefix(size.columns / 2)).split(separator: " ").joined(separator: " ")
      }
      let said = half.joined(separator: " ")
      for phrase in [SignInPhrase.browserStepPractice, .browserStepBack, .signInOnlyIf] {
        #expect(said.contains(state.look.words(phrase)), "\(half)")
      }
    }
  }

  @Test func settingsDecideWhichWayComesFirstAndWhichThereAre() {
    var state = AppState.sample()
    state.till.ways = [.browser]
    state.type("mei")
    #expect(state.press("Enter") == [.session(.signIn(hint: "mei@contoso.example", way: .browser))])
    #expect(state.press("F6") == [])
    #expect(state.shows("The settings allow this way to sign in only."))
    #expect(!state.rows[23].contains("F6"))
  }

  @Test func aPolicyThatBlocksOneWayOffersTheOther() {
    var state = SignInPageTests.waiting()
    _ = update(&state, .session(.refused(SignInRefusal(.policyBlock, number: 53003))))
    #expect(state.shows("Press F6 to sign in with a browser instead."))
    state.till.ways = [.deviceCode]
    #expect(!state.shows("Press F6"))
    var late = Self.waiting()
    _ = update(&late, .session(.refused(SignInRefusal(.pageExpired))))
    #expect(late.shows("Press F6 to sign in with a code on your phone instead."))
    #expect(late.press("r") == [.session(.signIn(hint: "mei@contoso.example", way: .browser))])
  }

  @Test(arguments: [Size.smallest, Size(columns: 120, rows: 40)])
  func theWholeAddressStandsThereToBeCopiedInOnePiece(size: Size) {
    var state = Self.waiting(size)
    state.press("a")
    let shown = draw(state)
    var text = ""
    for row in 0..<size.rows { text += shown.text(row: row) }
    #expect(text.contains(Self.whole))
    #expect(state.shows("paste it here"))
    state.press("Escape")
    #expect(!state.shows("paste it here"))
    #expect(state.shows("http://localhost:41813/"))
  }

  @Test func aPasteIsTheAddressAndEnterSendsIt() {
    var state = Self.waiting()
    let address = "http://localhost:41813/?code=" + String(repeating: "c", count: 2000) + "&state=AAAA"
    #expect(update(&state, .terminal(.paste(" \(address.prefix(900))\n\(address.dropFirst(900))\n"))) == [])
    #expect(state.press("Enter") == [.session(.paste(address))])
    #expect(!state.shows("ccccc"))
    _ = update(&state, .session(.pasteRefused))
    #expect(state.shows("That is not the address this sign-in waits for."))
    state.type("x")
    #expect(!state.shows("That is not the address"))
    _ = update(&state, .session(.pageAnswered))
    #expect(state.shows("The browser's answer came."))
  }

  @Test func lettersTypedIntoTheAddressAreNoCommands() {
    var state = Self.waiting()
    state.press("a")
    #expect(state.press("o", "r", "p", "q") == [])
    #expect(state.shows("orpq"))
  }

  @Test func withoutADoorTheWholeAddressComesFirst() {
    let state = Self.waiting(short: nil)
    #expect(state.shows("paste it here"))
  }

  @Test func inThePracticeStoreThePhoneOpensThePage() {
    var state = PhoneTests.started()
    state.type("omar")
    state.press("Enter", "F6")
    _ = update(&state, .session(Self.page(short: nil)))
    #expect(state.shows("Press F8"))
    #expect(state.press("F8") == [.phone(.visit(address: Self.whole))])
    _ = update(&state, .phone(.page(.init(title: "Sign in", message: "Account?", ask: .account))))
    #expect(state.shows("> Omar Reyes"))
    #expect(state.press("Enter") == [.phone(.choose(username: "omar@contoso.example"))])
    _ = update(&state, .phone(.returned))
    #expect(state.shows("The browser has gone back"))
  }

  @Test func aPasteOnTheCodePageIsNothing() {
    var state = SignInPageTests.waiting()
    let before = state
    #expect(update(&state, .terminal(.paste("r\nq\n"))) == [])
    #expect(state == before)
  }

  /// On another computer an address is typed: `?` would be part of it.
  @Test func whereAnAddressIsTypedHelpIsAnFKey() {
    var state = Self.waiting()
    state.press("a")
    #expect(state.rows.last?.contains("F1 help") == true && state.rows.last?.contains("?") == false)
  }
}
