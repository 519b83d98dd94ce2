public import StoreModel

/// Where tasks live for good: Planner behind Graph, or a model of it in tests and simulation.
///
/// Answers are enums, not status codes; nothing is thrown, nothing is repeated inside: when to repeat is the machine's
/// decision alone.
public protocol TaskServer: Sendable {
  /// Asks one thing and says what came of it; cancelling the calling task answers `.failed(.cancelled)` or, for writes,
  /// `.failed(.unknownOutcome)`.
  func answer(_ request: ServerRequest) async -> ServerReply

  /// The last answer was `tokenRejected`: gets a fresh token if that can be done without a person.
  func renewToken() async -> TokenRenewal
}

/// What came of renewing a token.
public enum TokenRenewal: Hashable, Sendable {
  /// There is a fresh one.
  case renewed
  /// A person has to sign in again.
  case signInNeeded
  /// The identity provider could not be reached; later perhaps.
  case unreachable
}

/// One thing to ask of the server.
public enum ServerRequest: Hashable, Sendable {
  /// Teams the worker is a member of. Terms of use: at sign-in and on demand only, never in a loop.
  case teams
  /// The plans of a team, without their buckets.
  case lists(team: String)
  /// One plan, without its buckets.
  case list(ListID)
  /// The buckets of a plan, in the order people see.
  case buckets(ListID)
  /// What a plan calls its labels.
  case labels(ListID)
  /// Every task of a plan, all pages.
  case tasks(ListID)
  /// Every task assigned to the worker, over all plans.
  case myTasks
  /// One task.
  case task(TaskID)
  /// One task's details.
  case details(TaskID)
  /// The details of up to 20 tasks in one request; what cannot be read is left out of the answer.
  case detailsOf([TaskID])
  /// A person's name.
  case person(UserID)
  /// Writes one field, against the version given of the task or of its details.
  case write(TaskID, TaskWrite, seen: ETag)
  /// Makes a task; answered with it. Its note and checklist are not part of this.
  case create(NewTask)
  /// Deletes a task, against the version given; answered with `done`.
  case delete(TaskID, seen: ETag)

  /// Whether it changes something on the server.
  public var isWrite: Bool {
    switch self {
    case .write, .create, .delete: true
    default: false
    }
  }
}

/// What came of one request.
public struct ServerReply: Hashable, Sendable {
  /// The answer.
  public var answer: ServerAnswer
  /// The server's own clock (`Date`), when it said so.
  public var date: Timestamp?

  /// An answer.
  public init(_ answer: ServerAnswer, date: Timestamp? = nil) {
    self.answer = answer
    self.date = date
  }
}

/// The ways a request ends.
public enum ServerAnswer: Hashable, Sendable {
  case teams([ServerTeam])
  case lists([TaskList])
  case list(TaskList)
  case buckets([TaskList.Bucket])
  /// By key `category1`…`category25`; those without a name are left out.
  case labels([String: String])
  case tasks([ServerTask])
  case task(ServerTask)
  case details(ServerDetails)
  case detailsOf([ServerDetails])
  /// A person's name; nil when the directory has none.
  case person(String?)
  /// Done, but the new state was not sent back (204).
  case done
  /// 409: the same field was changed since the version seen.
  case clashed
  /// 412: that version is not known any more.
  case stale
  /// 404 or 410.
  case gone
  /// 403; the limit's code when the server named one. Untrusted text.
  case forbidden(limit: String?)
  /// 400 and other answers that say the request itself is wrong.
  case malformed
  /// No usable answer.
  case failed(ServerFailure)
}

extension ServerAnswer {
  /// Whether the server said something that could be read.
  var isUsable: Bool { if case .failed = self { false } else { true } }
}

/// Why there was no usable answer.
public enum ServerFailure: Hashable, Sendable {
  /// 401: the token is not accepted.
  case tokenRejected
  /// 429, or 503 with `Retry-After`: every request has to wait; nil when it was not said how long.
  case throttled(wait: Duration?)
  /// The server failed (5xx); a write was perhaps done nevertheless.
  case serverTrouble(status: Int)
  /// The answer could not be read; a write was perhaps done nevertheless.
  case unreadable
  /// Nothing was sent: no network, no such name, no connection.
  case offline
  /// The request may have been received, but no answer came.
  case unknownOutcome
  /// The server's certificate is not trusted: nothing was sent.
  case notTrusted(host: String)
  /// The calling task was cancelled before anything was sent.
  case cancelled
}
