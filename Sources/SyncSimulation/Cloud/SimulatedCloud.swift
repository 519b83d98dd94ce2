public import StoreModel
public import TaskSync

/// Who asks something of the server.
public struct Author: Hashable, Sendable {
  /// The terminal; nil for the web.
  public var till: Int?
  /// The worker's number; nil for the web user's own account.
  public var worker: Int?
  /// The outbox row a write carries out.
  public var row: Int64?
}

/// What becomes of one request on its way there and back.
public enum Fate: Hashable, Sendable {
  case clean
  /// It never arrives, and nobody can tell.
  case lostRequest
  /// It arrives; the answer does not.
  case lostAnswer
  /// No connection.
  case noConnection
  case tokenRejected
  case throttled(seconds: Int?)
  /// The server fails before or after it did what was asked.
  case trouble(status: Int, isDone: Bool)
  /// It arrives; of the answer only a part comes back.
  case truncated
}

/// One request at the server's door.
public struct ServerCall: Hashable, Sendable {
  /// Who asks.
  public var author: Author
  /// Graph user id of their account.
  public var user: UserID
  /// What.
  public var request: ServerRequest
  /// What becomes of it.
  public var fate: Fate
  /// The server's clock.
  public var moment: Timestamp
}

/// Task and details as the server has them.
public struct ServerState: Hashable, Sendable {
  public var task: StoreTask
  public var details: TaskDetails

  /// A state.
  public init(task: StoreTask, details: TaskDetails) {
    self.task = task
    self.details = details
  }
}

/// What came of a call: what the asker is told, and what is true.
public struct CallOutcome: Hashable, Sendable {
  /// What the asker is told.
  public var reply: ServerReply
  /// Whether the server did what a write asked for.
  public var isDone: Bool
  /// The task a write was about, by its server id.
  public var task: TaskID?
  /// What the server has of it afterwards; nil when it is gone.
  public var state: ServerState?

  /// An outcome.
  public init(reply: ServerReply, isDone: Bool = false, task: TaskID? = nil, state: ServerState? = nil) {
    self.reply = reply
    self.isDone = isDone
    self.task = task
    self.state = state
  }
}

extension Fate {
  /// What the asker is told instead of the answer; nil when it is told the answer.
  var failure: ServerFailure? {
    switch self {
    case .clean: nil
    case .lostRequest, .lostAnswer: .unknownOutcome
    case .noConnection: .offline
    case .tokenRejected: .tokenRejected
    case .throttled(let seconds): .throttled(wait: seconds.map { .seconds($0) })
    case .trouble(let status, _): .serverTrouble(status: status)
    case .truncated: .unreadable
    }
  }

  /// Whether the server gets to do it.
  public var arrives: Bool {
    switch self {
    case .clean, .lostAnswer, .truncated: true
    case .trouble(_, let isDone): isDone
    case .lostRequest, .noConnection, .tokenRejected, .throttled: false
    }
  }
}
