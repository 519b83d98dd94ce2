/// A Planner task id: 28 characters, case-sensitive, made by the server.
public struct TaskID: Hashable, Sendable, RawRepresentable {
  /// As the server wrote it.
  public var rawValue: String
  /// An id as the server wrote it.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A Planner plan id; people see a plan as a task list.
public struct ListID: Hashable, Sendable, RawRepresentable {
  /// As the server wrote it.
  public var rawValue: String
  /// An id as the server wrote it.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A version mark of one resource (`@odata.etag`), opaque; each resource of a task has its own.
public struct ETag: Hashable, Sendable, RawRepresentable {
  /// As the server wrote it, with its `W/` and quotes.
  public var rawValue: String
  /// A mark as the server wrote it.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// How far a task is, as people see it.
public enum TaskStatus: Hashable, Sendable, CaseIterable {
  case notStarted, inProgress, complete

  /// From Planner's `percentComplete`: 0, 1–99, 100.
  public init(percentComplete: Int) {
    self = percentComplete <= 0 ? .notStarted : percentComplete >= 100 ? .complete : .inProgress
  }

  /// What Planner's own pages write: 0, 50, 100.
  public var percentComplete: Int {
    switch self {
    case .notStarted: 0
    case .inProgress: 50
    case .complete: 100
    }
  }
}

/// A task as Planner v1.0 describes it, without its details.
///
/// All text is untrusted. Fields that Tillside does not know are kept beside it by whoever reads the wire.
public struct StoreTask: Hashable, Sendable, Identifiable {
  /// Server id.
  public var id: TaskID
  /// Version of the task resource (not of its details).
  public var etag: ETag
  /// The plan it belongs to.
  public var list: ListID
  /// The bucket in the plan, if any.
  public var bucketID: String?
  /// Title.
  public var title: String
  /// 0–100 as the server has it; `status` is what people see.
  public var percentComplete: Int
  /// 0–10, low number first; Planner's pages write 1, 3, 5, 9.
  public var priority: Int
  /// When work may start.
  public var start: Timestamp?
  /// When it is due.
  public var due: Timestamp?
  /// When it was created.
  public var created: Timestamp?
  /// When it was completed.
  public var completed: Timestamp?
  /// Who completed it.
  public var completedBy: UserID?
  /// Who created it.
  public var createdBy: UserID?
  /// Who works on it, in the server's order.
  public var assignees: [UserID]
  /// Keys `category1`…`category25` that apply, sorted.
  public var categories: [String]
  /// Place in the plan's own list.
  public var orderHint: String
  /// Whether its details hold a note.
  public var hasNote: Bool
  /// Checklist items in all.
  public var checklistCount: Int
  /// Checklist items not ticked.
  public var openChecklistCount: Int
  /// Links in its details.
  public var linkCount: Int

  /// A task; everything but its identity has the value of a fresh Planner task unless said.
  public init(
    id: TaskID, etag: ETag, list: ListID, bucketID: String? = nil, title: String, percentComplete: Int = 0,
    priority: Int = 5, start: Timestamp? = nil, due: Timestamp? = nil, created: Timestamp? = nil,
    completed: Timestamp? = nil, completedBy: UserID? = nil, createdBy: UserID? = nil, assignees: [UserID] = [],
    categories: [String] = [], orderHint: String = "", hasNote: Bool = false, checklistCount: Int = 0,
    openChecklistCount: Int = 0, linkCount: Int = 0
  ) {
    self.id = id
    self.etag = etag
    self.list = list
    self.bucketID = bucketID
    self.title = title
    self.percentComplete = percentComplete
    self.priority = priority
    self.start = start
    self.due = due
    self.created = created
    self.completed = completed
    self.completedBy = completedBy
    self.createdBy = createdBy
    self.assignees = assignees
    self.categories = categories
    self.orderHint = orderHint
    self.hasNote = hasNote
    self.checklistCount = checklistCount
    self.openChecklistCount = openChecklistCount
    self.linkCount = linkCount
  }

  /// How far it is.
  public var status: TaskStatus { TaskStatus(percentComplete: percentComplete) }
}
