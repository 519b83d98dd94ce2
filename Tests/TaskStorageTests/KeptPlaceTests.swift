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
