public import StoreModel

/// Everything that can happen to sync.
public enum SyncInput: Hashable, Sendable {
  /// A worker is signed in and their copy was read from disk.
  case begin(Worker, StoreContents)
  /// The worker acts on a task; `seen` is what they saw of the field, where that may be another value by now.
  case edit(TaskEdit, TaskID, seen: EditBase.Value? = nil)
  /// The worker decides about a change that stopped.
  case decide(Int64, ChangeDecision)
  /// The worker gives up changes of theirs that were not sent, by their outbox ids.
  case discard([Int64])
  /// The worker wants to see the server's state now.
  case syncNow
  /// The worker opened a task.
  case loadDetails(TaskID)
  /// The session is about to end: send what can be sent, read nothing more.
  case flush
  /// A transaction is on disk, or could not be written.
  case committed(CommitID, StoreFault?)
  /// The server answered.
  case answered(AskID, ServerReply)
  /// What came of renewing the token.
  case renewed(TokenRenewal)
  /// The moment of the last `wake` has come.
  case timer
  /// The session is locked or over: forget everything.
  case end
}

/// Names one request.
public struct AskID: Hashable, Comparable, Sendable {
  let number: UInt64
  public static func < (a: AskID, b: AskID) -> Bool { a.number < b.number }
}

/// Names one transaction.
public struct CommitID: Hashable, Sendable {
  let number: UInt64
}

/// What sync wants done; to be carried out in order.
public enum SyncAction: Hashable, Sendable {
  /// Write one transaction for the worker given, then answer with `committed`.
  case commit(CommitID, StoreCommit, PersonID)
  /// Ask the server, then answer with `answered`.
  case ask(AskID, ServerRequest)
  /// Get a fresh token, then answer with `renewed`.
  case renewToken
  /// Give `timer` at this moment; replaces the last one, nil cancels it.
  case wake(Instant?)
  /// Tell the front end.
  case report(SyncEvent)
}
