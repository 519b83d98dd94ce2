import Foundation
import StoreModel
import TaskSync
import Testing

@testable import TaskStorage

/// Files that somebody removed, emptied, opened to others or replaced, and a disk that takes nothing at sign-out.
@Suite struct FilesGoneTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func store() throws -> SQLiteTaskStore { SQLiteTaskStore(folder: try StateFolder(folder.path)) }

  private func filled(_ store: SQLiteTaskStore, tasks: Int = 30) async throws {
    _ = try await store.open(for: Sample.anna)
    try await store.commit(
      StoreCommit(tasks: (1...tasks).map { Sample.task($0) }, rows: [Sample.row(1), Sample.row(2)]), for: Sample.anna)
  }

  private func files(_ beginning: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(beginning) }
  }

  private func set(_ mode: Int, _ name: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.path + "/" + name)
  }

  @Test func aFullDiskDoesNotKeepACopyReadable() async throws {
    let store = try store()
    try await filled(store, tasks: 300)
    let half = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + (try #require(try files("copy-").first))))
    let destruction = try await store.destroyOnAFullDisk(Sample.anna)
    #expect(destruction == CopyDestruction(tasksDestroyed: 300, tasksLeft: 0, changesKept: 2))
    #expect(try files("copy-").isEmpty)
    #expect(Data(try folder.bytes()).range(of: half) == nil)
    // With room again the rows go too, and nothing is said of it: nobody changed anything.
    let contents = try await store.open(for: Sample.anna)
    #expect(contents.tasks.isEmpty && contents.notices.isEmpty)
    #expect(contents.outbox == [Sample.row(1), Sample.row(2)])
    #expect(try await store.copyRows() == 0)
  }

  @Test func theNextStartDropsWhatAFullDiskKept() async throws {
    let store = try store()
    try await filled(store)
    _ = try await store.destroyOnAFullDisk(Sample.anna)
    let next = try self.store()
    _ = try await next.open(for: Sample.boris)
    #expect(try await next.copyRows() == 0)
  }

  @Test func aChangeIsRefusedOnceTheFilesAreRemoved() async throws {
    let store = try store()
    try await filled(store)
    for name in try files("") { try FileManager.default.removeItem(atPath: folder.path + "/" + name) }
    await #expect(throws: StoreFault.filesRemoved) {
      try await store.commit(StoreCommit(rows: [Sample.row(3)]), for: Sample.anna)
    }
    await #expect(throws: StoreFault.filesRemoved) { try await store.keepPlace([1], for: Sample.anna) }
    let destruction = try await store.destroyCopy(of: Sample.anna)
    #expect(destruction == CopyDestruction(tasksDestroyed: 30, tasksLeft: 0, changesKept: 0, changesLost: 2))
    try await filled(store)
    #expect(try await self.store().open(for: Sample.anna).outbox.count == 2)
  }

  @Test func anUnlockSaysWhatTheRemovalOfTheFolderTook() async throws {
    let store = try store()
    try await filled(store)
    await store.close()
    try FileManager.default.removeItem(atPath: folder.path)
    let contents = try await store.open(for: Sample.anna)
    #expect(contents.notices == [.filesRemoved(changesLost: 2)])
    #expect(contents.outbox.isEmpty)
    try await store.commit(StoreCommit(rows: [Sample.row(3)]), for: Sample.anna)
    #expect(try await self.store().open(for: Sample.anna).outbox == [Sample.row(3)])
  }

  @Test(arguments: ["terminal.key", "tasks.sqlite"])
  func aFileOthersMayReadIsNotUsedAndNamed(_ name: String) async throws {
    try await filled(try store())
    try set(0o644, name)
    await #expect(throws: StoreFault.unusable(file: name)) { try await self.store().open(for: Sample.anna) }
    let path = folder.path + "/" + name
    #expect(throws: StateFolderFault.fileOpenToOthers(path: path)) { try StateFolder(folder.path).examine() }
    try set(0o600, name)
    try StateFolder(folder.path).examine()
  }

  @Test func aLinkAndAShortKeyAreNotUsedAndNamed() async throws {
    try await filled(try store())
    let key = folder.path + "/terminal.key"
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: key))
    try set(0o600, "terminal.key")
    #expect(throws: StateFolderFault.keyDamaged(path: key)) { try StateFolder(folder.path).examine() }
    try FileManager.default.removeItem(atPath: key)
    try FileManager.default.createSymbolicLink(atPath: key, withDestinationPath: "/etc/hostname")
    #expect(throws: StateFolderFault.notAFile(path: key)) { try StateFolder(folder.path).examine() }
    await #expect(throws: StoreFault.unusable(file: "terminal.key")) { try await self.store().open(for: Sample.anna) }
  }

  @Test func anEmptyDatabaseIsToldOnce() async throws {
    #expect(try await store().open(for: Sample.anna).notices.isEmpty, "a first start is no news")
    for name in try files("tasks.sqlite-") { try FileManager.default.removeItem(atPath: folder.path + "/" + name) }
    try Data().write(to: URL(fileURLWithPath: folder.path + "/tasks.sqlite"))
    try set(0o600, "tasks.sqlite")
    let store = try store()
    #expect(try await store.open(for: Sample.anna).notices == [.begunAnew])
    #expect(try await store.open(for: Sample.anna).notices.isEmpty)
  }

  /// Gone, or another one that is as long.
  @Test(arguments: [false, true])
  func anotherKeySetsTheDatabaseAsideAndIsToldOnce(isReplaced: Bool) async throws {
    var first: SQLiteTaskStore? = try store()
    try await filled(try #require(first))
    first = nil
    try FileManager.default.removeItem(atPath: folder.path + "/terminal.key")
    if isReplaced { try StateFolder(folder.path).create("terminal.key", [UInt8](repeating: 7, count: 32)) }
    let store = try store()
    #expect(try await store.open(for: Sample.anna).notices == [.keyChanged(file: "tasks-damaged-1.sqlite")])
    #expect(await store.unsentOfOthers(than: Sample.anna) == UnsentSummary())
    #expect(try await self.store().open(for: Sample.anna).notices.isEmpty)
  }

  @Test func copiesThatCanBeOpenedAreCountedAndPurged() async throws {
    let store = try store()
    try await filled(store)
    #expect(try await store.keptForAbsent().copies == 1)
    #expect(try await store.purge().isEmpty)
    #expect(try files("copy-").isEmpty)
    #expect(try await store.keptForAbsent().copies == 0)
  }
}
