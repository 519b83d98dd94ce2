import StoreModel

extension StoreTask {
  /// The task that a creation makes, as long as the server has not answered.
  init(made new: NewTask, _ row: OutboxRow, by worker: UserID) {
    self.init(
      id: row.task, etag: ETag(rawValue: ""), list: new.list, bucketID: new.bucketID, title: new.title,
      percentComplete: new.percentComplete, priority: new.priority, start: new.start, due: new.due, created: row.made,
      completed: new.percentComplete >= 100 ? row.made : nil, completedBy: new.percentComplete >= 100 ? worker : nil,
      createdBy: worker, assignees: new.assignees, categories: new.categories.sorted())
  }

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
      task.count(items: 0, open: isChecked ? -1 : 1)
    case .addItem(_, _, let isChecked): task.count(items: 1, open: isChecked ? 0 : 1)
    case .removeItem:
      guard case .item(_, let wasChecked) = row.base.value else { return task }
      task.count(items: -1, open: wasChecked ? 0 : -1)
    case .setNote(let text): task.hasNote = !text.isEmpty
    case .setTitle(let text): task.title = text
    case .setDue(let moment): task.due = moment
    case .setStart(let moment): task.start = moment
    case .setPriority(let number): task.priority = number
    case .moveToBucket(let bucket): task.bucketID = bucket
    case .assign(let user):
      if !task.assignees.contains(where: user.isSame) { task.assignees.append(user) }
    case .unassign(let user): task.assignees.removeAll(where: user.isSame)
    case .setCategory(let key, let applies):
      task.categories.removeAll { $0 == key }
      if applies { task.categories = (task.categories + [key]).sorted() }
    case .renameItem, .moveItem, .create, .delete: break
    }
    return task
  }

  private mutating func count(items: Int, open: Int) {
    checklistCount = max(checklistCount + items, 0)
    openChecklistCount = min(max(openChecklistCount + open, 0), checklistCount)
  }
}

extension TaskDetails {
  /// The details with one unsent edit applied.
  func applying(_ row: OutboxRow) -> TaskDetails {
    var details = self
    if case .setNote(let text) = row.edit {
      details.note = text
      return details
    }
    guard let key = row.edit.checklistItem else { return self }
    guard let index = checklist.firstIndex(where: { $0.id == key }) else {
      if case .addItem(_, let title, let isChecked) = row.edit {
        details.checklist.append(ChecklistItem(id: key, title: title, isChecked: isChecked))
      }
      return details
    }
    switch row.edit {
    case .check(_, let isChecked): details.checklist[index].isChecked = isChecked
    case .renameItem(_, let title): details.checklist[index].title = title
    case .removeItem: details.checklist.remove(at: index)
    case .moveItem(_, let after): details.move(index, after: after)
    default: break
    }
    return details
  }

  private mutating func move(_ index: Int, after: String?) {
    let item = checklist.remove(at: index)
    let place = after.map { key in checklist.firstIndex { $0.id == key }.map { $0 + 1 } ?? index } ?? 0
    checklist.insert(item, at: min(place, checklist.count))
  }
}
