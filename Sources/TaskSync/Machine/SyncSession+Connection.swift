import StoreModel

extension SyncSession {
  /// A usable answer came: the way there is open.
  mutating func isAnswered() {
    failures = 0
    tokenRejections = 0
    offlineSince = nil
    if hold == nil, standing.connection != .online { standing.connection = .online }
  }

  /// The token is not accepted: everything waits for a fresh one; a second refusal in a row needs a person.
  mutating func rejectToken() {
    guard !isRenewing, !isHalted else { return }
    tokenRejections += 1
    if tokenRejections > 2 { return needSignIn() }
    isRenewing = true
    actions.append(.renewToken)
  }

  mutating func renewed(_ renewal: TokenRenewal, now: Now) {
    guard isRenewing else { return }
    isRenewing = false
    switch renewal {
    case .renewed: break
    case .signInNeeded: needSignIn()
    case .unreachable:
      tokenRejections = 0
      goOffline(now: now)
    }
  }

  private mutating func needSignIn() {
    isHalted = true
    standing.connection = .signInNeeded
  }

  mutating func goOffline(now: Now) {
    let since = offlineSince ?? now.wall
    offlineSince = since
    if retry == nil {
      failures += 1
      retry = now.instant.advanced(by: wait(settings.firstRetry, times: failures, atMost: settings.longestRetry))
    }
    if let retry { standing.connection = .offline(since: since, retry: retry) }
  }

  /// The server answered, but not usefully: rows wait before they are tried again.
  mutating func backOff(after ask: Ask, now: Now) {
    switch ask.purpose {
    case .send(let row), .settle(let row):
      let times = (outbox[progress: row]?.failures ?? 0) + 1
      outbox[progress: row]?.failures = times
      let until = now.instant.advanced(by: wait(settings.firstRetry, times: times, atMost: settings.longestRetry))
      retry = max(retry ?? until, until)
    case .round, .look, .ahead, .name: break
    }
  }

  /// The whole host waits; known on disk too, so that a restart does not hammer.
  mutating func throttle(_ wait: Duration?, now: Now) {
    failures += 1
    let asked = wait ?? self.wait(.seconds(3), times: failures, atMost: .seconds(180))
    let length = min(max(asked, .seconds(1)), .seconds(86_400))
    let until = now.instant.advanced(by: length)
    hold = max(hold ?? until, until)
    let whole = max(hold ?? until, until)
    standing.connection = .throttled(until: whole)
    save(StoreCommit(hold: now.wall.reached(after: now.instant.duration(to: whole))))
  }

  /// Doubles with each failure, with jitter so that a whole store does not come back in the same second.
  private mutating func wait(_ first: Duration, times: Int, atMost longest: Duration) -> Duration {
    let whole = min(first * (1 << min(max(times - 1, 0), 16)), longest)
    let share = Double(source.random.next() >> 11) / Double(1 << 53)
    return whole * (0.5 + share / 2)
  }
}

extension Timestamp {
  /// The first tick by which all of a duration has passed: a restart must not ask the split second before.
  func reached(after duration: Duration) -> Timestamp {
    let moment = advanced(by: duration)
    return self.duration(to: moment) < duration ? Timestamp(ticks: moment.ticks + 1) : moment
  }
}
