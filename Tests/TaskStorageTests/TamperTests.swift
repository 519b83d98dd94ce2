import GRDB
import StoreModel
import TaskSync
import Testing

@testable import TaskStorage

/// Somebody who may write the files, but has no key, and what comes of it.
@Suite struct TamperTests {
  enum Attack: String, CaseIterable, Sendable {
    case swapped, putBack, removed, olderMark, noMark, damaged

    /// Statements on one table of one worker; `old` holds the rows as they were one transaction earlier.
    func carryOut(_ table: String, _ number: String, _ database: Database) throws {
      let mark = table == "copy" ? "copyMark" : "outboxMark"
      switch self {
      case .swapped:
        try database.execute(
          sql: """
            CREATE TABLE pair AS SELECT \(number) AS n, sealed FROM \(table) ORDER BY \(number) LIMIT 2;
            UPDATE \(table) SET sealed = (SELECT sealed FROM pair WHERE n <> \(table).\(number))
              WHERE \(number) IN (SELECT n FROM pair);
            """)
      case .putBack:
        try database.execute(
          sql: "UPDATE \(table) SET sealed = (SELECT sealed FROM old WHERE n = 1) WHERE \(number) = 1")
      case .removed: try database.execute(sql: "DELETE FROM \(table) WHERE \(number) = 2")
      case .olderMark: try database.execute(sql: "UPDATE worker SET \(mark) = (SELECT \(mark) FROM oldMarks)")
      case .noMark: try database.execute(sql: "UPDATE worker SET \(mark) = NULL")
      case .damaged: try database.execute(sql: "UPDATE \(table) SET sealed = zeroblob(90) WHERE \(number) = 2")
      }
    }
  }

  /// A store after two transactions, with what lay in the table before the second kept aside.
  private func attacked(_ table: String, _ number: String, _ attack: Attack) async throws -> StoreContents {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let store = SQLiteTaskStore(folder: try StateFolder(folder.path))
    _ = try await store.open(for: Sample.anna)
    let rows = (1...3).map { Sample.row(Int64($0)) }
    try await store.commit(StoreCommit(tasks: (1...3).map { Sample.task($0) }, rows: rows), for: Sample.anna)
    try await store.inspect { database in
      try database.execute(
        sql: """
          CREATE TABLE old AS SELECT \(number) AS n, sealed FROM \(table);
          CREATE TABLE oldMarks AS SELECT copyMark, outboxMark FROM worker;
          """)
    }
    try await store.commit(
      StoreCommit(tasks: [Sample.task(1, title: "newer")], rows: [Sample.row(1, .setTitle("newer"))]), for: Sample.anna)
    await store.close()
    try await store.inspect { try attack.carryOut(table, number, $0) }
    return try await store.open(for: Sample.anna)
  }

  @Test(arguments: Attack.allCases) func aCopyThatWasChangedIsDroppedWhole(_ attack: Attack) async throws {
    let contents = try await attacked("copy", "row", attack)
    #expect(contents.tasks.isEmpty)
    #expect(contents.notices == [.copyChanged])
    #expect(contents.outbox.count == 3 && contents.outbox.allSatisfy { $0.stop == nil })
  }

  @Test(arguments: Attack.allCases) func changesInAnOutboxThatWasChangedWaitForTheirOwner(_ attack: Attack) async throws
  {
    let contents = try await attacked("outbox", "sequence", attack)
    #expect(contents.notices == [.outboxChanged])
    #expect(contents.tasks.count == 3)
    let readable = [Attack.swapped: 1, .removed: 2, .damaged: 2][attack] ?? 3
    #expect(contents.outbox.count == readable)
    #expect(contents.outbox.allSatisfy { $0.stop == .needsDecision(.fileChanged) })
    #expect(contents.lastSequence == 3)
  }

  @Test func itIsSaidOnceAndThenGoesOn() async throws {
    let folder = try TemporaryFolder()
    let store = SQLiteTaskStore(folder: try StateFolder(folder.path))
    _ = try await store.open(for: Sample.anna)
    try await store.commit(
      StoreCommit(tasks: [Sample.task(1)], rows: [Sample.row(1), Sample.row(2)]), for: Sample.anna)
    try await store.inspect { try $0.execute(sql: "DELETE FROM outbox WHERE sequence = 1") }
    #expect(try await store.open(for: Sample.anna).notices == [.outboxChanged])
    let again = try await SQLiteTaskStore(folder: StateFolder(folder.path)).open(for: Sample.anna)
    #expect(again.notices.isEmpty)
    #expect(again.outbox.map(\.stop) == [.needsDecision(.fileChanged)])
  }

  @Test func aSequenceNumberIsNotUsedAgainHoweverTheFileSays() async throws {
    let folder = try TemporaryFolder()
    let store = SQLiteTaskStore(folder: try StateFolder(folder.path))
    _ = try await store.open(for: Sample.anna)
    try await store.commit(StoreCommit(rows: [Sample.row(9)]), for: Sample.anna)
    try await store.commit(StoreCommit(removedRows: [9]), for: Sample.anna)
    try await store.inspect { try $0.execute(sql: "UPDATE worker SET lastSequence = 0") }
    #expect(try await store.open(for: Sample.anna).lastSequence == 9)
  }

  /// A database of the first version: no marks, rows sealed under version 1.
  @Test func aDatabaseOfTheFirstVersionGoesOn() async throws {
    let folder = try TemporaryFolder()
    let store = SQLiteTaskStore(folder: try StateFolder(folder.path))
    _ = try await store.open(for: Sample.anna)
    try await store.commit(StoreCommit(tasks: [Sample.task(1)], rows: [Sample.row(1)]), for: Sample.anna)
    try await store.sealAsVersionOne(of: Sample.anna)
    let old = try await store.open(for: Sample.anna)
    #expect(old.notices.isEmpty && old.tasks.count == 1 && old.outbox == [Sample.row(1)])
    try await store.commit(StoreCommit(tasks: [Sample.task(2)]), for: Sample.anna)
    try await store.inspect { try $0.execute(sql: "DELETE FROM copy WHERE row = 1") }
    #expect(try await store.open(for: Sample.anna).notices == [.copyChanged])
  }
}
