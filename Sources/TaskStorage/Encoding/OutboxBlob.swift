import StoreModel
import TaskSync

extension BlobWriter {
  mutating func write(_ row: OutboxRow) {
    write(row.id)
    write(row.task.rawValue)
    write(row.list.rawValue)
    write(row.title)
    switch row.edit {
    case .setStatus(let status):
      write(0)
      write(status.percentComplete)
    case .check(let item, let isChecked):
      write(1)
      write(item)
      write(isChecked)
    }
    write(row.base.etag.rawValue)
    switch row.base.value {
    case .percentComplete(let percent):
      write(0)
      write(percent)
    case .item(let title, let isChecked):
      write(1)
      write(title)
      write(isChecked)
    }
    write(row.made.ticks)
    write(row.sawRemoteComplete)
    switch row.stop {
    case nil: write(0)
    case .needsDecision(let trouble):
      write(1)
      write(trouble)
    case .refused(let trouble):
      write(2)
      write(trouble)
    }
  }

  private mutating func write(_ trouble: ChangeTrouble) {
    switch trouble {
    case .conflict(let remote, let by):
      write(0)
      write(remote.percentComplete)
      write(by?.rawValue)
    case .itemConflict(let isChecked):
      write(1)
      write(isChecked.map { $0 ? 2 : 1 } ?? 0)
    case .taskGone: write(2)
    case .forbidden(let limit):
      write(3)
      write(limit)
    case .malformed: write(4)
    }
  }
}

extension BlobReader {
  mutating func row() throws(BlobBroken) -> OutboxRow {
    let id = try signed()
    let task = TaskID(rawValue: try text())
    let list = ListID(rawValue: try text())
    let title = try text()
    let edit: TaskEdit =
      switch try int() {
      case 0: .setStatus(TaskStatus(percentComplete: try int()))
      case 1: .check(item: try text(), isChecked: try bool())
      default: throw BlobBroken()
      }
    let etag = ETag(rawValue: try text())
    let value: EditBase.Value =
      switch try int() {
      case 0: .percentComplete(try int())
      case 1: .item(title: try text(), isChecked: try bool())
      default: throw BlobBroken()
      }
    let made = Timestamp(ticks: try signed())
    let sawRemoteComplete = try bool()
    let stop: ChangeStop? =
      switch try int() {
      case 0: nil
      case 1: .needsDecision(try trouble())
      case 2: .refused(try trouble())
      default: throw BlobBroken()
      }
    return OutboxRow(
      id: id, task: task, list: list, title: title, edit: edit, base: EditBase(etag: etag, value: value), made: made,
      stop: stop, sawRemoteComplete: sawRemoteComplete)
  }

  private mutating func trouble() throws(BlobBroken) -> ChangeTrouble {
    switch try int() {
    case 0:
      return .conflict(
        remote: TaskStatus(percentComplete: try int()),
        remoteCompletedBy: try optionalText().map(UserID.init(rawValue:))
      )
    case 1:
      let value = try int()
      return .itemConflict(isChecked: value == 0 ? nil : value == 2)
    case 2: return .taskGone
    case 3: return .forbidden(limit: try optionalText())
    case 4: return .malformed
    default: throw BlobBroken()
    }
  }
}
