import StoreModel

/// A Planner plan of a team.
struct PracticePlan: Hashable, Codable, Sendable {
  var id: String
  var title: String
  /// The group that holds it.
  var groupID: String
  var creator: String
  var created: Timestamp
  /// User ids.
  var sharedWith: [String]
  var categories: [String: String]
  var versions = FieldVersions()
  var detailsVersions = FieldVersions()
  /// In the order of creation.
  var bucketIDs: [String] = []
  /// In the order of creation.
  var taskIDs: [String] = []

  var mark: VersionMark { VersionMark(.plan, versions.current) }
  var detailsMark: VersionMark { VersionMark(.planDetails, detailsVersions.current) }
}

/// A bucket of a plan.
struct PracticeBucket: Hashable, Codable, Sendable {
  var id: String
  var planID: String
  var name: String
  var orderHint: String
  var versions = FieldVersions()

  var mark: VersionMark { VersionMark(.bucket, versions.current) }
}
