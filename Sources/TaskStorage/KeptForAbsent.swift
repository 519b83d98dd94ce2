import FoundationEssentials
import GRDB
public import StoreModel
public import TaskSync

/// What a terminal keeps for workers who are not signed in: how much, never whose.
public struct KeptForAbsent: Hashable, Sendable {
  /// Workers of whom anything is kept.
  public var workers = 0
  /// Changes that were never sent.
  public var changes = 0
  /// When the oldest of them was made, by this terminal's clock.
  public var oldest: Timestamp?
  /// Copies of tasks that can still be opened: their workers did not sign out, or the disk refused.
  public var copies = 0
  /// Damaged databases set aside.
  public var damagedFiles = 0

  /// Whether there is nothing.
  public var isEmpty: Bool { workers == 0 && damagedFiles == 0 }
}

extension SQLiteTaskStore {
  /// How much is kept. With a moment only for workers who changed nothing after it.
  public func keptForAbsent(before moment: Timestamp? = nil) async throws(StoreFault) -> KeptForAbsent {
    do {
      return try kept(before: moment)
    } catch {
      throw StoreFault(error)
    }
  }

  /// Removes it for good: copies, unsent changes, places, history and set-aside files, with every salt. Says what is left.
  ///
  /// Nobody may work at this terminal meanwhile; whoever was open is closed.
  public func purge(before moment: Timestamp? = nil) async throws(StoreFault) -> KeptForAbsent {
    await close()
    do {
      try inspect { database in
        let since = [moment?.ticks ?? Int64.max]
        let absent = try Data.fetchAll(
          database, sql: "SELECT pseudonym FROM worker WHERE \(Self.isAbsent)", arguments: StatementArguments(since))
        // First what a full disk takes as well.
        for pseudonym in absent { _ = CopyKey(folder, Array(pseudonym)).destroy() }
        try database.inTransaction(.immediate) {
          let gone = "SELECT id FROM worker WHERE \(Self.isAbsent)"
          for table in ["copy", "history", "outbox"] {
            try database.execute(
              sql: "DELETE FROM \(table) WHERE worker IN (\(gone))", arguments: StatementArguments(since))
          }
          // Whoever has no change left was absent: everything else of theirs is gone already.
          try database.execute(sql: "DELETE FROM worker WHERE id NOT IN (SELECT worker FROM outbox)")
          return .commit
        }
        // Nothing of it must live on in the log or in free pages.
        try database.execute(sql: "VACUUM")
        try database.checkpoint(.truncate)
      }
      for name in damagedFiles { folder.remove(name) }
      folder.sync()
      return try kept(before: moment)
    } catch {
      throw StoreFault(error)
    }
  }

  private func kept(before moment: Timestamp?) throws -> KeptForAbsent {
    var kept = try inspect { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT count(DISTINCT worker.id), count(outbox.sequence), min(outbox.made)
          FROM worker LEFT JOIN outbox ON outbox.worker = worker.id WHERE \(Self.isAbsent)
          """, arguments: [moment?.ticks ?? Int64.max])
      let oldest: Int64? = row?[2]
      var kept = KeptForAbsent(
        workers: row?[0] ?? 0, changes: row?[1] ?? 0, oldest: oldest.map(Timestamp.init(ticks:)))
      let copies = try Data.fetchAll(
        database,
        sql: """
          SELECT pseudonym FROM worker WHERE \(Self.isAbsent)
          AND EXISTS (SELECT 1 FROM copy WHERE copy.worker = worker.id)
          """, arguments: [moment?.ticks ?? Int64.max])
      kept.copies = try copies.count { try CopyKey(folder, Array($0)).read() != nil }
      return kept
    }
    kept.damagedFiles = damagedFiles.count { $0.hasSuffix(".sqlite") }
    return kept
  }

  private var damagedFiles: [String] { folder.names { $0.hasPrefix("tasks-damaged-") } }

  private static let isAbsent =
    "NOT EXISTS (SELECT 1 FROM outbox AS newer WHERE newer.worker = worker.id AND newer.made >= ?)"
}
