public import StoreModel

/// What the session tells the front end; delivered in order, on any thread.
public enum SessionEvent: Hashable, Sendable {
  /// A code was issued; the worker's turn.
  case codeIssued(SignInCode)
  /// A sign-in page is ready; the worker's turn, in a browser.
  case pageOpened(SignInPageAddress)
  /// The browser brought its answer, which is being redeemed.
  case pageAnswered
  /// What was pasted is not the address this sign-in waits for; it goes on waiting.
  case pasteRefused
  /// The identity provider does not answer at the moment; tried again at the given moment, the code stays good.
  case providerUnreachable(SignInRefusal, nextTry: Instant)
  /// The identity provider answers again.
  case providerReachable
  /// The sign-in ended without a session.
  case refused(SignInRefusal)
  /// Somebody is signed in; `store` says how they stand to this store.
  case signedIn(Worker, StoreStanding, since: Now)
  /// The worker opened their locked session with its PIN: their list is theirs again, but there is no token.
  case openedByPIN(Worker, StoreStanding, since: Now)
  /// Idle for so long that the session locks at the moment given; nil when the worker did something and it does not.
  case lockingSoon(at: Instant?)
  /// The session was locked; the token store is emptied after edits in flight had their 2 s.
  case locked(LockReason, Worker, at: Now)
  /// The session ended; says what was cleared, as read back.
  case signedOut(SignOutReceipt)
  /// The token could not be renewed: the worker has to sign in again to send and fetch; their place is kept.
  case signInNeeded(SignInRefusal)
}

/// A device code as the worker sees it. The device code itself never leaves the identity client.
public struct SignInCode: Hashable, Sendable {
  /// What to type, as the provider wrote it: `H7K29QDX4`. Untrusted text.
  public var userCode: String
  /// Where to type it. Untrusted text.
  public var address: String
  /// The tenant's domain or name, for "check that it says". Untrusted text.
  public var tenant: String
  /// When the code stops being good.
  public var expires: Instant

  /// A code.
  public init(userCode: String, address: String, tenant: String, expires: Instant) {
    self.userCode = userCode
    self.address = address
    self.tenant = tenant
    self.expires = expires
  }
}

/// A sign-in page as the worker opens it. The code it brings back never comes here.
public struct SignInPageAddress: Hashable, Sendable {
  /// `http://localhost:PORT/`, which leads there from this machine; nil where no door could be opened.
  public var short: String?
  /// The whole address, for a browser on another computer.
  public var whole: String
  /// The tenant's domain or name, for "check that it says". Untrusted text.
  public var tenant: String
  /// Until when the answer is waited for.
  public var expires: Instant

  /// An address.
  public init(short: String?, whole: String, tenant: String, expires: Instant) {
    self.short = short
    self.whole = whole
    self.tenant = tenant
    self.expires = expires
  }
}

/// How the signed-in account stands to this store.
public enum StoreStanding: Hashable, Sendable {
  /// The store profile lists them.
  case works
  /// There is no profile, or it lists nobody: team membership alone decides.
  case unknown
}

/// Why a terminal locked.
public enum LockReason: Hashable, Sendable, CaseIterable {
  /// The worker asked for it.
  case worker
  /// Nobody used it for the idle limit.
  case idle
  /// The longest time for one sign-in is over.
  case absoluteLimit
  /// The program was stopped and goes on: what happened at the terminal meanwhile is not known.
  case resumed
  /// The terminal's clock was moved, so that neither times nor limits can be trusted to be the worker's.
  case clockMoved
  /// Somebody asked for it from outside: another program on this terminal.
  case outside
}

/// Why a sign-in ended without a session. Facts only; words are made from them by the strings.
public struct SignInRefusal: Error, Hashable, Sendable {
  /// What went wrong, in kinds that need different words (wire-level causes are mapped onto these).
  public enum Kind: Hashable, Sendable {
    case declined, codeExpired, codeUnknown, pageExpired, cancelled
    case accountUnknown, passwordWrong, passwordMissing, accountLocked, passwordExpired, accountDisabled, outsideHours
    case mfaEnrolment, mfaNeeded, deviceProofNeeded, deviceNotAllowed, policyBlock, riskBlock, notAssigned
    case consentNeeded, adminConsentNeeded, consentDeclined
    case appUnknown, appNotPublic, appMisconfigured, tenantUnknown, tenantUnclear, scopeInvalid
    case sessionExpired, sessionRevoked, signInFrequency, loopDetected, answerSpent
    /// Signed in at the provider, but the store profile lists others and not them.
    case notOnStaffList(here: String), worksElsewhere(store: String, here: String)
    case wrongPerson, wrongTenant, identityNotProven
    /// Signed in to allow something, but may not do it either.
    case mayNotOverride(name: String)
    case nameNotResolved, offline, notTrusted, timedOut, proxyFailed
    case captivePortal, answerUnreadable, answerTooLarge, redirected
    case throttled(until: Instant), providerDown
    case unknown
  }

  /// What went wrong.
  public var kind: Kind
  /// `AADSTS` number, when the provider gave one; a reference for IT, never branched on beyond choosing words.
  public var number: Int?
  /// The provider's correlation or request id; a reference for IT. Untrusted text.
  public var reference: String?
  /// The host it is about, for network trouble.
  public var host: String?

  /// A refusal.
  public init(_ kind: Kind, number: Int? = nil, reference: String? = nil, host: String? = nil) {
    self.kind = kind
    self.number = number
    self.reference = reference
    self.host = host
  }
}

/// What sign-out or lock cleared and kept, read back after the fact rather than assumed.
public struct SignOutReceipt: Hashable, Sendable {
  /// Whose session it was.
  public var worker: Worker
  /// When it began.
  public var since: Now
  /// When it ended.
  public var ended: Now
  /// Tokens that were held and are wiped.
  public var tokensWiped: Int
  /// Tokens still found in the vault afterwards; 0 unless something is wrong.
  public var tokensLeft: Int
  /// Tasks of the local copy that were destroyed.
  public var tasksDestroyed: Int
  /// Tasks that can still be read afterwards; 0 unless something is wrong.
  public var tasksLeft: Int
  /// Unsent changes kept for their owner.
  public var changesKept: Int
  /// Unsent changes that are lost, since somebody removed the files; 0 unless something is wrong.
  public var changesLost = 0
  /// How much is known of the local copy.
  public var copy = CopyClearing.Reading.read
  /// When the last issued access token stops being good at the provider; nil when none was issued.
  public var issuedTokenGoodUntil: Timestamp?

  /// A receipt.
  public init(
    worker: Worker, since: Now, ended: Now, tokensWiped: Int, tokensLeft: Int, tasksDestroyed: Int, tasksLeft: Int,
    changesKept: Int, issuedTokenGoodUntil: Timestamp?
  ) {
    self.worker = worker
    self.since = since
    self.ended = ended
    self.tokensWiped = tokensWiped
    self.tokensLeft = tokensLeft
    self.tasksDestroyed = tasksDestroyed
    self.tasksLeft = tasksLeft
    self.changesKept = changesKept
    self.issuedTokenGoodUntil = issuedTokenGoodUntil
  }
  /// Whether everything was cleared, as far as could be read back.
  public var isClear: Bool { tokensLeft == 0 && tasksLeft == 0 && changesLost == 0 && copy != .unread }
}
