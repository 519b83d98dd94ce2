import Foundation
import GRDB
import StoreModel

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
