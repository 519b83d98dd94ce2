import StoreModel
import TaskSync

/// Rows of the outbox are written as version 2; rows of version 1, which began with their own number, are read as well.
private let rowVersion = 2

extension BlobWriter {
  mutating func write(_ row: OutboxRow) {
    // No row has the number 0: it tells a version from the number a row of version 1 begins with.
    write(0)
    write(rowVersion)
    write(row.id)
    write(row.task.rawValue)
    write(row.list.rawValue)
    write(row.title)
    write(row.edit)
    write(row.base.etag.rawValue)
    write(row.base.value)
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
    write(row.isMerged)
    write(row.attempt != nil)
    if let attempt = row.attempt {
      write(attempt.started.ticks)
      write(UInt64(attempt.others.count))
      for task in attempt.others { write(task.rawValue) }
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
    case .changed(let remote, let by):
      write(5)
      write(remote)
      write(by?.rawValue)
    case .severalAlike(let tasks):
      write(6)
      write(UInt64(tasks.count))
      for task in tasks { write(task.rawValue) }
    case .listGone: write(7)
    case .tooOld: write(8)
    case .fileChanged: write(9)
    }
  }
}

extension BlobReader {
  mutating func row() throws(BlobBroken) -> OutboxRow {
    var id = try signed()
    var version = 1
    if id == 0 {
      version = try int()
      guard version == rowVersion else { throw BlobBroken() }
      id = try signed()
    }
    var row = OutboxRow(
      id: id, task: TaskID(rawValue: try text()), list: ListID(rawValue: try text()), title: try text(),
      edit: try edit(), base: EditBase(etag: ETag(rawValue: try text()), value: try value()),
      made: Timestamp(ticks: try signed()))
    row.sawRemoteComplete = try bool()
    switch try int() {
    case 0: break
    case 1: row.stop = .needsDecision(try trouble())
    case 2: row.stop = .refused(try trouble())
    default: throw BlobBroken()
    }
    guard version > 1 else { return row }
    row.isMerged = try bool()
    if try bool() {
      row.attempt = CreationAttempt(started: Timestamp(ticks: try signed()), others: try tasks())
    }
    return row
  }

  private mutating func tasks() throws(BlobBroken) -> [TaskID] {
    try many { reader throws(BlobBroken) in TaskID(rawValue: try reader.text()) }
  }

  private mutating func trouble() throws(BlobBroken) -> ChangeTrouble {
    switch try int() {
    case 0:
      return .conflict(
        remote: TaskStatus(percentComplete: try int()),
        remoteCompletedBy: try optionalText().map(UserID.init(rawValue:)))
    case 1:
      let value = try int()
      return .itemConflict(isChecked: value == 0 ? nil : value == 2)
    case 2: return .taskGone
    case 3: return .forbidden(limit: try optionalText())
    case 4: return .malformed
    case 5: return .changed(remote: try value(), by: try optionalText().map(UserID.init(rawValue:)))
    case 6: return .severalAlike(try tasks())
    case 7: return .listGone
    case 8: return .tooOld
    case 9: return .fileChanged
    default: throw BlobBroken()
    }
  }
}
