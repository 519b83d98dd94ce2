/// What a worker wrote into a task that is to be made.
public struct NewTask: Hashable, Sendable {
  /// The plan it goes into.
  public var list: ListID
  /// The bucket in that plan, if any.
  public var bucketID: String?
  /// 1 to 255 UTF-16 units, or the server refuses it.
  public var title: String
  /// 0–100.
  public var percentComplete: Int
  /// 0–10, low number first.
  public var priority: Int
  /// When work may start; not after `due`, or the server refuses it.
  public var start: Timestamp?
  /// When it is due.
  public var due: Timestamp?
  /// Who works on it: members of the plan's team.
  public var assignees: [UserID]
  /// Keys `category1`…`category25`.
  public var categories: [String]
  /// The note; sent as an edit of its own once the task is there.
  public var note: String
  /// Items to tick, each with a GUID as its key; sent as edits of their own.
  public var checklist: [TaskDetails.ChecklistItem]

  /// A new task; only plan and title have to be said.
  public init(
    list: ListID, bucketID: String? = nil, title: String, percentComplete: Int = 0, priority: Int = 5,
    start: Timestamp? = nil, due: Timestamp? = nil, assignees: [UserID] = [], categories: [String] = [],
    note: String = "", checklist: [TaskDetails.ChecklistItem] = []
  ) {
    self.list = list
    self.bucketID = bucketID
    self.title = title
    self.percentComplete = percentComplete
    self.priority = priority
    self.start = start
    self.due = due
    self.assignees = assignees
    self.categories = categories
    self.note = note
    self.checklist = checklist
  }

  /// One that is like a task there was: what it takes to bring a deleted task back under a new id.
  public init(like task: StoreTask, details: TaskDetails? = nil) {
    self.init(
      list: task.list, bucketID: task.bucketID, title: task.title, percentComplete: task.percentComplete,
      priority: task.priority, start: task.start, due: task.due, assignees: task.assignees,
      categories: task.categories, note: details?.note ?? "", checklist: details?.checklist ?? [])
  }
}

extension StoreTask {
  /// Whether a task is still as it was made, as far as what is known of it tells.
  public func isStill(_ new: NewTask, details: TaskDetails? = nil) -> Bool {
    var now = NewTask(like: self, details: details)
    // Planner puts a task without a bucket into one itself.
    if new.bucketID == nil { now.bucketID = nil }
    if details == nil {
      guard hasNote != new.note.isEmpty, checklistCount == new.checklist.count else { return false }
      (now.note, now.checklist) = (new.note, new.checklist)
    }
    guard Set(now.assignees) == Set(new.assignees), Set(now.categories) == Set(new.categories) else { return false }
    (now.assignees, now.categories) = (new.assignees, new.categories)
    return now == new
  }
}

extension TaskID {
  /// The id of a task that this terminal made and the server has not given an id yet; `key` is a GUID of `ClientKeys`.
  public static func local(_ key: String) -> TaskID { TaskID(rawValue: localMark + key) }

  /// Whether only this terminal knows the task; no server id holds a colon.
  public var isLocal: Bool { rawValue.hasPrefix(Self.localMark) }

  private static let localMark = "new:"
}
