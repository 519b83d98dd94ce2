import Foundation
import StoreModel
import TaskSync
import Testing

@testable import TaskStorage

@Suite struct SealedFileTests {
  private func filled(_ folder: TemporaryFolder) async throws -> SQLiteTaskStore {
    let store = SQLiteTaskStore(folder: try StateFolder(folder.path))
    _ = try await store.open(for: Sample.anna)
    try await store.commit(
      StoreCommit(
        lists: Sample.lists, tasks: (1...200).map { Sample.task($0) }, details: [Sample.details(1)],
        people: [UserID(rawValue: "u"): "CANARY"],
        rows: [Sample.row(1), Sample.row(2)]), for: Sample.anna)
    return store
  }

  private func finds(_ text: String, in bytes: [UInt8]) -> Bool {
    Data(bytes).range(of: Data(text.utf8)) != nil
  }

  @Test func noFileHoldsAnythingReadable() async throws {
    let folder = try TemporaryFolder()
    let store = try await filled(folder)
    _ = try await store.destroyCopy(of: Sample.boris)
    for word in ["CANARY", "anna", "tenant", "plan", "category25"] {
      #expect(!finds(word, in: try folder.bytes()), "\(word) is readable")
    }
  }

  @Test func theFilesBelongToTheirOwnerAlone() async throws {
    let folder = try TemporaryFolder()
    _ = try await filled(folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(name)")
    }
  }

  @Test func aDestroyedCopyLeavesNoSaltBehind() async throws {
    let folder = try TemporaryFolder()
    let store = try await filled(folder)
    let salt = try await store.copySalt(of: Sample.anna)
    #expect(salt.count == 32)
    #expect(Data(try folder.bytes()).range(of: salt) != nil)
    _ = try await store.destroyCopy(of: Sample.anna)
    #expect(Data(try folder.bytes()).range(of: salt) == nil)
  }

  @Test func rowsCannotBeSwappedOrGivenToAnother() throws {
    let folder = try TemporaryFolder()
    let key = try TerminalKey(in: StateFolder(folder.path))
    let mine = RowSeal(key, salt: [1], pseudonym: [1], purpose: "copy")
    let sealed = try mine.seal([1, 2, 3], kind: 1, row: 5)
    #expect(try mine.open(sealed, kind: 1, row: 5) == [1, 2, 3])
    #expect(throws: SealBroken.self) { try mine.open(sealed, kind: 1, row: 6) }
    #expect(throws: SealBroken.self) { try mine.open(sealed, kind: 2, row: 5) }
    for other in [
      RowSeal(key, salt: [2], pseudonym: [1], purpose: "copy"),
      RowSeal(key, salt: [1], pseudonym: [2], purpose: "copy"),
      RowSeal(key, salt: [1], pseudonym: [1], purpose: "outbox"),
    ] { #expect(throws: SealBroken.self) { try other.open(sealed, kind: 1, row: 5) } }
    var damaged = sealed
    damaged[damaged.count - 1] ^= 1
    #expect(throws: SealBroken.self) { try mine.open(damaged, kind: 1, row: 5) }
  }

  @Test func noNonceIsGivenTwice() throws {
    var nonces = RowNonces()
    let given = try (0..<1000).map { _ in try Data(nonces.next()) }
    #expect(Set(given).count == 1000 && given.allSatisfy { $0.count == 12 })
  }

  /// As a program leaves it that was killed before the key was on the disk.
  @Test func aKeyThatWasNotWrittenToItsEndIsMadeAnew() throws {
    let folder = try TemporaryFolder()
    let draft = folder.path + "/terminal.key.new"
    #expect(FileManager.default.createFile(atPath: draft, contents: Data([1, 2, 3])))
    let state = try StateFolder(folder.path)
    let made = try TerminalKey(in: state).pseudonym(tenant: "t", object: "o")
    #expect(try TerminalKey(in: state).pseudonym(tenant: "t", object: "o") == made)
    #expect(!FileManager.default.fileExists(atPath: draft))
    #expect(throws: StateFolderFault.self) { try state.create("terminal.key", [1]) }
    #expect(try TerminalKey(in: state).pseudonym(tenant: "t", object: "o") == made)
  }

  @Test func aFolderOthersMayEnterAndALinkAreRefused() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    #expect(throws: StateFolderFault.openToOthers(path: folder.path)) { try StateFolder(folder.path) }
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
    let link = folder.path + "-link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
    defer { try? FileManager.default.removeItem(atPath: link) }
    #expect(throws: StateFolderFault.self) { try StateFolder(link) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/terminal.key", withDestinationPath: "/etc/hostname")
    #expect(throws: StateFolderFault.self) { try TerminalKey(in: StateFolder(folder.path)) }
  }
}
