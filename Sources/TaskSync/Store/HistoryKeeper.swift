public import StoreModel

/// Keeps what a worker did over sessions, sealed as their unsent changes are: it outlives lock, hand-over and sign-out.
public protocol HistoryKeeper: Sendable {
  /// Adds records at a moment, and drops those that are older than `historyDays`, or too many.
  func addHistory(_ records: [[UInt8]], at moment: Timestamp, for worker: PersonID) async throws(StoreFault)

  /// A worker's records, oldest first; those that cannot be opened are left out.
  func keptHistory(of worker: PersonID) async -> [[UInt8]]
}

/// Days for which records of a history are kept.
public let historyDays = 31

/// Records of one worker that are kept at most.
public let historyLimit = 2000
