import FoundationEssentials
import GRDB
public import StoreModel
public import TaskSync

/// Copy and outbox in one SQLite file, each worker's rows sealed under keys of their own.
///
/// A commit is on the disk when it returns (WAL, `synchronous=FULL`). Nothing of a worker, their tasks or their changes
/// can be read from the files without the terminal's key and the worker's salt; destroying a copy destroys its salt and the
/// half of its key that has a file of its own.
public actor SQLiteTaskStore: TaskStore {
  static let fileName = "tasks.sqlite"

  let folder: StateFolder
  private let pageLimit: Int?
  private var database: StoreDatabase?
  private var key: TerminalKey?
  private var identity: FileIdentity?
  private var open: OpenWorker?
  var notices: [StorageNotice] = []
  var held = HeldPlaces()

  /// A store in a state folder; no file is touched before the first worker is opened.
  public init(folder: StateFolder) {
    self.folder = folder
    pageLimit = nil
  }

  /// A store that is full after so many pages.
  init(folder: StateFolder, pageLimit: Int) {
    self.folder = folder
    self.pageLimit = pageLimit
  }

  public func open(for worker: PersonID) async throws(StoreFault) -> StoreContents {
    open = nil
    if isRemoved { forgetRemoved(of: worker) }
    let (database, key) = try ready()
    sweep(database)
    let pseudonym = key.pseudonym(tenant: worker.tenant, object: worker.object)
    do {
      let half = try copyKey(of: pseudonym, database)
      let salts = try database.queue.inDatabase { try Self.salts(of: pseudonym, $0) }
      var opened = OpenWorker(
        person: worker, id: salts.id,
        copySeal: RowSeal(key, salt: salts.copy + half, pseudonym: pseudonym, purpose: "copy"),
        outboxSeal: RowSeal(key, salt: salts.outbox, pseudonym: pseudonym, purpose: "outbox"))
      var contents = try database.queue.inDatabase { try opened.read($0) }
      if let changed = opened.changedOutside {
        notices.append(changed)
        try database.queue.inDatabase { connection in
          try connection.inTransaction(.immediate) {
            try opened.write(StoreCommit(rows: contents.outbox), connection)
            return .commit
          }
        }
      }
      open = opened
      contents.notices = notices
      notices = []
      return contents
    } catch {
      throw StoreFault(error)
    }
  }

  public func commit(_ commit: StoreCommit, for worker: PersonID) async throws(StoreFault) {
    guard let database, var opened = open, opened.person == worker else { throw .notOpen }
    if isRemoved { throw .filesRemoved }
    open = nil
    defer { open = opened }
    var before = opened
    before.places = [:]
    do {
      try database.queue.inDatabase { connection in
        try connection.inTransaction(.immediate) {
          try opened.write(commit, connection)
          return .commit
        }
      }
    } catch {
      opened.takeBack(to: before)
      throw StoreFault(error)
    }
    opened.moved = []
    if !commit.rows.isEmpty { Self.fold(database) }
  }

  public func close() async { open = nil }

  public func destroyCopy(of worker: PersonID) async throws(StoreFault) -> CopyDestruction {
    open = nil
    let (database, key) = try ready()
    let pseudonym = key.pseudonym(tenant: worker.tenant, object: worker.object)
    let before = try? database.queue.inDatabase { try Self.counts(Data(pseudonym), $0) }
    if isRemoved {
      forgetRemoved(of: nil)
      return CopyDestruction(
        tasksDestroyed: before?.tasks ?? 0, tasksLeft: 0, changesKept: 0, changesLost: before?.changes ?? 0)
    }
    let isDestroyed = CopyKey(folder, pseudonym).destroy()
    do {
      return try database.queue.inDatabase { try Self.destroy(Data(pseudonym), isKeyGone: isDestroyed, $0) }
    } catch {
      // What opens the rows is gone; the rows go at the next chance.
      guard isDestroyed, let before else { throw StoreFault(error) }
      return CopyDestruction(tasksDestroyed: before.tasks, tasksLeft: 0, changesKept: before.changes)
    }
  }

  public func unsentOfOthers(than worker: PersonID?) async -> UnsentSummary {
    guard let (database, key) = try? ready() else { return UnsentSummary() }
    let pseudonym = Data(worker.map { key.pseudonym(tenant: $0.tenant, object: $0.object) } ?? [])
    let row = try? database.queue.inDatabase { connection in
      try Row.fetchOne(
        connection,
        sql: """
          SELECT count(*), min(made) FROM outbox JOIN worker ON worker.id = outbox.worker WHERE pseudonym <> ?
          """, arguments: [pseudonym])
    }
    guard let row else { return UnsentSummary() }
    let oldest: Int64? = row[1]
    return UnsentSummary(count: row[0], oldest: oldest.map(Timestamp.init(ticks:)))
  }
}

