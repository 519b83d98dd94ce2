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
  var places: [CopyKey: CopyPlace] = [:]
  /// What the transaction being written changed in `places`: each thing and the place it had.
  var moved: [(key: CopyKey, place: CopyPlace?)] = []
  var lastRow: Int64 = 0
  var copySum = RowSum.zero
  var outboxSum = RowSum.zero
  var outboxTerms: [Int64: RowSum] = [:]
  var lastSequence: Int64 = 0
  var renamings: [TaskRenaming] = []
  var writtenCopyMark: RowMark?
  var writtenOutboxMark: RowMark?
  /// What somebody changed in the files, if they did.
  var changedOutside: StorageNotice?

  /// Where a thing lies, and what it adds to the sum.
  struct CopyPlace: Hashable, Sendable {
    var row: Int64
    var term: RowSum
  }

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

  /// Goes back to what was before a transaction that was not written; `before` comes without its places, of which there
  /// are too many for a copy with each transaction.
  mutating func takeBack(to before: OpenWorker) {
    for (key, place) in moved.reversed() { places[key] = place }
    let kept = places
    self = before
    places = kept
  }

  /// Reads everything of the worker.
  ///
  /// A copy in which a row is missing, swapped, put back or out of date is dropped whole: the server has everything. Of
  /// such an outbox every change that opens is kept, and waits until its owner has looked at it.
  mutating func read(_ database: Database) throws -> StoreContents {
    var contents = StoreContents()
    var hasOldRows = try readCopy(database, into: &contents)
    hasOldRows = try readOutbox(database, into: &contents) || hasOldRows
    let facts = try Row.fetchOne(
      database,
      // A hold of the server is everybody's, whoever ran into it.
      sql: """
        SELECT lastSequence, (SELECT max(hold) FROM worker), copyMark, outboxMark, renamings FROM worker WHERE id = ?
        """,
      arguments: [id])
    contents.lastSequence = facts?[0] ?? 0
    let hold: Int64? = facts?[1]
    contents.hold = hold.map(Timestamp.init(ticks:))
    let copyMark: Data? = facts?[2]
    let outboxMark: Data? = facts?[3]
    if let sealed = facts?[4] as Data? { renamings = readRenamings(sealed) }
    contents.renamings = renamings
    writtenCopyMark = copyMark.flatMap { RowMark(Array($0), copySeal) }
    writtenOutboxMark = outboxMark.flatMap { RowMark(Array($0), outboxSeal) }
    lastSequence = max(
      contents.lastSequence, writtenOutboxMark?.lastSequence ?? 0, contents.outbox.last?.id ?? 0)
    contents.lastSequence = lastSequence
    if copySum != writtenCopyMark?.sum ?? .zero, !hasOldRows || writtenCopyMark != nil {
      try dropCopy(database, &contents)
    }
    if outboxSum != writtenOutboxMark?.sum ?? .zero, !hasOldRows || writtenOutboxMark != nil {
      for index in contents.outbox.indices {
        contents.outbox[index].stop = .needsDecision(.fileChanged)
      }
      changedOutside = .outboxChanged
    }
    return contents
  }

  /// True when there are rows from before there was a sum.
  private mutating func readCopy(_ database: Database, into contents: inout StoreContents) throws
    -> Bool
  {
    var hasOldRows = false
    var texts = TextPool()
    let rows = try Row.fetchCursor(
      database, sql: "SELECT row, kind, sealed FROM copy WHERE worker = ? ORDER BY row", arguments: [id])
    while let row = try rows.next() {
      let number: Int64 = row[0]
      let kind: Int = row[1]
      let sealed: Data = row[2]
      guard let kind = CopyKind(rawValue: UInt8(clamping: kind)),
        let opened = opened(sealed, copySeal, kind.rawValue, number)
      else { continue }
      hasOldRows = hasOldRows || opened.isOld
      let term = copySeal.term(sealed, kind: kind.rawValue, row: number)
      copySum += term
      if let key = try? take(opened.bytes, kind, &texts, into: &contents) {
        places[key] = CopyPlace(row: number, term: term)
      }
    }
    lastRow = try Int64.fetchOne(database, sql: "SELECT max(row) FROM copy") ?? 0
    return hasOldRows
  }

  private mutating func readOutbox(_ database: Database, into contents: inout StoreContents) throws
    -> Bool
  {
    var hasOldRows = false
    let outbox = try Row.fetchCursor(
      database, sql: "SELECT sequence, sealed FROM outbox WHERE worker = ? ORDER BY sequence", arguments: [id])
    while let row = try outbox.next() {
      let sequence: Int64 = row[0]
      let sealed: Data = row[1]
      guard let opened = opened(sealed, outboxSeal, outboxKind, sequence) else { continue }
      hasOldRows = hasOldRows || opened.isOld
      let term = outboxSeal.term(sealed, kind: outboxKind, row: sequence)
      outboxSum += term
      outboxTerms[sequence] = term
      var reader = BlobReader(opened.bytes)
      if let change = try? reader.row() { contents.outbox.append(change) }
    }
    return hasOldRows
  }

  /// Those that do not open are missed by nothing but words that wait for a task under its old id.
  private func readRenamings(_ sealed: Data) -> [TaskRenaming] {
    guard let bytes = try? outboxSeal.open(Array(sealed), kind: renamingsKind, row: 0) else { return [] }
    var reader = BlobReader(bytes)
    let read = try? reader.many { reader throws(BlobBroken) in
      TaskRenaming(TaskID(rawValue: try reader.text()), to: TaskID(rawValue: try reader.text()))
    }
    return read ?? []
  }

  private func opened(_ sealed: Data, _ seal: RowSeal, _ kind: UInt8, _ row: Int64) -> (
    bytes: [UInt8], isOld: Bool
  )? {
    if let bytes = try? seal.open(sealed, kind: kind, row: row) { return (bytes, false) }
    return (try? seal.open(sealed, kind: kind, row: row, version: 1)).map { ($0, true) }
  }

  private mutating func dropCopy(_ database: Database, _ contents: inout StoreContents) throws {
    try database.execute(sql: "DELETE FROM copy WHERE worker = ?", arguments: [id])
    places = [:]
    copySum = .zero
    contents.lists = []
    contents.tasks = []
    contents.details = []
    contents.people = [:]
    contents.locks = [:]
    changedOutside = .copyChanged
  }

  private func take(
    _ bytes: [UInt8], _ kind: CopyKind, _ texts: inout TextPool, into contents: inout StoreContents
  ) throws -> CopyKey {
    var reader = BlobReader(bytes)
    switch kind {
    case .task:
      let task = try reader.task(&texts)
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
