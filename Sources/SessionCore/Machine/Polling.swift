import StoreModel

extension SessionMachine {
  /// RFC 8628 §3.5: wait the interval after each answer, 5 s more for good after `slow_down`, exponentially longer while
  /// nothing usable answers.
  mutating func polled(_ answer: PollAnswer, now: Now) -> [SessionAction] {
    if case .visiting(let wait) = attempt, wait.isAnswered, wait.nextTry == nil {
      return redeemed(answer, wait, now: now)
    }
    guard case .waiting(var wait) = attempt, wait.nextPoll == nil else { return unawaited(answer) }
    switch answer {
    case .tokens(let life, let person): return signedIn(person, life: life, now: now)
    case .refused(let refusal): return abandonAttempt() + [.report(.refused(refusal))]
    case .unreachable(let refusal): return [backOff(wait, refusal, now: now)]
    case .pending: break
    case .slowDown: wait.interval += .seconds(5)
    }
    let isBack = wait.failures > 0
    wait.failures = 0
    wait.nextPoll = now.instant.advanced(by: wait.interval)
    attempt = .waiting(wait)
    return isBack ? [.report(.providerReachable)] : []
  }

  /// An answer nobody waits for. Tokens it brought are in the vault and may be anybody's: they are wiped.
  private mutating func unawaited(_ answer: PollAnswer) -> [SessionAction] {
    if case .tokens = answer { dropTokens() } else { [] }
  }

  private mutating func backOff(_ wait: CodeWait, _ refusal: SignInRefusal, now: Now) -> SessionAction {
    var wait = wait
    wait.failures += 1
    let delay = max(wait.interval, min(wait.interval * (1 << min(wait.failures, 6)), .seconds(60)))
    let next = refusal.waitsUntil(atLeast: now.instant.advanced(by: delay))
    wait.nextPoll = next
    attempt = .waiting(wait)
    return .report(.providerUnreachable(refusal, nextTry: next))
  }
}

extension SignInRefusal {
  /// When to try again: the moment given, or later when the provider said so.
  func waitsUntil(atLeast moment: Instant) -> Instant {
    if case .throttled(let until) = kind { max(until, moment) } else { moment }
  }
}