extension SQLiteTaskStore {
  /// The database and the key, opened at first use; a damaged database is set aside and its unsent changes saved.
  func ready() throws(StoreFault) -> (StoreDatabase, TerminalKey) {
    if let database, let key { return (database, key) }
    do {
      // Made anew where it was removed.
      _ = try StateFolder(folder.path)
      let isFirstKey = !folder.has(TerminalKey.fileName)
      let key = try key ?? TerminalKey(in: folder)
      let isFirstFile = folder.isEmpty(Self.fileName)
      if isFirstFile, !isFirstKey { notices.append(.begunAnew) }
      try folder.prepare(Self.fileName)
      let path = folder.file(Self.fileName)
      var opened: StoreDatabase
      do {
        opened = try StoreDatabase(path: path)
        if try opened.isOfAnotherKey(key, isFirstKey: isFirstKey) {
          try opened.queue.close()
          let aside = setAside()
          try folder.prepare(Self.fileName)
          opened = try StoreDatabase(path: path)
          notices.append(.keyChanged(file: aside))
        }
      } catch  where error.meansDamage {
        let aside = setAside()
        try folder.prepare(Self.fileName)
        opened = try StoreDatabase(path: path)
        let salvaged = Salvage.changes(from: folder.file(aside), into: opened, key: key)
        notices.append(.setAside(file: aside, changesSalvaged: salvaged))
      }
      if let pageLimit {
        try opened.queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
      }
      try? opened.mark(key)
      database = opened
      identity = folder.identity(of: Self.fileName)
      self.key = key
      return (opened, key)
    } catch {
      throw StoreFault(error)
    }
  }

  /// Whether somebody removed or replaced the file that is open: what is written into it now is nowhere.
  var isRemoved: Bool { database != nil && folder.identity(of: Self.fileName) != identity }

  /// Closes the file that is open and forgets the key; the next use begins with what is in the folder then.
  func letGo() {
    try? database?.queue.close()
    database = nil
    key = nil
    identity = nil
  }

  /// Brings what the log holds into the file itself.
  ///
  /// SQLite takes a damaged log for one that ends there, and says nothing; damage of the file is noticed, and its rows are
  /// salvaged. So a change its worker saw accepted does not stay in the log alone. The commit stands without it.
  private static func fold(_ database: StoreDatabase) {
    _ = try? database.queue.inDatabase { try $0.checkpoint(.passive) }
  }

  /// Looks into the open database directly.
  func inspect<Value>(_ look: (Database) throws -> Value) throws -> Value {
    try ready().0.queue.inDatabase(look)
  }

  /// Looks into the open database with the keys of whoever is open.
  func inspectOpen(_ look: (OpenWorker, Database) throws -> Void) throws {
    guard let open else { throw StoreFault.notOpen }
    try ready().0.queue.inDatabase { try look(open, $0) }
  }

  /// Gives the damaged files a name of their own, never one that is taken.
  private func setAside() -> String {
    var number = 1
    while folder.has("tasks-damaged-\(number).sqlite") { number += 1 }
    let aside = "tasks-damaged-\(number).sqlite"
    for ending in ["", "-wal", "-shm"] { folder.rename(Self.fileName + ending, to: aside + ending) }
    folder.sync()
    return aside
  }

  static func salts(of pseudonym: [UInt8], _ database: Database) throws -> (
    id: Int64, copy: [UInt8], outbox: [UInt8]
  ) {
    let name = Data(pseudonym)
    let known = try Row.fetchOne(
      database, sql: "SELECT id, copySalt, outboxSalt FROM worker WHERE pseudonym = ?", arguments: [name])
    if let known, let copy = known[1] as Data? {
      let outbox: Data = known[2]
      return (known[0], Array(copy), Array(outbox))
    }
    var source = SystemRandomNumberGenerator()
    let copy = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &source) }
    if let known {
      let id: Int64 = known[0]
      let outbox: Data = known[2]
      try database.execute(
        sql: "UPDATE worker SET copySalt = ?, copyMark = NULL WHERE id = ?",
        arguments: [Data(copy), id])
      return (id, copy, Array(outbox))
    }
    let outbox = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &source) }
    try database.execute(
      sql: "INSERT INTO worker (pseudonym, copySalt, outboxSalt) VALUES (?, ?, ?)",
      arguments: [name, Data(copy), Data(outbox)])
    return (database.lastInsertedRowID, copy, outbox)
  }
}
