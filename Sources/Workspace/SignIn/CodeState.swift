public import SessionCore
public import StoreModel

/// The code page: a sign-in under way, or why it ended.
public struct CodeState: Equatable, Sendable {
  /// Where the sign-in stands.
  public enum Step: Equatable, Sendable {
    /// A code was asked for at the moment given.
    case asking(since: Now)
    /// The worker's turn: the code waits to be typed on their phone.
    case yourTurn(SignInCode)
    /// It ended; the code is erased.
    case refused(SignInRefusal)
  }

  /// The account typed, as asked for; empty for none.
  public var hint: String
  /// Where the sign-in stands.
  public var step: Step
  /// The address to open as a picture for the phone's camera, while there is a code.
  public internal(set) var picture: QRCode?
  /// Why the provider does not answer at the moment, and when it is asked again.
  public var trouble: Trouble?

  /// A provider that does not answer.
  public struct Trouble: Equatable, Sendable {
    /// What went wrong.
    public var refusal: SignInRefusal
    /// The next try.
    public var nextTry: Instant
  }

  /// A sign-in that was just asked for.
  public init(hint: String, since: Now) {
    self.hint = hint
    step = .asking(since: since)
  }

  /// The code to type, while there is one.
  var code: SignInCode? { if case .yourTurn(let code) = step { code } else { nil } }
}
