import FoundationEssentials
import GRDB
public import StoreModel
public import TaskSync

/// A worker's place, sealed as their unsent changes are: it stays readable for them when the copy is destroyed.
extension SQLiteTaskStore {
  public func keepPlace(_ place: [UInt8]?, for worker: PersonID) async throws(StoreFault) {
    if isRemoved { throw .filesRemoved }
    let (database, key) = try ready()
    let pseudonym = key.pseudonym(tenant: worker.tenant, object: worker.object)
    do {
      try database.queue.inDatabase { connection in
        try connection.inTransaction(.immediate) {
          if let place {
            let salts = try Self.salts(of: pseudonym, connection)
            let seal = RowSeal(key, salt: salts.outbox, pseudonym: pseudonym, purpose: "outbox")
            try connection.execute(
              sql: "UPDATE worker SET place = ? WHERE id = ?",
              arguments: [try seal.seal(place, kind: placeKind, row: 0), salts.id])
          } else {
            try connection.execute(
              sql: "UPDATE worker SET place = NULL WHERE pseudonym = ?", arguments: [Data(pseudonym)])
          }
          return .commit
        }
      }
      held.release(worker)
    } catch {
      throw StoreFault(error)
    }
  }

  public func holdPlace(_ place: [UInt8]?, for worker: PersonID) async { held.hold(place, for: worker) }

  public func keptPlace(of worker: PersonID) async -> [UInt8]? {
    if let place = held.place(of: worker) {
      try? await keepPlace(place, for: worker)
      return place
    }
    guard let (database, key) = try? ready() else { return nil }
    let pseudonym = key.pseudonym(tenant: worker.tenant, object: worker.object)
    let row = try? database.queue.inDatabase { connection in
      try Row.fetchOne(
        connection, sql: "SELECT outboxSalt, place FROM worker WHERE pseudonym = ?", arguments: [Data(pseudonym)])
    }
    guard let row, let sealed = row[1] as Data? else { return nil }
    let salt: Data = row[0]
    let seal = RowSeal(key, salt: Array(salt), pseudonym: pseudonym, purpose: "outbox")
    return try? seal.open(Array(sealed), kind: placeKind, row: 0)
  }
}
