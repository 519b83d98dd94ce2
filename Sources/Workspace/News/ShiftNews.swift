import StoreModel
import TaskSync

/// What has come to the worker's tasks since the shift began, and what is near, kept as tasks change.
struct ShiftNews: Equatable, Sendable {
  /// Something about a task that is due soon is said this long before.
  static let soon = Duration.seconds(3600)

  private(set) var newForYou: Set<TaskID> = []
  private(set) var published: Set<TaskID> = []
  private(set) var changed: Set<TaskID> = []
  private(set) var dueSoon: Set<TaskID> = []
  private(set) var overdue: Set<TaskID> = []
  /// Tasks with news the worker has not looked at.
  private(set) var unseen: Set<TaskID> = []
  /// How often so far a task became the worker's, or late without their doing: a bell may ring for that.
  private(set) var bellWorthy = 0

  func tasks(of group: NewsGroup) -> Set<TaskID> {
    switch group {
    case .newForYou: newForYou
    case .published: published
    case .changed: changed
    case .dueSoon: dueSoon
    case .overdue: overdue
    case .needsYou: []
    }
  }

  mutating func came(_ task: TaskID, isMine: Bool, isPublished: Bool = false) {
    unseen.insert(task)
    if isMine, newForYou.insert(task).inserted { bellWorthy += 1 }
    if isPublished { published.insert(task) }
  }

  mutating func changed(_ task: TaskID) {
    unseen.insert(task)
    changed.insert(task)
  }

  mutating func see(_ task: TaskID) { unseen.remove(task) }
  mutating func see(_ group: NewsGroup) { unseen.subtract(tasks(of: group)) }

  mutating func forget(_ task: TaskID) {
    newForYou.remove(task)
    published.remove(task)
    changed.remove(task)
    dueSoon.remove(task)
    overdue.remove(task)
    unseen.remove(task)
  }

  /// Finds where a task stands in time.
  mutating func place(_ seen: VisibleTask, isMine: Bool, now: Timestamp) {
    let task = seen.task
    dueSoon.remove(task.id)
    guard isMine, task.status != .complete, let due = task.due, due <= now.advanced(by: ShiftNews.soon) else {
      overdue.remove(task.id)
      return
    }
    if due >= now {
      overdue.remove(task.id)
      dueSoon.insert(task.id)
    } else if overdue.insert(task.id).inserted, seen.pending == nil {
      // A date the worker has set themselves is no news to them.
      bellWorthy += 1
    }
  }
}

extension StoreTask {
  /// What people see of a task, so that a new version alone is no news.
  func looksLike(_ other: StoreTask) -> Bool {
    title == other.title && percentComplete == other.percentComplete && priority == other.priority
      && due == other.due && start == other.start && assignees == other.assignees && list == other.list
      && bucketID == other.bucketID && hasNote == other.hasNote && checklistCount == other.checklistCount
      && openChecklistCount == other.openChecklistCount && linkCount == other.linkCount
      && categories == other.categories
  }
}
