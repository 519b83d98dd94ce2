/// A Planner plan as the store works it.
public struct TaskList: Hashable, Sendable, Identifiable {
  /// A bucket of the plan.
  public struct Bucket: Hashable, Sendable, Identifiable {
    /// Server id.
    public var id: String
    /// Untrusted text.
    public var name: String
    /// Place among the plan's buckets.
    public var orderHint: String

    /// A bucket.
    public init(id: String, name: String, orderHint: String = "") {
      self.id = id
      self.name = name
      self.orderHint = orderHint
    }
  }

  /// Server id.
  public var id: ListID
  /// Version of the plan resource.
  public var etag: ETag
  /// Untrusted text.
  public var title: String
  /// The team (group) that holds it.
  public var teamID: String?
  /// Buckets in the order people see.
  public var buckets: [Bucket]
  /// What the plan calls its labels, by key `category1`…`category25`; those without a name are left out. Untrusted text.
  public var labels: [String: String]

  /// A list.
  public init(
    id: ListID, etag: ETag, title: String, teamID: String? = nil, buckets: [Bucket] = [], labels: [String: String] = [:]
  ) {
    self.id = id
    self.etag = etag
    self.title = title
    self.teamID = teamID
    self.buckets = buckets
    self.labels = labels
  }
}
