import StoreModel

extension SessionMachine {
  mutating func wantSignIn(hint: String?, way: SignInWay) -> [SessionAction] {
    switch phase {
    case .signedOut, .locked: return begin(hint: hint, way: way)
    case .signedIn(let session): return session.tokens == .gone ? begin(hint: hint, way: way) : []
    case .ending(var ending):
      guard ending.then == .signedOut else { return [] }
      ending.then = .signIn(hint: hint, way: way)
      phase = .ending(ending)
      return []
    }
  }

  mutating func wantNewCode() -> [SessionAction] {
    switch attempt {
    case nil: wantSignIn(hint: nil, way: .deviceCode)
    case .requesting: []
    case .waiting(let wait): begin(hint: wait.hint, way: .deviceCode)
    case .visiting(let wait): begin(hint: wait.hint, way: .browser)
    }
  }

  mutating func cancelSignIn() -> [SessionAction] {
    if case .ending(var ending) = phase, case .signIn = ending.then {
      ending.then = .signedOut
      phase = .ending(ending)
      return [.report(.refused(SignInRefusal(.cancelled)))]
    }
    guard attempt != nil else { return [] }
    return abandonAttempt() + [.report(.refused(SignInRefusal(.cancelled)))]
  }

  mutating func begin(hint: String?, way: SignInWay) -> [SessionAction] {
    let before = abandonAttempt()
    attempt = .requesting(hint: hint, way: way)
    switch way {
    case .deviceCode: return before + [.requestCode(hint: hint, generation: generation)]
    case .browser: return before + [.requestVisit(hint: hint, generation: generation)]
    }
  }

  /// Ends the sign-in under way: whatever still answers is late, and tokens it may have brought are wiped.
  mutating func abandonAttempt() -> [SessionAction] {
    guard attempt != nil else { return [] }
    attempt = nil
    return [clear(vault: true)]
  }

  mutating func codeIssued(_ code: IssuedCode, now: Now) -> [SessionAction] {
    guard case .requesting(let hint, .deviceCode) = attempt else { return [] }
    let interval = max(code.interval, .seconds(1))
    let expires = now.instant.advanced(by: code.lifetime)
    attempt = .waiting(
      CodeWait(hint: hint, expires: expires, interval: interval, nextPoll: now.instant.advanced(by: interval)))
    let shown = SignInCode(
      userCode: code.userCode, address: code.address, tenant: code.tenant, expires: expires)
    return [.report(.codeIssued(shown))]
  }

  mutating func codeRefused(_ refusal: SignInRefusal) -> [SessionAction] {
    guard case .requesting = attempt else { return [] }
    return abandonAttempt() + [.report(.refused(refusal))]
  }
}
