/// How eagerly sync works.
public struct SyncSettings: Hashable, Sendable {
  /// From the end of one round to the next (`sync.pollSeconds`); zero means that nothing is asked until somebody asks.
  public var poll: Duration
  /// Requests at the same time at most.
  public var parallel: Int
  /// First wait after a failure; doubled each time, with jitter.
  public var firstRetry: Duration
  /// Longest wait after a failure.
  public var longestRetry: Duration
  /// Names of people looked up in one round at most.
  public var namesPerRound: Int
  /// Details read ahead in one round at most, 20 to a request.
  public var detailsPerRound: Int
  /// Days after which a change that could not be sent is kept back until its owner decides.
  public var keepsUnsentDays: Int

  /// Settings; a `poll` between zero and one second counts as one second.
  public init(
    poll: Duration = .seconds(60), parallel: Int = 4, firstRetry: Duration = .seconds(2),
    longestRetry: Duration = .seconds(60), namesPerRound: Int = 20, detailsPerRound: Int = 200,
    keepsUnsentDays: Int = 14
  ) {
    self.poll = poll > .zero ? max(poll, .seconds(1)) : .zero
    self.parallel = max(parallel, 1)
    self.firstRetry = firstRetry
    self.longestRetry = longestRetry
    self.namesPerRound = namesPerRound
    self.detailsPerRound = detailsPerRound
    self.keepsUnsentDays = keepsUnsentDays
  }
}
