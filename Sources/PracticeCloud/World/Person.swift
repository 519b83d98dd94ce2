/// Somebody in the practice tenant's directory.
struct Person: Hashable, Codable, Sendable, Identifiable {
  /// What they do in the chain.
  enum Role: String, Hashable, Codable, Sendable, CaseIterable { case worker, manager, regional, communications }

  /// Entra object id, a GUID.
  var id: String
  /// Sign-in name, `name@domain`.
  var username: String
  var password: String
  var displayName: String
  var role: Role
  /// Number of the store they work in; nil for head office.
  var store: String?
  /// "Allow task management" at headquarters.
  var mayManageTasks = false
  /// The Retail task manager role: what makes a communications manager (FAQ).
  var isTaskManager = false
  /// Whether the account is mapped to a worker; terminals do not know an account that is not.
  var isMapped = true
  /// Whether they left the company.
  var hasLeft = false
}

/// A team in the practice tenant; its id is also its group's.
struct Team: Hashable, Codable, Sendable, Identifiable {
  /// Group id, a GUID.
  var id: String
  var name: String
  var about: String
  /// Ids of people; owners who are not members may not touch its plans.
  var owners: [String]
  var members: [String]
}

/// A store of the chain.
struct PracticeStore: Hashable, Codable, Sendable {
  /// As people say it, leading zeros kept.
  var number: String
  var name: String
  var teamID: String?
  var planIDs: [String]
  /// Title of the plan head office publishes into; nil means the first.
  var publishedPlan: String?
}
