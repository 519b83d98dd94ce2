import Foundation
import StoreModel
import TaskSync
import Testing

@testable import TaskStorage

@Suite struct BadDiskTests {
  private func file(_ folder: TemporaryFolder) -> String { folder.path + "/tasks.sqlite" }

  /// A database with unsent changes of two workers, closed.
  private func left(in folder: TemporaryFolder) async throws {
    let store = SQLiteTaskStore(folder: try StateFolder(folder.path))
    for worker in [Sample.anna, Sample.boris] {
      _ = try await store.open(for: worker)
      try await store.commit(StoreCommit(rows: (1...5).map { Sample.row($0) }), for: worker)
      try await store.commit(StoreCommit(tasks: (1...500).map { Sample.task($0) }), for: worker)
    }
    try await store.foldLog()
  }

  @Test func aFullDiskRefusesTheCommitAndLosesNothing() async throws {
    let folder = try TemporaryFolder()
    let store = SQLiteTaskStore(folder: try StateFolder(folder.path), pageLimit: 40)
    _ = try await store.open(for: Sample.anna)
    try await store.commit(StoreCommit(rows: [Sample.row(1)]), for: Sample.anna)
    await #expect(throws: StoreFault.diskFull) {
      try await store.commit(StoreCommit(tasks: (1...2000).map { Sample.task($0) }, removedRows: [1]), for: Sample.anna)
    }
    try await store.commit(StoreCommit(tasks: [Sample.task(1)]), for: Sample.anna)
    await store.close()
    let contents = try await SQLiteTaskStore(folder: try StateFolder(folder.path)).open(for: Sample.anna)
    #expect(contents.outbox == [Sample.row(1)])
    #expect(contents.tasks == [Sample.task(1).task])
  }

  @Test func aRefusedCommitLeavesEveryRowWhereItWas() async throws {
    let folder = try TemporaryFolder()
    let store = SQLiteTaskStore(folder: try StateFolder(folder.path), pageLimit: 40)
    _ = try await store.open(for: Sample.anna)
    try await store.commit(StoreCommit(tasks: (1...5).map { Sample.task($0) }), for: Sample.anna)
    await #expect(throws: StoreFault.diskFull) {
      let tasks = (2...2000).map { Sample.task($0, title: "Refused") }
      try await store.commit(StoreCommit(tasks: tasks, removedTasks: [Sample.task(1).task.id]), for: Sample.anna)
    }
    try await store.commit(
      StoreCommit(tasks: [Sample.task(1, title: "Again"), Sample.task(2, title: "Again"), Sample.task(6)]),
      for: Sample.anna)
    let contents = try await SQLiteTaskStore(folder: try StateFolder(folder.path)).open(for: Sample.anna)
    let titles = ["Again", "Again"] + (3...6).map { Sample.task($0).task.title }
    #expect(contents.tasks.map(\.title) == titles && contents.notices.isEmpty)
  }

  @Test func aFileThatIsNoDatabaseIsSetAside() async throws {
    let folder = try TemporaryFolder()
    try await left(in: folder)
    try Data(repeating: 0x41, count: 9000).write(to: URL(fileURLWithPath: file(folder)))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file(folder))
    let contents = try await SQLiteTaskStore(folder: try StateFolder(folder.path)).open(for: Sample.anna)
    #expect(contents.notices == [.setAside(file: "tasks-damaged-1.sqlite", changesSalvaged: 0)])
    #expect(FileManager.default.fileExists(atPath: folder.path + "/tasks-damaged-1.sqlite"))
  }

  @Test func unsentChangesAreSavedOutOfADamagedDatabase() async throws {
    let folder = try TemporaryFolder()
    try await left(in: folder)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file(folder)))
    // The copy's rows lie in the later pages; the outbox was written first.
    for page in (bytes.count / 4096 / 2)..<(bytes.count / 4096) {
      bytes.replaceSubrange(page * 4096..<page * 4096 + 4096, with: Data(repeating: 0xA5, count: 4096))
    }
    try bytes.write(to: URL(fileURLWithPath: file(folder)))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file(folder))
    let store = SQLiteTaskStore(folder: try StateFolder(folder.path))
    let contents = try await store.open(for: Sample.anna)
    #expect(contents.notices == [.setAside(file: "tasks-damaged-1.sqlite", changesSalvaged: 10)])
    #expect(contents.outbox == (1...5).map { Sample.row($0) })
    #expect(contents.lastSequence == 5)
    #expect(try await store.open(for: Sample.boris).outbox.count == 5)
  }

  @Test func anAcceptedChangeOutlivesADamagedLog() async throws {
    let folder = try TemporaryFolder()
    let store = SQLiteTaskStore(folder: try StateFolder(folder.path))
    _ = try await store.open(for: Sample.anna)
    try await store.commit(StoreCommit(rows: [Sample.row(1)]), for: Sample.anna)
    try await store.commit(StoreCommit(rows: [Sample.row(2)]), for: Sample.anna)
    // What a kill leaves: the files as they are while the store is open.
    let left = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try FileManager.default.copyItem(atPath: folder.path + "/" + name, toPath: left.path + "/" + name)
    }
    let log = URL(fileURLWithPath: left.path + "/tasks.sqlite-wal")
    let size = try Data(contentsOf: log).count
    try #require(size > 0)
    try Data(repeating: 0xA5, count: size).write(to: log)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: log.path)
    let contents = try await SQLiteTaskStore(folder: try StateFolder(left.path)).open(for: Sample.anna)
    #expect(contents.outbox == [Sample.row(1), Sample.row(2)])
    withExtendedLifetime(store) {}
  }

  @Test func aRowThatWasTamperedWithIsNotTakenForTheServersState() async throws {
    let folder = try TemporaryFolder()
    let store = SQLiteTaskStore(folder: try StateFolder(folder.path))
    _ = try await store.open(for: Sample.anna)
    defer { withExtendedLifetime(folder) {} }
    try await store.commit(StoreCommit(tasks: [Sample.task(1), Sample.task(2)]), for: Sample.anna)
    try await store.swapFirstTwoRows()
    #expect(try await store.open(for: Sample.anna).tasks == [])
  }
}
