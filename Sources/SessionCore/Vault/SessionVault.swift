/// The only place in the program that keeps tokens, and it keeps them in locked memory alone.
///
/// Every emptying raises the generation; tokens that were asked for under an older one are wiped instead of stored, so no
/// late answer revives a session.
public actor SessionVault {
  private var access: Secret?
  private var refresh: Secret?
  /// Rises whenever the vault is emptied.
  public private(set) var generation = 0

  private let aliveInProcess: (@Sendable () -> Int)?
  private let kept: @Sendable () -> Int

  /// An empty vault.
  ///
  /// - Parameters:
  ///   - aliveInProcess: counts the secrets of the whole process (`Secret.alive`), where this vault is the only one in it;
  ///     what requests and sign-ins still hold is then read back too.
  ///   - kept: counts what is found although it was wiped, as practice makes it happen; nothing else does.
  public init(aliveInProcess: (@Sendable () -> Int)? = nil, kept: @escaping @Sendable () -> Int = { 0 }) {
    self.aliveInProcess = aliveInProcess
    self.kept = kept
  }

  /// How many tokens it holds now; for reading back after it was emptied.
  public var held: Int { (access == nil ? 0 : 1) + (refresh == nil ? 0 : 1) }

  /// Secrets found after an emptying: in the whole process where that can be told, else in this vault.
  var left: Int { (aliveInProcess?() ?? held) + kept() }

  /// Takes tokens in, in place of those it has; false, and the tokens are wiped, when the generation has passed.
  ///
  /// A grant without a refresh token leaves the refresh token it has.
  func store(_ grant: consuming TokenGrant, generation: Int) -> Bool {
    guard generation == self.generation else { return false }
    access = .some(consume grant.access)
    if grant.refresh != nil { refresh = grant.refresh }
    return true
  }

  /// Wipes what it holds and moves to the generation given, never back; answers how many tokens were wiped.
  func empty(raisingTo generation: Int) -> Int {
    let wiped = held
    access = nil
    refresh = nil
    self.generation = max(self.generation + 1, generation)
    return wiped
  }

  /// The `Authorization` field for one request, made at the last moment; nil when it holds no access token.
  ///
  /// Use it for that request and let go of it.
  func authorization() -> String? {
    access?.withBytes { "Bearer " + String(decoding: $0, as: UTF8.self) }
  }

  /// A copy of the refresh token for one request, wiped when the request lets go of it; nil when it has none or the
  /// generation has passed.
  func refreshToken(generation: Int) -> Secret? {
    guard generation == self.generation else { return nil }
    return refresh?.duplicate()
  }

  /// Whether it holds a refresh token.
  var isRenewable: Bool { refresh != nil }

  /// Whether this is the `Authorization` field of the token it holds now.
  func isCurrent(_ authorization: String) -> Bool {
    access?.withBytes { authorization.utf8.elementsEqual([UInt8]("Bearer ".utf8) + Array($0)) } ?? false
  }
}
