import FoundationEssentials
import GRDB
import StoreModel
import TaskSync

/// The worker whose copy is open: keys, and where in the database each thing lies.
struct OpenWorker: Sendable {
  let person: PersonID
  let id: Int64
  let copySeal: RowSeal
  let outboxSeal: RowSeal
  var places: [CopyKey: Int64] = [:]
  var lastRow: Int64 = 0

  /// What a row of the copy is about; only in memory, for the database shows no ids.
  enum CopyKey: Hashable, Sendable {
    case task(TaskID)
    case details(TaskID)
    case lists
    case person(UserID)
    case locks(TaskID)

    var kind: CopyKind {
      switch self {
      case .task: .task
      case .details: .details
      case .lists: .lists
      case .person: .person
      case .locks: .locks
      }
    }
  }

  /// Reads everything of the worker; rows of the copy that cannot be opened are left out, the server has them.
  mutating func read(_ database: Database) throws -> StoreContents {
    var contents = StoreContents()
    let rows = try Row.fetchCursor(
      database, sql: "SELECT row, kind, sealed FROM copy WHERE worker = ? ORDER BY row", arguments: [id])
    while let row = try rows.next() {
      let number: Int64 = row[0]
      let kind: Int = row[1]
      let sealed: Data = row[2]
      guard let kind = CopyKind(rawValue: UInt8(clamping: kind)) else { continue }
      guard let key = try? take(sealed, kind, number, into: &contents) else { continue }
      places[key] = number
    }
    lastRow = try Int64.fetchOne(database, sql: "SELECT max(row) FROM copy") ?? 0
    let outbox = try Row.fetchCursor(
      database, sql: "SELECT sequence, sealed FROM outbox WHERE worker = ? ORDER BY sequence", arguments: [id])
    while let row = try outbox.next() {
      let sequence: Int64 = row[0]
      let sealed: Data = row[1]
      if let change = try? change(sealed, sequence) { contents.outbox.append(change) }
    }
    let facts = try Row.fetchOne(database, sql: "SELECT lastSequence, hold FROM worker WHERE id = ?", arguments: [id])
    contents.lastSequence = facts?[0] ?? 0
    let hold: Int64? = facts?[1]
    contents.hold = hold.map(Timestamp.init(ticks:))
    return contents
  }

  /// Opens one outbox row.
  func change(_ sealed: Data, _ sequence: Int64) throws -> OutboxRow {
    var reader = BlobReader(try outboxSeal.open(Array(sealed), kind: outboxKind, row: sequence))
    return try reader.row()
  }

  private func take(_ sealed: Data, _ kind: CopyKind, _ row: Int64, into contents: inout StoreContents) throws
    -> CopyKey
  {
    var reader = BlobReader(try copySeal.open(Array(sealed), kind: kind.rawValue, row: row))
    switch kind {
    case .task:
      let task = try reader.task()
      contents.tasks.append(task)
      return .task(task.id)
    case .details:
      let details = try reader.details()
      contents.details.append(details)
      return .details(details.task)
    case .lists:
      contents.lists = try reader.lists()
      return .lists
    case .person:
      let user = UserID(rawValue: try reader.text())
      contents.people[user] = try reader.text()
      return .person(user)
    case .locks:
      let task = TaskID(rawValue: try reader.text())
      contents.locks[task] = Set(try reader.data().compactMap(TaskField.Kind.init(rawValue:)))
      return .locks(task)
    }
  }
}
