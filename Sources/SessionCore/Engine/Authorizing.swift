import StoreModel

extension SessionEngine {
  /// The `Authorization` field for one request to Graph, waiting for a renewal under way; nil when nobody is signed in.
  ///
  /// Make the request with it and let go of it; never keep, log or show it. While a locked session's last edits are sent,
  /// it is still answered; after the vault is empty, and to nobody but the worker whose session it is, never.
  public func authorization() async -> String? {
    while case .signedIn(let session) = machine.phase, case .renewing = session.tokens { await waitForRenewal() }
    guard mayUseTokens else { return nil }
    let generation = machine.generation
    let field = await vault.authorization()
    return generation == machine.generation ? field : nil
  }

  /// A request was answered 401 although it carried this field; `claims` is the text of a claims challenge, if any.
  ///
  /// Ask `authorization()` next: it waits for the renewal this starts, and answers nil when only a sign-in helps.
  public func tokenRejected(_ authorization: String, claims: String? = nil) async {
    guard await vault.isCurrent(authorization) else { return }
    await take(.tokenRejected(claims: claims))
  }

  private var mayUseTokens: Bool {
    switch machine.phase {
    case .signedIn(let session): session.tokens != .gone
    case .locked, .ending: isFlushing
    case .signedOut: false
    }
  }

  private func waitForRenewal() async {
    await withCheckedContinuation { continuation in
      renewalWaiters.append(continuation)
      clock.endActivity()
    }
  }

  /// Wakes who waited for a renewal that is over, each counted as activity before it goes on.
  func resumeRenewalWaiters() {
    if case .signedIn(let session) = machine.phase, case .renewing = session.tokens { return }
    let waiters = renewalWaiters
    renewalWaiters = []
    for waiter in waiters {
      clock.beginActivity()
      waiter.resume()
    }
  }
}
