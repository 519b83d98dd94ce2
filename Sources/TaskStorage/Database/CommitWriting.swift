import FoundationEssentials
import GRDB
import StoreModel
import TaskSync

extension OpenWorker {
  /// Writes one transaction's changes.
  mutating func write(_ commit: StoreCommit, _ database: Database) throws {
    for task in commit.removedTasks {
      try remove(.task(task), database)
      try remove(.details(task), database)
      try remove(.locks(task), database)
    }
    if let lists = commit.lists {
      var blob = BlobWriter()
      blob.write(lists)
      try put(.lists, blob.bytes, database)
    }
    for task in commit.tasks {
      var blob = BlobWriter()
      blob.write(task)
      try put(.task(task.task.id), blob.bytes, database)
    }
    for details in commit.details {
      var blob = BlobWriter()
      blob.write(details)
      try put(.details(details.details.task), blob.bytes, database)
    }
    for (user, name) in commit.people {
      var blob = BlobWriter()
      blob.write(user.rawValue)
      blob.write(name)
      try put(.person(user), blob.bytes, database)
    }
    for (task, kinds) in commit.locks {
      guard !kinds.isEmpty else {
        try remove(.locks(task), database)
        continue
      }
      var blob = BlobWriter()
      blob.write(task.rawValue)
      blob.write(kinds.map(\.rawValue).sorted())
      try put(.locks(task), blob.bytes, database)
    }
    for sequence in commit.removedRows {
      let delete = try database.cachedStatement(sql: "DELETE FROM outbox WHERE worker = ? AND sequence = ?")
      try delete.execute(arguments: [id, sequence])
    }
    for row in commit.rows { try put(row, database) }
    if let hold = commit.hold {
      try database.execute(sql: "UPDATE worker SET hold = ? WHERE id = ?", arguments: [hold.ticks, id])
    }
  }

  private mutating func put(_ key: CopyKey, _ bytes: [UInt8], _ database: Database) throws {
    let known = places[key]
    let row = known ?? lastRow + 1
    let sealed = Data(try copySeal.seal(bytes, kind: key.kind.rawValue, row: row))
    if known != nil {
      let update = try database.cachedStatement(sql: "UPDATE copy SET sealed = ? WHERE row = ?")
      try update.execute(arguments: [sealed, row])
    } else {
      let insert = try database.cachedStatement(sql: "INSERT INTO copy (row, worker, kind, sealed) VALUES (?, ?, ?, ?)")
      try insert.execute(arguments: [row, id, Int(key.kind.rawValue), sealed])
      places[key] = row
      lastRow = row
    }
  }

  private mutating func remove(_ key: CopyKey, _ database: Database) throws {
    guard let row = places.removeValue(forKey: key) else { return }
    let delete = try database.cachedStatement(sql: "DELETE FROM copy WHERE row = ?")
    try delete.execute(arguments: [row])
  }

  private func put(_ row: OutboxRow, _ database: Database) throws {
    var blob = BlobWriter()
    blob.write(row)
    let sealed = Data(try outboxSeal.seal(blob.bytes, kind: outboxKind, row: row.id))
    try database.execute(
      sql: "INSERT OR REPLACE INTO outbox (worker, sequence, made, sealed) VALUES (?, ?, ?, ?)",
      arguments: [id, row.id, row.made.ticks, sealed])
    try database.execute(
      sql: "UPDATE worker SET lastSequence = max(lastSequence, ?) WHERE id = ?", arguments: [row.id, id])
  }
}
