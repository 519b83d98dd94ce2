import Foundation
import GRDB
import StoreModel
import TaskSync

@testable import TaskStorage

extension SQLiteTaskStore {
  /// The salt from which a worker's copy is sealed.
  func copySalt(of worker: PersonID) throws -> Data {
    try inspect { try Data.fetchOne($0, sql: "SELECT copySalt FROM worker") ?? Data() }
  }

  /// Moves everything from the log into the file, as closing does.
  func foldLog() throws {
    _ = try inspect { try $0.checkpoint(.truncate) }
  }

  /// Destroys a copy while the database takes no transaction, as on a full disk.
  func destroyOnAFullDisk(_ worker: PersonID) async throws -> CopyDestruction {
    try inspect { try $0.execute(sql: "PRAGMA query_only = ON") }
    defer { try? inspect { try $0.execute(sql: "PRAGMA query_only = OFF") } }
    return try await destroyCopy(of: worker)
  }

  /// Rows of copies, whoever's.
  func copyRows() throws -> Int { try inspect { try Int.fetchOne($0, sql: "SELECT count(*) FROM copy") ?? 0 } }

  /// Makes the open worker's rows what a program of the first version would have left.
  func sealAsVersionOne(of worker: PersonID) throws {
    try inspectOpen { open, database in
      let rows = try Row.fetchAll(database, sql: "SELECT row, kind, sealed FROM copy")
      for row in rows {
        let (number, kind): (Int64, Int) = (row[0], row[1])
        let bytes = try open.copySeal.open(Array(row[2] as Data), kind: UInt8(kind), row: number)
        let sealed = Data(try open.copySeal.seal(bytes, kind: UInt8(kind), row: number, version: 1))
        try database.execute(sql: "UPDATE copy SET sealed = ? WHERE row = ?", arguments: [sealed, number])
      }
      for row in try Row.fetchAll(database, sql: "SELECT sequence, sealed FROM outbox") {
        let number: Int64 = row[0]
        let bytes = try open.outboxSeal.open(Array(row[1] as Data), kind: outboxKind, row: number)
        let sealed = Data(try open.outboxSeal.seal(bytes, kind: outboxKind, row: number, version: 1))
        try database.execute(sql: "UPDATE outbox SET sealed = ? WHERE sequence = ?", arguments: [sealed, number])
      }
      try database.execute(sql: "UPDATE worker SET copyMark = NULL, outboxMark = NULL")
    }
  }

  /// What somebody with access to the file could try.
  func swapFirstTwoRows() throws {
    try inspect { database in
      try database.execute(
        sql: """
          UPDATE copy SET row = -1 WHERE row = 1; UPDATE copy SET row = 1 WHERE row = 2; UPDATE copy SET row = 2 WHERE row = -1
          """)
    }
  }
}
