import StoreModel
import TaskStorage
import TaskSync
import Testing

@Suite struct KeptPlaceTests {
  @Test(arguments: StoreContractTests.Kind.allCases)
  func aPlaceOutlivesTheCopyAndARestartAndIsItsOwners(_ kind: StoreContractTests.Kind) async throws {
    let stand = try StoreContractTests.Stand(kind)
    let store = try stand.store()
    let place = Array("CANARY half a note".utf8)
    _ = try await store.open(for: Sample.anna)
    try await store.keepPlace(place, for: Sample.anna)
    _ = try await store.destroyCopy(of: Sample.anna)
    let later = try stand.store()
    #expect(await later.keptPlace(of: Sample.anna) == place)
    #expect(await later.keptPlace(of: Sample.boris) == nil)
    try await later.keepPlace(nil, for: Sample.anna)
    #expect(await later.keptPlace(of: Sample.anna) == nil)
  }

  /// What was half written of a task finds it by them, also after a sign-out and in another program.
  @Test(arguments: StoreContractTests.Kind.allCases)
  func idsThatTasksGotOutliveTheCopyAndARestart(_ kind: StoreContractTests.Kind) async throws {
    let stand = try StoreContractTests.Stand(kind)
    let store = try stand.store()
    let renamings = (0..<TaskRenaming.keptAtMost + 2).map {
      TaskRenaming(.local("k\($0)"), to: TaskID(rawValue: "t\($0)"))
    }
    _ = try await store.open(for: Sample.anna)
    try await store.keepPlace([1], for: Sample.anna)
    for renaming in renamings { try await store.commit(StoreCommit(renamings: [renaming]), for: Sample.anna) }
    #expect(try await store.open(for: Sample.anna).renamings == Array(renamings.dropFirst(2)))
    _ = try await store.destroyCopy(of: Sample.anna)
    let later = try stand.store()
    #expect(try await later.open(for: Sample.boris).renamings == [])
    #expect(try await later.open(for: Sample.anna).renamings == Array(renamings.dropFirst(2)))
  }

  @Test(arguments: StoreContractTests.Kind.allCases)
  func whatTheDiskDoesNotTakeIsHeldForItsOwner(_ kind: StoreContractTests.Kind) async throws {
    let store = try StoreContractTests.Stand(kind).store()
    try await store.keepPlace(Array("an older note".utf8), for: Sample.anna)
    await store.holdPlace(Array("half a note".utf8), for: Sample.anna)
    await store.close()
    #expect(await store.keptPlace(of: Sample.boris) == nil)
    #expect(await store.keptPlace(of: Sample.anna) == Array("half a note".utf8))
    // One that was dropped does not come back from the disk.
    try await store.keepPlace(Array("saved meanwhile".utf8), for: Sample.anna)
    await store.holdPlace(nil, for: Sample.anna)
    #expect(await store.keptPlace(of: Sample.anna) == nil)
  }

  @Test func aHeldPlaceGoesToTheDiskOnceThereIsRoom() async throws {
    let stand = try StoreContractTests.Stand(.sqlite)
    let store = try stand.store()
    await store.holdPlace(Array("half a note".utf8), for: Sample.anna)
    #expect(await store.keptPlace(of: Sample.anna) != nil)
    await store.close()
    #expect(await (try stand.store()).keptPlace(of: Sample.anna) == Array("half a note".utf8))
  }

  @Test func nothingOfItCanBeReadInTheFiles() async throws {
    let stand = try StoreContractTests.Stand(.sqlite)
    let store = try stand.store()
    try await store.keepPlace(Array("CANARY half a note".utf8), for: Sample.anna)
    await store.close()
    let bytes = try stand.folder.bytes()
    #expect(!bytes.isEmpty)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("CANARY"))
  }
}
