import StoreModel

extension StoreTask {
  /// The task with one unsent edit applied, as the server will most likely show it.
  func applying(_ row: OutboxRow, by worker: UserID) -> StoreTask {
    var task = self
    switch row.edit {
    case .setStatus(let status):
      guard task.status != status else { return task }
      task.percentComplete = status.percentComplete
      task.completed = status == .complete ? row.made : nil
      task.completedBy = status == .complete ? worker : nil
    case .check(_, let isChecked):
      guard case .item(_, let wasChecked) = row.base.value, wasChecked != isChecked else { return task }
      let open = task.openChecklistCount + (isChecked ? -1 : 1)
      task.openChecklistCount = min(max(open, 0), task.checklistCount)
    }
    return task
  }
}

extension TaskDetails {
  /// The details with one unsent edit applied.
  func applying(_ row: OutboxRow) -> TaskDetails {
    guard case .check(let item, let isChecked) = row.edit,
      let index = checklist.firstIndex(where: { $0.id == item })
    else { return self }
    var details = self
    details.checklist[index].isChecked = isChecked
    return details
  }
}
