import StoreModel

/// One copy of each text that many tasks carry (plan, bucket, people), instead of one for each task.
struct SharedTexts: Sendable {
  private var texts: Set<String> = []
  private var groups: Set<[UserID]> = []

  /// Gives a task the copies that others have already.
  mutating func share(_ task: inout StoreTask) {
    task.list.rawValue = one(task.list.rawValue)
    task.bucketID = task.bucketID.map { one($0) }
    task.createdBy = task.createdBy.map { UserID(rawValue: one($0.rawValue)) }
    task.completedBy = task.completedBy.map { UserID(rawValue: one($0.rawValue)) }
    task.assignees = groups.insert(task.assignees).memberAfterInsert
  }

  private mutating func one(_ text: String) -> String { texts.insert(text).memberAfterInsert }
}
