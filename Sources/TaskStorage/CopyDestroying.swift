import FoundationEssentials
import GRDB
import StoreModel
import TaskSync

/// How copies are destroyed, whatever the disk takes.
extension SQLiteTaskStore {
  /// The half of a worker's copy key that has its own file; without one what lies of the copy opens no more and is dropped.
  func copyKey(of pseudonym: [UInt8], _ database: StoreDatabase) throws -> [UInt8] {
    let file = CopyKey(folder, pseudonym)
    if let half = try file.read() { return half }
    try database.queue.inDatabase { try Self.drop(Data(pseudonym), $0) }
    return try file.make()
  }

  /// Drops the rows of copies whose key was destroyed when the disk took no transaction.
  func sweep(_ database: StoreDatabase) {
    _ = try? database.queue.inDatabase { connection in
      let workers = try Data.fetchAll(connection, sql: "SELECT pseudonym FROM worker WHERE copySalt IS NOT NULL")
      for worker in workers where try CopyKey(folder, Array(worker)).read() == nil { try Self.drop(worker, connection) }
    }
  }

  /// Tasks and unsent changes of a worker.
  static func counts(_ pseudonym: Data, _ database: Database) throws -> (tasks: Int, changes: Int) {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT (SELECT count(*) FROM copy WHERE worker = id AND kind = ?),
          (SELECT count(*) FROM outbox WHERE worker = id) FROM worker WHERE pseudonym = ?
        """, arguments: [Int(CopyKind.task.rawValue), pseudonym])
    return (row?[0] ?? 0, row?[1] ?? 0)
  }

  static func destroy(_ pseudonym: Data, isKeyGone: Bool, _ database: Database) throws -> CopyDestruction {
    let before = try counts(pseudonym, database)
    try drop(pseudonym, database)
    if before.changes == 0 {
      try database.execute(
        sql: """
          DELETE FROM worker WHERE pseudonym = ? AND place IS NULL
          AND NOT EXISTS (SELECT 1 FROM history WHERE worker = worker.id)
          """, arguments: [pseudonym])
    }
    // The salt must not live on in the log.
    try database.checkpoint(.truncate)
    let left = isKeyGone ? 0 : try counts(pseudonym, database).tasks
    return CopyDestruction(tasksDestroyed: before.tasks - left, tasksLeft: left, changesKept: before.changes)
  }

  private static func drop(_ pseudonym: Data, _ database: Database) throws {
    try database.inTransaction(.immediate) {
      try database.execute(
        sql: "DELETE FROM copy WHERE worker = (SELECT id FROM worker WHERE pseudonym = ?)", arguments: [pseudonym])
      try database.execute(
        sql: "UPDATE worker SET copySalt = NULL, copyMark = NULL, pinSalt = NULL, pinWrap = NULL WHERE pseudonym = ?",
        arguments: [pseudonym])
      return .commit
    }
  }
}

/// Whether the file that is open is still the one in the folder.
extension SQLiteTaskStore {
  /// Begins anew after somebody removed the files under the running program; says what its worker lost by it.
  func forgetRemoved(of worker: PersonID?) {
    if let worker, let (database, key) = try? ready() {
      let pseudonym = Data(key.pseudonym(tenant: worker.tenant, object: worker.object))
      let counts = try? database.queue.inDatabase { try Self.counts(pseudonym, $0) }
      notices.append(.filesRemoved(changesLost: counts?.changes ?? 0))
    }
    letGo()
  }
}

extension StoreDatabase {
  /// Whether what it holds was sealed under another key than the terminal's.
  func isOfAnotherKey(_ key: TerminalKey, isFirstKey: Bool) throws -> Bool {
    try queue.inDatabase { database in
      if let mark = try Data.fetchOne(database, sql: "SELECT keyMark FROM terminal") { return Array(mark) != key.mark }
      return try isFirstKey && Int.fetchOne(database, sql: "SELECT count(*) FROM worker") ?? 0 > 0
    }
  }

  /// Notes the key, once.
  func mark(_ key: TerminalKey) throws {
    try queue.inDatabase { database in
      guard try Data.fetchOne(database, sql: "SELECT keyMark FROM terminal") == nil else { return }
      try database.execute(sql: "INSERT INTO terminal (keyMark) VALUES (?)", arguments: [Data(key.mark)])
    }
  }
}
