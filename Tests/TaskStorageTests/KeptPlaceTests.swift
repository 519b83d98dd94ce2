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
