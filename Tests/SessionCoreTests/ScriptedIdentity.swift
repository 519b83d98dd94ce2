import SessionCore
import StoreModel
import Synchronization

/// An identity provider that answers as a test says and writes down when it was asked.
final class ScriptedIdentity: IdentityService {
  /// One poll's or renewal's answer.
  enum Answer: Sendable {
    case pending, slowDown
    case tokens(SignedInPerson, lifetime: Duration = .seconds(3600), isRenewable: Bool = true)
    case refused(SignInRefusal)
    case unreachable(SignInRefusal)
  }

  struct Book: Sendable {
    var codes: [Result<Duration, SignInRefusal>] = []
    var polls: [Answer] = []
    var renewals: [Answer] = []
    var pollTimes: [Instant] = []
    var renewalTimes: [Instant] = []
    var claims: [String?] = []
    /// Claims that sign-ins were asked with.
    var signInClaims: [String?] = []
    /// What redemptions of a browser's answer are answered.
    var redemptions: [Answer] = []
    var redemptionTimes: [Instant] = []
    var visits: [ScriptedVisit] = []
    var closings = 0
    /// How long an answer to a poll takes.
    var pollLatency = Duration.zero
  }

  private let book = Mutex(Book())
  private let clock: ManualClock

  init(clock: ManualClock, _ setUp: (inout Book) -> Void = { _ in }) {
    self.clock = clock
    book.withLock { setUp(&$0) }
  }

  var seen: Book { book.withLock { $0 } }

  func script(_ change: (inout Book) -> Void) { book.withLock { change(&$0) } }

  func beginBrowser(hint: String?, claims: String?) async throws(SignInRefusal) -> BrowserGrant {
    let visit = ScriptedVisit { await self.redeem() }
    let next: Result<Duration, SignInRefusal> = book.withLock { book in
      book.signInClaims.append(claims)
      book.visits.append(visit)
      return book.codes.isEmpty ? .success(.seconds(900)) : book.codes.removeFirst()
    }
    return BrowserGrant(
      visit: visit, shortAddress: "http://localhost:41813/", address: "https://login.example/authorize",
      tenant: "contoso", lifetime: try next.get())
  }

  private func redeem() async -> BrowserOutcome {
    let now = clock.now()
    let answer = book.withLock { book in
      book.redemptionTimes.append(now.instant)
      return book.redemptions.isEmpty ? .unreachable(SignInRefusal(.offline)) : book.redemptions.removeFirst()
    }
    switch answer {
    case .pending, .slowDown: return .unreachable(SignInRefusal(.answerUnreadable))
    case .refused(let refusal): return .refused(refusal)
    case .unreachable(let refusal): return .unreachable(refusal)
    case .tokens(let person, let lifetime, let isRenewable):
      guard let grant = grant(lifetime: lifetime, isRenewable: isRenewable) else {
        return .refused(SignInRefusal(.unknown))
      }
      return .tokens(grant, person)
    }
  }

  func beginDeviceCode(hint: String?, claims: String?) async throws(SignInRefusal) -> DeviceCodeGrant {
    let next = book.withLock { book in
      book.signInClaims.append(claims)
      return book.codes.isEmpty ? .success(.seconds(900)) : book.codes.removeFirst()
    }
    let lifetime = try next.get()
    guard let secret = Secret(copying: Array("device".utf8)[...]) else { throw SignInRefusal(.unknown) }
    return DeviceCodeGrant(
      device: DeviceCode(secret), userCode: "H7K29QDX4", address: "https://microsoft.com/devicelogin",
      tenant: "contoso", lifetime: lifetime, interval: .seconds(5))
  }

  func poll(_ code: DeviceCode) async -> DevicePoll {
    let now = clock.now()
    let (answer, latency) = book.withLock { book in
      book.pollTimes.append(now.instant)
      return (book.polls.isEmpty ? .pending : book.polls.removeFirst(), book.pollLatency)
    }
    // A late answer comes although the asking task was cancelled, as bytes already on the wire do.
    if latency > .zero { try? await clock.sleep(until: now.instant.advanced(by: latency)) }
    switch answer {
    case .pending: return .pending
    case .slowDown: return .slowDown
    case .refused(let refusal): return .refused(refusal)
    case .unreachable(let refusal): return .unreachable(refusal)
    case .tokens(let person, let lifetime, let isRenewable):
      guard let grant = grant(lifetime: lifetime, isRenewable: isRenewable) else {
        return .refused(SignInRefusal(.unknown))
      }
      return .tokens(grant, person)
    }
  }

  func refresh(using token: consuming Secret, claims: String?) async -> RefreshOutcome {
    let now = clock.now()
    let answer = book.withLock { book in
      book.renewalTimes.append(now.instant)
      book.claims.append(claims)
      return book.renewals.isEmpty ? .unreachable(SignInRefusal(.offline)) : book.renewals.removeFirst()
    }
    switch answer {
    case .pending, .slowDown: return .unreachable(SignInRefusal(.answerUnreadable))
    case .refused(let refusal): return .refused(refusal)
    case .unreachable(let refusal): return .unreachable(refusal)
    case .tokens(let person, let lifetime, let isRenewable):
      guard let grant = grant(lifetime: lifetime, isRenewable: isRenewable) else {
        return .refused(SignInRefusal(.unknown))
      }
      return .renewed(grant, person)
    }
  }

  func closeConnections() async { book.withLock { $0.closings += 1 } }

  private func grant(lifetime: Duration, isRenewable: Bool) -> TokenGrant? {
    let now = clock.now()
    let text = "access-\(now.instant.sinceStart.components.seconds)"
    guard let access = Secret(copying: Array(text.utf8)[...]) else { return nil }
    return TokenGrant(
      access: access, refresh: isRenewable ? Secret(copying: Array("refresh".utf8)[...]) : nil,
      expiry: Now(instant: now.instant.advanced(by: lifetime), wall: now.wall.advanced(by: lifetime)))
  }
}

extension SignedInPerson {
  static let first = SignedInPerson(
    id: PersonID(tenant: "t-1", object: "o-1"), username: "first@contoso.example", displayName: "First Worker")
  static let second = SignedInPerson(
    id: PersonID(tenant: "t-1", object: "o-2"), username: "second@contoso.example", displayName: "Second Worker")
}
