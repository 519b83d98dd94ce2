import StoreModel

/// A Planner task with its details, as the server keeps it.
struct PracticeTask: Hashable, Codable, Sendable {
  var id: String
  /// Place in the order of creation over the whole tenant; pages of a list go on after it.
  var sequence: Int
  var planID: String
  var bucketID: String?
  var title: String
  var orderHint: String
  var assigneePriority = ""
  var percentComplete = 0
  var priority = 5
  var start: Timestamp?
  var due: Timestamp?
  var created: Timestamp
  var creator: String
  var completed: Timestamp?
  var completedBy: String?
  var previewType = PreviewType.automatic
  var conversationThreadID: String?
  var assignments: [Assignment] = []
  /// Keys that apply.
  var categories: Set<String> = []
  /// Published by head office: the store may not change what it says.
  var isPublished = false
  /// What has to be met before it can be completed.
  var gates: Set<CompletionGate> = []
  /// Whether a manager approved it.
  var isApproved = false
  var versions = FieldVersions()
  var details = PracticeDetails()
  /// Where its card stands; made when somebody first asks.
  var places: BoardPlaces?

  /// Who makes and completes tasks without being a person: a flow of the tenant.
  static let flow = ""

  enum PreviewType: String, Codable, Sendable { case automatic, noPreview, checklist, description, reference }

  struct Assignment: Hashable, Codable, Sendable {
    var user: String
    var orderHint: String
    var by: String
    var at: Timestamp
  }

  var board: BoardPlaces {
    get { places ?? BoardPlaces(orderHint: orderHint) }
    set { places = newValue }
  }

  var mark: VersionMark { VersionMark(.task, versions.current) }
  var detailsMark: VersionMark { VersionMark(.taskDetails, details.versions.current) }

  func isAssigned(to user: String) -> Bool { assignments.contains { $0.user == user } }
}

/// What Planner keeps apart from a task under the same id.
struct PracticeDetails: Hashable, Codable, Sendable {
  var description = ""
  var previewType = PracticeTask.PreviewType.automatic
  /// In the order of creation.
  var checklist: [Item] = []
  /// In the order of creation.
  var references: [Reference] = []
  var versions = FieldVersions()

  struct Item: Hashable, Codable, Sendable {
    /// Made by the client that added it.
    var id: String
    var title: String
    var isChecked: Bool
    var orderHint: String
    var changed: Timestamp
    var changedBy: String
  }

  struct Reference: Hashable, Codable, Sendable {
    /// The address as the wire writes it, with `%`, `.`, `:`, `@` and `#` encoded.
    var key: String
    var alias: String
    var kind: String
    var previewPriority: String
    var changed: Timestamp
    var changedBy: String
  }
}
