import SessionCore
import StoreModel
import Terminal
import Testing
import Workspace

@Suite struct CodePictureTests {
  static func waiting(_ size: Size, _ code: SignInCode = .sample) -> AppState {
    var state = AppState.sample(size)
    state.press("Enter")
    _ = update(&state, .session(.codeIssued(code)))
    return state
  }

  /// The picture as the screen shows it: rows of the cells in its role, blanks kept.
  static func picture(_ state: AppState) -> [String] {
    let frame = draw(state)
    return (0..<frame.size.rows).compactMap { row in
      let columns = (0..<frame.size.columns).filter { frame[row, $0].style == Style(.qr) }
      guard let first = columns.first, let last = columns.last else { return nil }
      return String(frame.text(row: row).dropFirst(first).prefix(last - first + 1))
    }
  }

  /// Modules read back from half blocks.
  static func modules(_ picture: [String]) -> [String] {
    picture.flatMap { line in
      [line.map { "▀█".contains($0) ? "#" : "." }.joined(), line.map { "▄█".contains($0) ? "#" : "." }.joined()]
    }
  }

  @Test func theAddressStandsBesideTheStepsWithTwoLightModulesAround() throws {
    let code = try #require(QRCode(address: SignInCode.sample.address))
    let modules = Self.modules(Self.picture(Self.waiting(Size(columns: 120, rows: 40))))
    #expect(code.size == 25)
    #expect(modules.count == 30 && modules.allSatisfy { $0.count == 29 })
    for (row, line) in modules.enumerated() {
      let expected = (0..<29).map { code[row - 2, $0 - 2] ? "#" : "." }.joined()
      #expect(line == expected, "row \(row)")
    }
  }

  @Test func theStepsStayWholeBesideIt() {
    let state = Self.waiting(.smallest)
    #expect(Self.picture(state).count == 15)
    #expect(state.shows("With your phone, scan this or open"))
    #expect(state.shows("microsoft.com/devicelogin"))
    #expect(state.shows("H 7 K   2 9 Q   D X 4"))
    #expect(state.shows("Go on only if you started this yourself,"))
  }

  @Test func whereItDoesNotFitTheStepsAreAllThereIs() {
    var code = SignInCode.sample
    code.address = "https://microsoftonline.contoso-retail.example/devicelogin"
    let state = Self.waiting(.smallest, code)
    #expect(Self.picture(state) == [])
    #expect(state.shows("On your phone, open"))
  }

  @Test func thePracticePhoneTakesItsPlace() {
    var state = Self.waiting(Size(columns: 120, rows: 40))
    state.press("F8")
    #expect(state.phone != nil)
    #expect(Self.picture(state) == [])
  }

  @Test func anASCIITerminalHasNoBlocks() {
    var state = Self.waiting(Size(columns: 120, rows: 40))
    state.look.isUnicode = false
    #expect(Self.picture(state) == [])
  }

  @Test func itGoesWithTheCode() {
    var state = Self.waiting(Size(columns: 120, rows: 40))
    _ = update(&state, .session(.refused(SignInRefusal(.codeExpired))))
    #expect(Self.picture(state) == [])
  }

  @Test(
    arguments: [
      "https://microsoft.com/devicelogin?otc=H7K29QDX4", "https://microsoft.com/H7K29QDX4",
      "http://microsoft.com/devicelogin", "https://micros\u{43E}ft.com/devicelogin",
    ])
  func onlyAPlainAddressIsDrawn(_ address: String) {
    var code = SignInCode.sample
    code.address = address
    #expect(Self.picture(Self.waiting(Size(columns: 120, rows: 40), code)) == [])
  }
}
