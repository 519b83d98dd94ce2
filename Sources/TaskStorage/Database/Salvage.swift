import Crypto
import FoundationEssentials
import GRDB
import StoreModel

/// Saves unsent changes out of a damaged database that was set aside, row by row.
///
/// Only rows that still open under their owner's seal are taken: what is damaged stays in the file set aside.
enum Salvage {
  /// Copies what can be read into the new database and answers how many changes that were.
  static func changes(from damaged: String, into database: StoreDatabase, key: TerminalKey) -> Int {
    var configuration = Configuration()
    configuration.readonly = true
    guard let source = try? DatabaseQueue(path: damaged, configuration: configuration) else { return 0 }
    let owners = owners(source)
    var count = 0
    for owner in owners {
      let seal = RowSeal(key, salt: Array(owner.outboxSalt), pseudonym: Array(owner.pseudonym), purpose: "outbox")
      let rows = rows(of: owner, in: source).filter { row in
        let sealed = Array(row.sealed)
        return (try? seal.open(sealed, kind: outboxKind, row: row.sequence)) != nil
          || (try? seal.open(sealed, kind: outboxKind, row: row.sequence, version: 1)) != nil
      }
      guard !rows.isEmpty, (try? write(rows, of: owner, seal, into: database)) != nil else {
        continue
      }
      count += rows.count
    }
    return count
  }

  private struct Owner {
    var id: Int64
    var pseudonym: Data
    var outboxSalt: Data
    var lastSequence: Int64
  }

  private struct SealedRow {
    var sequence: Int64
    var made: Int64
    var sealed: Data
  }

  private static func owners(_ source: DatabaseQueue) -> [Owner] {
    var owners: [Owner] = []
    var last: Int64 = 0
    while let owner = try? source.read({ database in
      try Row.fetchOne(
        database,
        sql: "SELECT id, pseudonym, outboxSalt, lastSequence FROM worker WHERE id > ? ORDER BY id LIMIT 1",
        arguments: [last]
      ).map { Owner(id: $0[0], pseudonym: $0[1], outboxSalt: $0[2], lastSequence: $0[3]) }
    }) {
      owners.append(owner)
      last = owner.id
    }
    return owners
  }

  /// Each row by its own number, so that one bad page does not hide the others.
  private static func rows(of owner: Owner, in source: DatabaseQueue) -> [SealedRow] {
    let newest = max(0, owner.lastSequence)
    let oldest = max(1, newest - 100_000)
    guard newest >= oldest else { return [] }
    return
      (try? source.read { database in
        let find = try database.makeStatement(
          sql: "SELECT sequence, made, sealed FROM outbox WHERE worker = ? AND sequence = ?")
        return (oldest...newest).compactMap { sequence in
          try? Row.fetchOne(find, arguments: [owner.id, sequence])
            .map { SealedRow(sequence: $0[0], made: $0[1], sealed: $0[2]) }
        }
      }) ?? []
  }

  /// What was saved gets a mark of its own: that something was damaged is told, and the file set aside has the rest.
  private static func write(
    _ rows: [SealedRow], of owner: Owner, _ seal: RowSeal, into database: StoreDatabase
  ) throws {
    var sum = RowSum.zero
    for row in rows { sum += seal.term(row.sealed, kind: outboxKind, row: row.sequence) }
    let mark = try RowMark(sum: sum, lastSequence: owner.lastSequence).sealed(seal)
    try database.queue.write { database in
      try database.execute(
        sql:
          "INSERT INTO worker (pseudonym, outboxSalt, lastSequence, outboxMark) VALUES (?, ?, ?, ?)",
        arguments: [owner.pseudonym, owner.outboxSalt, owner.lastSequence, mark])
      let id = database.lastInsertedRowID
      for row in rows {
        try database.execute(
          sql: "INSERT INTO outbox (worker, sequence, made, sealed) VALUES (?, ?, ?, ?)",
          arguments: [id, row.sequence, row.made, row.sealed])
      }
    }
  }
}
