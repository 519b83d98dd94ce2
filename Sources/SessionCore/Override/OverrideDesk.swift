public import StoreModel

/// Where somebody who may do more proves who they are, for one act of the worker who is signed in.
///
/// It is a session of its own that ends the moment it begins: its tokens are wiped as soon as the person is known, before
/// anything is done in their name, and the receipt says what was read back. The worker's own session and vault are not
/// touched.
public final class OverrideDesk: Sendable {
  private let engine: SessionEngine

  /// A desk with its own vault.
  ///
  /// - Parameters:
  ///   - identity: asks for the least there is; its connections are this desk's alone, since they are closed each time.
  ///   - vault: an empty one, this desk's alone.
  ///   - report: hears everything of the sign-in, in order: `.signedIn`, then `.signedOut` with the receipt.
  public init(
    identity: any IdentityService, clock: any StoreClock, policy: SessionPolicy, profile: StoreProfile?,
    vault: SessionVault = SessionVault(), report: @escaping @Sendable (SessionEvent) -> Void
  ) {
    let own = SessionAcquaintance()
    engine = SessionEngine(
      identity: identity, vault: vault, clock: clock, policy: policy, profile: profile, clearing: NothingKept()
    ) { event in
      report(event)
      if case .signedIn = event { clock.start { await own.engine?.signOut() } }
    }
    own.meet(engine)
  }

  /// Begins a sign-in; another one under way is given up.
  public func begin(way: SignInWay) async { await engine.signIn(hint: nil, way: way) }

  /// Asks for another code or page.
  public func newCode() async { await engine.newCode() }

  /// The address of the browser's last page.
  public func paste(_ address: String) async { await engine.paste(address) }

  /// Who may do what, as headquarters has distributed it since.
  public func adopt(_ profile: StoreProfile) async { await engine.adopt(profile) }

  /// Gives the sign-in under way up and wipes what it may have brought.
  public func cancel() async { await engine.signOut() }
}

/// An override leaves nothing on the terminal that could be destroyed.
private struct NothingKept: ShiftClearing {
  func flush(limit: Duration) async {}
  func destroyLocalCopy() async -> CopyClearing { CopyClearing() }
}
