/// Time and activity for everything that works beside the loop; a manual one in tests, tapes and simulation.
///
/// The program is idle when no activity is counted and the mailbox is empty. Sleeping is not activity: `sleep` ends the
/// caller's activity and begins it again *before* the caller goes on, so idle is a fact at every moment.
public protocol StoreClock: Sendable {
  /// Both clocks now.
  func now() -> Now

  /// Suspends the caller, who must be counted as one activity, until the moment has come.
  ///
  /// Throws `CancellationError` when the task is cancelled; the caller is counted again then too.
  func sleep(until moment: Instant) async throws

  /// Counts one activity; call it before starting the task that does the work.
  func beginActivity()

  /// Ends one activity, after its results have been delivered.
  func endActivity()

  /// Where work that `start` begins runs; nil for the global pool.
  var executor: (any TaskExecutor)? { get }
}

extension StoreClock {
  public var executor: (any TaskExecutor)? { nil }

  /// Starts work in a task that counts as activity from now until it ends.
  @discardableResult
  public func start(_ work: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
    beginActivity()
    return Task(executorPreference: executor) {
      await work()
      endActivity()
    }
  }
}
