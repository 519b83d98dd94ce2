public import StoreModel

/// What was asked and answered, newest last; never a token, a query or a body.
public struct LoggedRequest: Hashable, Sendable {
  /// When it was answered.
  public var time: Timestamp
  /// `GET`.
  public var method: String
  /// Path without the query.
  public var path: String
  /// Status of the answer; 0 when the connection ended without one.
  public var status: Int
  /// Sign-in name of the token's owner; nil where no good token was shown.
  public var username: String?
}

/// The last requests; old ones make room.
struct RequestLog: Sendable {
  static let limit = 2000
  private(set) var entries: [LoggedRequest] = []

  mutating func add(_ entry: LoggedRequest) {
    if entries.count >= Self.limit { entries.removeFirst(Self.limit / 4) }
    entries.append(entry)
  }
}
