import FoundationEssentials
import GRDB
public import StoreModel
public import TaskSync

/// A worker's session PIN in the database: a salt, what it wraps, and the tries that are left.
extension SQLiteTaskStore {
  public func setPIN(_ pin: [UInt8], for worker: PersonID) async throws(StoreFault) {
    let (database, key) = try ready()
    let pseudonym = key.pseudonym(tenant: worker.tenant, object: worker.object)
    do {
      let salts = try database.queue.inDatabase { try Self.salts(of: pseudonym, $0) }
      var source = SystemRandomNumberGenerator()
      let salt = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &source) }
      let wrap = try PINWrap(pin, salt: salt, terminal: key, pseudonym: pseudonym)
      let sealed = try wrap.seal.seal(salts.copy + salts.outbox, kind: pinKind, row: salts.id)
      try database.queue.inDatabase {
        try $0.execute(
          sql: "UPDATE worker SET pinSalt = ?, pinWrap = ?, pinTries = ? WHERE id = ?",
          arguments: [Data(salt), sealed, pinTries, salts.id])
      }
    } catch {
      throw StoreFault(error)
    }
  }

  public func tryPIN(_ pin: [UInt8], for worker: PersonID) async throws(StoreFault) -> PINVerdict {
    let (database, key) = try ready()
    let pseudonym = key.pseudonym(tenant: worker.tenant, object: worker.object)
    do {
      guard try CopyKey(folder, pseudonym).read() != nil,
        let found = try database.queue.inDatabase({ try Self.takeTry(pseudonym, $0) })
      else { return .gone }
      let wrap = try PINWrap(pin, salt: found.salt, terminal: key, pseudonym: pseudonym)
      let opened = try? wrap.seal.open(found.sealed, kind: pinKind, row: found.id)
      // What it wraps has to be what is in use: a wrap of an earlier copy opens nothing.
      if opened == found.salts {
        try database.queue.inDatabase {
          try $0.execute(sql: "UPDATE worker SET pinTries = ? WHERE id = ?", arguments: [pinTries, found.id])
        }
        return .right
      }
      if found.left > 0, opened == nil { return .wrong(left: found.left) }
      try database.queue.inDatabase {
        try $0.execute(sql: "UPDATE worker SET pinSalt = NULL, pinWrap = NULL WHERE id = ?", arguments: [found.id])
        try $0.checkpoint(.truncate)
      }
      return .gone
    } catch {
      throw StoreFault(error)
    }
  }

  private struct FoundPIN {
    var id: Int64
    var salt: [UInt8]
    var sealed: [UInt8]
    var salts: [UInt8]
    var left: Int
  }

  /// Writes one try down as used and answers what to try it on; nil when there is no PIN.
  private static func takeTry(_ pseudonym: [UInt8], _ database: Database) throws -> FoundPIN? {
    try database.execute(
      sql: "UPDATE worker SET pinTries = pinTries - 1 WHERE pseudonym = ? AND pinWrap IS NOT NULL AND pinTries > 0",
      arguments: [Data(pseudonym)])
    guard database.changesCount == 1 else { return nil }
    let row = try Row.fetchOne(
      database, sql: "SELECT id, pinSalt, pinWrap, copySalt, outboxSalt, pinTries FROM worker WHERE pseudonym = ?",
      arguments: [Data(pseudonym)])
    guard let row, let salt = row[1] as Data?, let sealed = row[2] as Data?, let copy = row[3] as Data? else {
      return nil
    }
    let outbox: Data = row[4]
    return FoundPIN(
      id: row[0], salt: Array(salt), sealed: Array(sealed), salts: Array(copy) + Array(outbox), left: row[5])
  }
}
