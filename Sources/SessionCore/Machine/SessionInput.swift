public import StoreModel

/// Everything that can happen to a session. Answers carry the generation they were asked under.
public enum SessionInput: Hashable, Sendable {
  /// The worker wants to sign in.
  case signIn(hint: String?, way: SignInWay = .deviceCode)
  /// The worker wants another code.
  case newCode
  /// The worker gives up signing in.
  case cancelSignIn
  /// Lock, for a reason.
  case lock(LockReason)
  /// The PIN of the locked session was right.
  case openByPIN
  /// The worker, the program's end or a command from outside ends the session.
  case signOut
  /// The worker did something.
  case activity
  /// A deadline may have passed.
  case tick
  /// A device code was issued.
  case codeIssued(IssuedCode, generation: Int)
  /// A sign-in page is ready for a browser.
  case visitOpened(OpenedVisit, generation: Int)
  /// The browser brought its answer.
  case visitAnswered(generation: Int)
  /// No device code was issued, no sign-in page prepared.
  case codeRefused(SignInRefusal, generation: Int)
  /// A poll was answered, or the redemption of a browser's answer.
  case polled(PollAnswer, generation: Int)
  /// A renewal was answered.
  case renewed(RenewalAnswer, generation: Int)
  /// The current access token was not accepted; with the text of a claims challenge, if any.
  case tokenRejected(claims: String?)
  /// An ordered clearing is done.
  case cleared(Clearing, order: Int)
}

/// A device code as far as the machine needs it.
public struct IssuedCode: Hashable, Sendable {
  /// What the worker types. Untrusted text.
  public var userCode: String
  /// Where they type it. Untrusted text.
  public var address: String
  /// The tenant's name. Untrusted text.
  public var tenant: String
  /// How long the code is good.
  public var lifetime: Duration
  /// The least time between two polls.
  public var interval: Duration

  /// A code.
  public init(userCode: String, address: String, tenant: String, lifetime: Duration, interval: Duration) {
    self.userCode = userCode
    self.address = address
    self.tenant = tenant
    self.lifetime = lifetime
    self.interval = interval
  }
}

/// The answer to a poll or a redemption; tokens are in the vault by then.
public enum PollAnswer: Hashable, Sendable {
  case pending, slowDown
  case tokens(TokenLife, SignedInPerson)
  case refused(SignInRefusal)
  case unreachable(SignInRefusal)
}

/// A renewal's answer; tokens are in the vault by then.
public enum RenewalAnswer: Hashable, Sendable {
  case tokens(TokenLife, SignedInPerson?)
  case refused(SignInRefusal)
  case unreachable(SignInRefusal)
}

/// What the machine knows of the tokens in the vault.
public struct TokenLife: Hashable, Sendable {
  /// When the access token stops being good, on both clocks.
  public var expiry: Now
  /// Whether there is a refresh token.
  public var isRenewable: Bool

  /// A life.
  public init(expiry: Now, isRenewable: Bool) {
    self.expiry = expiry
    self.isRenewable = isRenewable
  }
}

/// What a clearing did, as read back; nil where it did not touch the thing.
public struct Clearing: Hashable, Sendable {
  /// Tokens wiped.
  public var tokensWiped = 0
  /// Tokens found in the vault afterwards.
  public var tokensLeft: Int?
  /// What became of the local copy; nil while it was not to be destroyed.
  public var copy: CopyClearing?

  /// Nothing yet.
  public init() {}
}
