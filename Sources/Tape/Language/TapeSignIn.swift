/// By which ways a tape lets people sign in.
public enum TapeSignIn: String, Hashable, Sendable, CaseIterable {
  /// A code on a phone.
  case code
  /// A browser.
  case browser
  /// Both, the code first.
  case both
}
