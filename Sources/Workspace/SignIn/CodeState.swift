public import SessionCore
public import StoreModel
public import Terminal

/// A sign-in under way, by code or by browser, or why it ended.
public struct CodeState: Equatable, Sendable {
  /// Where the sign-in stands.
  public enum Step: Equatable, Sendable {
    /// A code or a sign-in page was asked for at the moment given.
    case asking(since: Now)
    /// The worker's turn: the code waits to be typed on their phone.
    case yourTurn(SignInCode)
    /// The worker's turn: the sign-in page waits in a browser.
    case yourPage(SignInPageAddress)
    /// The browser's answer came at the moment given and is being checked.
    case checking(since: Now)
    /// It ended; code and address are erased.
    case refused(SignInRefusal)
  }

  /// The account typed, as asked for; empty for none.
  public var hint: String
  /// Where the sign-in stands.
  public var step: Step
  /// By which way.
  public var way: SignInWay
  /// Whether somebody signs in for one act of the worker who is signed in.
  public var isOverride = false
  /// Whether the browser is on another computer: the whole address is shown, and its last one is pasted here.
  public var isElsewhere = false
  /// The address pasted or typed so far; codes of the provider have one to two thousand characters.
  public var pasted = TextField(limit: 8192)
  /// Whether what was sent last was not the address of this sign-in.
  public var isPasteRefused = false
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
  public init(hint: String, way: SignInWay = .deviceCode, since: Now) {
    self.hint = hint
    self.way = way
    step = .asking(since: since)
  }

  /// The sign-in page, while it waits.
  var address: SignInPageAddress? { if case .yourPage(let address) = step { address } else { nil } }

  /// What is to be typed on the phone, while there is a code.
  public var userCode: String? { code?.userCode }

  /// The code to type, while there is one.
  var code: SignInCode? { if case .yourTurn(let code) = step { code } else { nil } }
}
