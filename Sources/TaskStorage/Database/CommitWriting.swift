import Crypto
import FoundationEssentials
import GRDB
import StoreModel
import TaskSync

extension OpenWorker {
  /// Writes one transaction's changes.
  mutating func write(_ commit: StoreCommit, _ database: Database) throws {
    moved = []
    var nonces = RowNonces()
    var blob = BlobWriter()
    if places.count < commit.tasks.count { places.reserveCapacity(places.count + commit.tasks.count) }
    for task in commit.removedTasks {
      try remove(.task(task), database)
      try remove(.details(task), database)
      try remove(.locks(task), database)
    }
    if let lists = commit.lists {
      blob.clear()
      blob.write(lists)
      try put(.lists, blob.bytes, nonces.next(), database)
    }
    for task in commit.tasks {
      blob.clear()
      blob.write(task)
      try put(.task(task.task.id), blob.bytes, nonces.next(), database)
    }
    for details in commit.details {
      blob.clear()
      blob.write(details)
      try put(.details(details.details.task), blob.bytes, nonces.next(), database)
    }
    for (user, name) in commit.people {
      blob.clear()
      blob.write(user.rawValue)
      blob.write(name)
      try put(.person(user), blob.bytes, nonces.next(), database)
    }
    for (task, kinds) in commit.locks {
      guard !kinds.isEmpty else {
        try remove(.locks(task), database)
        continue
      }
      blob.clear()
      blob.write(task.rawValue)
      blob.write(kinds.map(\.rawValue).sorted())
      try put(.locks(task), blob.bytes, nonces.next(), database)
    }
    for sequence in commit.removedRows {
      guard let term = outboxTerms.removeValue(forKey: sequence) else { continue }
      outboxSum -= term
      let delete = try database.cachedStatement(
        sql: "DELETE FROM outbox WHERE worker = ? AND sequence = ?")
      try delete.execute(arguments: [id, sequence])
    }
    for row in commit.rows { try put(row, nonces.next(), database) }
    try mark(database)
    if !commit.renamings.isEmpty { try put(commit.renamings, nonces.next(), database) }
    if let hold = commit.hold {
      try database.execute(sql: "UPDATE worker SET hold = ? WHERE id = ?", arguments: [hold.ticks, id])
    }
  }

  private mutating func put(
    _ key: CopyKey, _ bytes: [UInt8], _ nonce: ChaChaPoly.Nonce, _ database: Database
  ) throws {
    let known = places[key]
    let row = known?.row ?? lastRow + 1
    let sealed = try copySeal.seal(bytes, kind: key.kind.rawValue, row: row, nonce: nonce)
    let term = copySeal.term(sealed, kind: key.kind.rawValue, row: row)
    if let known {
      copySum -= known.term
      let update = try database.cachedStatement(sql: "UPDATE copy SET sealed = ? WHERE row = ?")
      try update.execute(arguments: [sealed, row])
    } else {
      let insert = try database.cachedStatement(
        sql: "INSERT INTO copy (row, worker, kind, sealed) VALUES (?, ?, ?, ?)")
      try insert.execute(arguments: [row, id, Int(key.kind.rawValue), sealed])
      lastRow = row
    }
    copySum += term
    moved.append((key, known))
    places[key] = CopyPlace(row: row, term: term)
  }

  private mutating func remove(_ key: CopyKey, _ database: Database) throws {
    guard let place = places.removeValue(forKey: key) else { return }
    moved.append((key, place))
    copySum -= place.term
    let delete = try database.cachedStatement(sql: "DELETE FROM copy WHERE row = ?")
    try delete.execute(arguments: [place.row])
  }

  private mutating func put(_ row: OutboxRow, _ nonce: ChaChaPoly.Nonce, _ database: Database) throws {
    var blob = BlobWriter()
    blob.write(row)
    let sealed = try outboxSeal.seal(blob.bytes, kind: outboxKind, row: row.id, nonce: nonce)
    let term = outboxSeal.term(sealed, kind: outboxKind, row: row.id)
    if let old = outboxTerms.updateValue(term, forKey: row.id) { outboxSum -= old }
    outboxSum += term
    lastSequence = max(lastSequence, row.id)
    try database.execute(
      sql: "INSERT OR REPLACE INTO outbox (worker, sequence, made, sealed) VALUES (?, ?, ?, ?)",
      arguments: [id, row.id, row.made.ticks, sealed])
  }

  private mutating func put(_ new: [TaskRenaming], _ nonce: ChaChaPoly.Nonce, _ database: Database) throws {
    renamings = renamings.followed(by: new)
    var blob = BlobWriter()
    blob.write(UInt64(renamings.count))
    for renaming in renamings {
      blob.write(renaming.old.rawValue)
      blob.write(renaming.new.rawValue)
    }
    let sealed = try outboxSeal.seal(blob.bytes, kind: renamingsKind, row: 0, nonce: nonce)
    try database.execute(sql: "UPDATE worker SET renamings = ? WHERE id = ?", arguments: [sealed, id])
  }

  /// Seals what shows that no row is missing, put back or out of date.
  private mutating func mark(_ database: Database) throws {
    let copy = RowMark(sum: copySum, lastSequence: 0)
    let outbox = RowMark(sum: outboxSum, lastSequence: lastSequence)
    guard copy != writtenCopyMark || outbox != writtenOutboxMark else { return }
    let update = try database.cachedStatement(
      sql: "UPDATE worker SET copyMark = ?, outboxMark = ?, lastSequence = ? WHERE id = ?")
    try update.execute(
      arguments: [
        try copy.sealed(copySeal), try outbox.sealed(outboxSeal), lastSequence, id,
      ])
    writtenCopyMark = copy
    writtenOutboxMark = outbox
  }
}
