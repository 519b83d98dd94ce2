import StoreModel
import TaskSync

/// Edits and the values they were made on; numbers of cases are on disks and are never given to another case.
extension BlobWriter {
  mutating func write(_ edit: TaskEdit) {
    switch edit {
    case .setStatus(let status): write(0, status.percentComplete)
    case .check(let item, let isChecked):
      write(1, item)
      write(isChecked)
    case .addItem(let id, let title, let isChecked):
      write(2, id)
      write(title)
      write(isChecked)
    case .renameItem(let id, let title):
      write(3, id)
      write(title)
    case .removeItem(let id): write(4, id)
    case .moveItem(let id, let after):
      write(5, id)
      write(after)
    case .setNote(let text): write(6, text)
    case .setTitle(let text): write(7, text)
    case .setDue(let moment):
      write(8)
      write(moment)
    case .setStart(let moment):
      write(9)
      write(moment)
    case .setPriority(let number): write(10, number)
    case .moveToBucket(let bucket):
      write(11)
      write(bucket)
    case .assign(let user): write(12, user.rawValue)
    case .unassign(let user): write(13, user.rawValue)
    case .setCategory(let key, let applies):
      write(14, key)
      write(applies)
    case .create(let new):
      write(15)
      write(new)
    case .delete: write(16)
    }
  }

  mutating func write(_ value: EditBase.Value) {
    switch value {
    case .percentComplete(let percent): write(0, percent)
    case .item(let title, let isChecked):
      write(1, title)
      write(isChecked)
    case .noItem: write(2)
    case .place(let after):
      write(3)
      write(after)
    case .text(let text): write(4, text)
    case .moment(let moment):
      write(5)
      write(moment)
    case .number(let number): write(6, number)
    case .bucket(let bucket):
      write(7)
      write(bucket)
    case .applies(let applies):
      write(8)
      write(applies)
    case .task(let task):
      write(9)
      write(ServerTask(task))
    case .nothing: write(10)
    }
  }

  private mutating func write(_ number: Int, _ text: String) {
    write(number)
    write(text)
  }

  private mutating func write(_ number: Int, _ value: Int) {
    write(number)
    write(value)
  }

  private mutating func write(_ new: NewTask) {
    write(new.list.rawValue)
    write(new.bucketID)
    write(new.title)
    write(new.percentComplete)
    write(new.priority)
    write(new.start)
    write(new.due)
    write(UInt64(new.assignees.count))
    for user in new.assignees { write(user.rawValue) }
    write(UInt64(new.categories.count))
    for category in new.categories { write(category) }
    write(new.note)
    write(UInt64(new.checklist.count))
    for item in new.checklist { write(item) }
  }
}

extension BlobReader {
  mutating func edit() throws(BlobBroken) -> TaskEdit {
    switch try int() {
    case 0: .setStatus(TaskStatus(percentComplete: try int()))
    case 1: .check(item: try text(), isChecked: try bool())
    case 2: .addItem(id: try text(), title: try text(), isChecked: try bool())
    case 3: .renameItem(id: try text(), title: try text())
    case 4: .removeItem(id: try text())
    case 5: .moveItem(id: try text(), after: try optionalText())
    case 6: .setNote(try text())
    case 7: .setTitle(try text())
    case 8: .setDue(try moment())
    case 9: .setStart(try moment())
    case 10: .setPriority(try int())
    case 11: .moveToBucket(try optionalText())
    case 12: .assign(UserID(rawValue: try text()))
    case 13: .unassign(UserID(rawValue: try text()))
    case 14: .setCategory(try text(), applies: try bool())
    case 15: .create(try newTask())
    case 16: .delete
    default: throw BlobBroken()
    }
  }

  mutating func value() throws(BlobBroken) -> EditBase.Value {
    switch try int() {
    case 0: .percentComplete(try int())
    case 1: .item(title: try text(), isChecked: try bool())
    case 2: .noItem
    case 3: .place(after: try optionalText())
    case 4: .text(try text())
    case 5: .moment(try moment())
    case 6: .number(try int())
    case 7: .bucket(try optionalText())
    case 8: .applies(try bool())
    case 9: .task(try snapshot())
    case 10: .nothing
    default: throw BlobBroken()
    }
  }

  private mutating func snapshot() throws(BlobBroken) -> StoreTask {
    var texts = TextPool()
    let task = try task(&texts)
    _ = try data()
    return task
  }

  private mutating func newTask() throws(BlobBroken) -> NewTask {
    NewTask(
      list: ListID(rawValue: try text()), bucketID: try optionalText(), title: try text(), percentComplete: try int(),
      priority: try int(), start: try moment(), due: try moment(),
      assignees: try many { reader throws(BlobBroken) in UserID(rawValue: try reader.text()) },
      categories: try many { reader throws(BlobBroken) in try reader.text() }, note: try text(),
      checklist: try many { reader throws(BlobBroken) in try reader.item() })
  }
}
