/// One sign-in in a browser under way, as the identity client keeps it: what it has to remember never leaves it.
public protocol BrowserVisit: Sendable {
  /// From now on `arrived` is called once, on any thread, when the browser has brought its answer.
  func open(_ arrived: @escaping @Sendable () -> Void) async

  /// Takes the address of the last page, pasted by hand; false when it is not the answer to this sign-in.
  func take(pasted address: String) async -> Bool

  /// Exchanges the answer for tokens. Trouble on the way leaves the answer good for another try.
  func redeem() async -> BrowserOutcome

  /// Closes what it opened and wipes what it remembers.
  func close() async
}

/// What the provider makes of the browser's answer.
public enum BrowserOutcome: ~Copyable, Sendable {
  /// Signed in; the person is proven by a validated ID token.
  case tokens(TokenGrant, SignedInPerson)
  /// It will not become a session.
  case refused(SignInRefusal)
  /// No usable answer this time.
  case unreachable(SignInRefusal)
}

/// What the identity client answers to the wish to sign in with a browser.
public struct BrowserGrant: Sendable {
  /// The visit; nothing listens before it is opened.
  public var visit: any BrowserVisit
  /// `http://localhost:PORT/`, which leads to the sign-in page from this machine; nil where no door could be opened.
  public var shortAddress: String?
  /// The whole address of the sign-in page, for a browser on another computer.
  public var address: String
  /// The tenant's name or domain, for "check that it says". Untrusted text.
  public var tenant: String
  /// How long the answer is waited for.
  public var lifetime: Duration

  /// A grant.
  public init(visit: any BrowserVisit, shortAddress: String?, address: String, tenant: String, lifetime: Duration) {
    self.visit = visit
    self.shortAddress = shortAddress
    self.address = address
    self.tenant = tenant
    self.lifetime = lifetime
  }
}
