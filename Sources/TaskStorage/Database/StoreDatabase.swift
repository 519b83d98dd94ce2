import FoundationEssentials
import GRDB
import TaskSync

/// The SQLite file of a terminal: opened so that a commit is on the disk when it returns, and migrated by version.
struct StoreDatabase: Sendable {
  let queue: DatabaseQueue

  /// Opens or makes the file; throws what SQLite says, damage included.
  init(path: String) throws {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(5)
    // GRDB keeps SQLite's messages, never the values.
    configuration.publicStatementArguments = false
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA secure_delete = ON")
      // So many pages (16 MB) that the first sync of a large store goes into the log at once: a commit is on the disk with
      // the log, and moving it into the file would hold the next one up.
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
      let verdict = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
      if verdict != "ok" { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    }
    try Self.migrator.migrate(queue)
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: workers, copy, outbox") { database in
      try database.execute(
        sql: """
          CREATE TABLE worker (
            id INTEGER PRIMARY KEY, pseudonym BLOB NOT NULL UNIQUE, copySalt BLOB, outboxSalt BLOB NOT NULL,
            lastSequence INTEGER NOT NULL DEFAULT 0, hold INTEGER);
          CREATE TABLE copy (
            row INTEGER PRIMARY KEY, worker INTEGER NOT NULL REFERENCES worker, kind INTEGER NOT NULL,
            sealed BLOB NOT NULL);
          CREATE INDEX copyByWorker ON copy (worker, kind);
          CREATE TABLE outbox (
            worker INTEGER NOT NULL REFERENCES worker, sequence INTEGER NOT NULL, made INTEGER NOT NULL,
            sealed BLOB NOT NULL, PRIMARY KEY (worker, sequence)) WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("2: marks over all rows") { database in
      try database.execute(
        sql:
          "ALTER TABLE worker ADD COLUMN copyMark BLOB; ALTER TABLE worker ADD COLUMN outboxMark BLOB;"
      )
    }
    migrator.registerMigration("3: place") { database in
      try database.execute(sql: "ALTER TABLE worker ADD COLUMN place BLOB")
    }
    migrator.registerMigration("4: session PIN") { database in
      try database.execute(
        sql: """
          ALTER TABLE worker ADD COLUMN pinSalt BLOB;
          ALTER TABLE worker ADD COLUMN pinWrap BLOB;
          ALTER TABLE worker ADD COLUMN pinTries INTEGER NOT NULL DEFAULT 0;
          """)
    }
    migrator.registerMigration("5: history") { database in
      try database.execute(
        sql: """
          CREATE TABLE history (
            row INTEGER PRIMARY KEY, worker INTEGER NOT NULL REFERENCES worker ON DELETE CASCADE, made INTEGER NOT NULL,
            sealed BLOB NOT NULL);
          CREATE INDEX historyByWorker ON history (worker, row);
          """)
    }
    migrator.registerMigration("6: mark of the terminal's key") { database in
      try database.execute(sql: "CREATE TABLE terminal (keyMark BLOB NOT NULL)")
    }
    migrator.registerMigration("7: tasks that got another id") { database in
      try database.execute(sql: "ALTER TABLE worker ADD COLUMN renamings BLOB")
    }
    return migrator
  }
}

/// What a row of the copy holds; part of what is sealed, so never renumber.
enum CopyKind: UInt8, Sendable {
  case task = 1
  case details = 2
  case lists = 3
  case person = 4
  case locks = 5
}

/// The kind under which outbox rows are sealed.
let outboxKind: UInt8 = 16

/// The kind under which a worker's place is sealed.
let placeKind: UInt8 = 32

/// The kind under which is sealed which tasks of a worker got another id.
let renamingsKind: UInt8 = 80

/// The kind under which records of a history are sealed.
let historyKind: UInt8 = 64

/// The kind under which what a PIN opens is sealed.
let pinKind: UInt8 = 48

extension StoreFault {
  /// What a failure of SQLite means to sync.
  init(_ error: any Error) {
    let code = (error as? DatabaseError)?.resultCode
    self =
      error as? StoreFault ?? (error as? StateFolderFault)?.storeFault
      ?? (code == .SQLITE_FULL ? .diskFull : .diskFailed)
  }
}

extension Error {
  /// Whether the file itself is damaged, or is no database at all.
  var meansDamage: Bool {
    let code = (self as? DatabaseError)?.resultCode
    return code == .SQLITE_CORRUPT || code == .SQLITE_NOTADB
  }
}
