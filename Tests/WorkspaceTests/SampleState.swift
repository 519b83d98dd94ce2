import SessionCore
import StoreModel
import Strings
import Terminal
import Workspace

/// States tests begin with, and short ways to act on them.
extension AppState {
  /// Monday, 2 March 2026, 09:41 in the store.
  static let morning = Now(instant: .start, wall: Timestamp(seconds: 1_772_444_460))

  static func sample(_ size: Size = .smallest) -> AppState {
    AppState(
      size: size, look: Look(), now: morning, calendar: .utc,
      till: Till(
        chain: "Contoso", store: "012", storeName: "Harbour Street", register: "3", isPractice: true,
        domain: "contoso.example"))
  }

  /// Presses keys by their spelling and answers all effects.
  @discardableResult
  mutating func press(_ keys: String...) -> [Effect] {
    keys.flatMap { spelling in
      Key(spelling).map { update(&self, .terminal(.key($0))) } ?? []
    }
  }

  /// Types text, one key a character.
  mutating func type(_ text: String) {
    for character in text { _ = update(&self, .terminal(.key(Key(.character(character))))) }
  }

  /// Rows of the frame as text, trailing blanks taken off.
  var rows: [String] {
    let frame = draw(self)
    return (0..<frame.size.rows).map { row in
      var text = frame.text(row: row)
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
  }

  /// Whether some row of the screen holds the text.
  func shows(_ text: String) -> Bool { rows.contains { $0.contains(text) } }
}

extension SignInCode {
  static let sample = SignInCode(
    userCode: "H7K29QDX4", address: "https://microsoft.com/devicelogin", tenant: "contoso.example",
    expires: AppState.morning.instant.advanced(by: .seconds(900)))
}
