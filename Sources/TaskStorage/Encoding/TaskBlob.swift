import StoreModel
import TaskSync

extension BlobWriter {
  mutating func write(_ server: ServerTask) {
    let task = server.task
    write(task.id.rawValue)
    write(task.etag.rawValue)
    write(task.list.rawValue)
    write(task.bucketID)
    write(task.title)
    write(task.percentComplete)
    write(task.priority)
    write(task.start)
    write(task.due)
    write(task.created)
    write(task.completed)
    write(task.completedBy?.rawValue)
    write(task.createdBy?.rawValue)
    write(UInt64(task.assignees.count))
    for user in task.assignees { write(user.rawValue) }
    write(UInt64(task.categories.count))
    for category in task.categories { write(category) }
    write(task.orderHint)
    write(task.hasNote)
    write(task.checklistCount)
    write(task.openChecklistCount)
    write(task.linkCount)
    write(server.rest)
  }
}

extension BlobReader {
  /// A task, its texts those of others where they are the same; the unknown rest of it stays on disk.
  mutating func task(_ texts: inout TextPool) throws(BlobBroken) -> StoreTask {
    var task = StoreTask(
      id: TaskID(rawValue: try text()), etag: ETag(rawValue: try text()), list: ListID(rawValue: try text(&texts)),
      bucketID: try bool() ? try text(&texts) : nil, title: try text())
    task.percentComplete = try int()
    task.priority = try int()
    task.start = try moment()
    task.due = try moment()
    task.created = try moment()
    task.completed = try moment()
    task.completedBy = try bool() ? UserID(rawValue: try text(&texts)) : nil
    task.createdBy = try bool() ? UserID(rawValue: try text(&texts)) : nil
    task.assignees = texts.group(try many { reader throws(BlobBroken) in UserID(rawValue: try reader.text(&texts)) })
    task.categories = try many { reader throws(BlobBroken) in try reader.text() }
    task.orderHint = try text()
    task.hasNote = try bool()
    task.checklistCount = try int()
    task.openChecklistCount = try int()
    task.linkCount = try int()
    return task
  }
}
