public import StoreModel

/// Who and what a walk is about.
public struct Scene: Sendable {
  /// The workers that take turns at the terminals.
  public var workers: [Worker]
  /// The web user.
  public var web: UserID
  /// The store's lists.
  public var lists: [ListID]
  /// The buckets of each list.
  public var buckets: [ListID: [String]]
  /// What the terminals were told of their store; nil for nothing.
  public var profile: StoreProfile?
  /// What the server has at the start.
  public var states: [ServerState]

  /// A scene.
  public init(
    workers: [Worker], web: UserID, lists: [ListID], buckets: [ListID: [String]], profile: StoreProfile?,
    states: [ServerState]
  ) {
    self.workers = workers
    self.web = web
    self.lists = lists
    self.buckets = buckets
    self.profile = profile
    self.states = states
  }

  /// The account somebody uses.
  func user(_ author: Author) -> UserID { author.worker.map { UserID(rawValue: workers[$0].id.object) } ?? web }
}
