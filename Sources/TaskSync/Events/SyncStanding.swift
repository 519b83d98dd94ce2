public import StoreModel

/// How sync stands, for the truth line and F2.
public struct SyncStanding: Hashable, Sendable {
  /// Whether the last exchange got an answer.
  public var connection: Connection
  /// When the last complete round ended; nil before the first.
  public var lastSync: Now?
  /// When the next round is due; nil while one is running or none can.
  public var nextRound: Instant?
  /// A first sync's progress: lists read of all; nil otherwise.
  public var progress: Progress?
  /// Lists that could not be read in the last round, by title; the others went on.
  public var listTrouble: [ListTrouble]
  /// Why there are no lists at all, when there are none and it is known.
  public var noListsBecause: NoListsReason?
  /// Tasks with a note that was not read yet: a search through notes does not find them.
  public var notesNotRead: Int
  /// Tasks that all at once were not among the server's answers: kept, and asked for once more.
  public var tasksInDoubt: Int
  /// Whether the server's clock and ours differ by more than 5 minutes.
  public var isClockSuspect: Bool

  /// The connection as far as the last exchange tells.
  public enum Connection: Hashable, Sendable {
    case connecting, online
    /// No answer; tried again at the moment given.
    case offline(since: Timestamp, retry: Instant)
    /// The server asked to wait.
    case throttled(until: Instant)
    /// The session's token is not accepted; a sign-in is needed.
    case signInNeeded
    /// The server's certificate is not trusted: never retried silently.
    case notTrusted(host: String)

    /// When the server is asked next by itself; nil where nothing waits for a moment.
    public var wait: Instant? {
      switch self {
      case .offline(_, let moment), .throttled(let moment): moment
      case .connecting, .online, .signInNeeded, .notTrusted: nil
      }
    }
  }
  /// Progress of a first sync.
  public struct Progress: Hashable, Sendable {
    /// Lists read.
    public var done: Int
    /// Lists in all.
    public var all: Int
    /// Progress of `done` out of `all`.
    public init(done: Int, all: Int) {
      self.done = done
      self.all = all
    }
  }
  /// A list that could not be read.
  public struct ListTrouble: Hashable, Sendable {
    /// Its title, or its id where the title is not known. Untrusted text.
    public var title: String
    /// HTTP status, 403 or 404 among them; 0 when the answer could not be read.
    public var status: Int
    /// A list and its status.
    public init(title: String, status: Int) {
      self.title = title
      self.status = status
    }
  }
  /// Why there are no lists.
  public enum NoListsReason: Hashable, Sendable {
    /// The profile names neither a team nor a manager.
    case storeHasNoTeam
    /// The profile names a manager and no team, and Graph has none either.
    case notProvisioned
    /// Graph has a team or lists that the profile does not name.
    case notDistributed
    /// The profile names no team, and nothing tells why.
    case teamUnclear
    case integrationOff, notMember, noPlans
  }

  /// A standing.
  public init(
    connection: Connection = .connecting, lastSync: Now? = nil, nextRound: Instant? = nil,
    progress: Progress? = nil,
    listTrouble: [ListTrouble] = [], noListsBecause: NoListsReason? = nil, notesNotRead: Int = 0,
    tasksInDoubt: Int = 0, isClockSuspect: Bool = false
  ) {
    self.connection = connection
    self.lastSync = lastSync
    self.nextRound = nextRound
    self.progress = progress
    self.listTrouble = listTrouble
    self.noListsBecause = noListsBecause
    self.notesNotRead = notesNotRead
    self.tasksInDoubt = tasksInDoubt
    self.isClockSuspect = isClockSuspect
  }
}
