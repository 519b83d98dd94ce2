import FoundationEssentials
import GRDB
public import StoreModel
public import TaskSync

extension SQLiteTaskStore {
  public func addHistory(
    _ records: [[UInt8]], at moment: Timestamp, for worker: PersonID
  ) async throws(StoreFault) {
    if isRemoved { throw .filesRemoved }
    let (database, key) = try ready()
    let pseudonym = key.pseudonym(tenant: worker.tenant, object: worker.object)
    let oldest = moment.ticks - Int64(historyDays) * 86_400 * 10_000_000
    do {
      try database.queue.inDatabase { connection in
        try connection.inTransaction(.immediate) {
          let salts = try Self.salts(of: pseudonym, connection)
          let seal = RowSeal(key, salt: salts.outbox, pseudonym: pseudonym, purpose: "history")
          var row = try Int64.fetchOne(connection, sql: "SELECT max(row) FROM history") ?? 0
          for record in records {
            row += 1
            try connection.execute(
              sql: "INSERT INTO history (row, worker, made, sealed) VALUES (?, ?, ?, ?)",
              arguments: [row, salts.id, moment.ticks, try seal.seal(record, kind: historyKind, row: row)])
          }
          try connection.execute(
            sql: """
              DELETE FROM history WHERE made < ? OR worker = ? AND row <= (
                SELECT row FROM history WHERE worker = ? ORDER BY row DESC LIMIT 1 OFFSET ?)
              """, arguments: [oldest, salts.id, salts.id, historyLimit])
          return .commit
        }
      }
    } catch {
      throw StoreFault(error)
    }
  }

  public func keptHistory(of worker: PersonID) async -> [[UInt8]] {
    guard let (database, key) = try? ready() else { return [] }
    let pseudonym = key.pseudonym(tenant: worker.tenant, object: worker.object)
    let rows = try? database.queue.inDatabase { connection in
      try Row.fetchAll(
        connection,
        sql: """
          SELECT outboxSalt, row, sealed FROM history JOIN worker ON worker.id = history.worker
          WHERE pseudonym = ? ORDER BY row
          """, arguments: [Data(pseudonym)])
    }
    guard let rows, let salt = rows.first?[0] as Data? else { return [] }
    let seal = RowSeal(key, salt: Array(salt), pseudonym: pseudonym, purpose: "history")
    return rows.compactMap { row in
      let sealed: Data = row[2]
      return try? seal.open(Array(sealed), kind: historyKind, row: row[1])
    }
  }
}
