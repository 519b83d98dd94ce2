import StoreModel
import TaskStorage
import TaskSync
import Testing

@Suite struct SessionPINTests {
  private let pin = Array("2580".utf8)
  private let wrong = Array("0852".utf8)

  @Test(arguments: StoreContractTests.Kind.allCases)
  func fiveWrongTriesDestroyIt(_ kind: StoreContractTests.Kind) async throws {
    let stand = try StoreContractTests.Stand(kind)
    defer { withExtendedLifetime(stand) {} }
    let store = try stand.store()
    _ = try await store.open(for: Sample.anna)
    #expect(try await store.tryPIN(pin, for: Sample.anna) == .gone)
    try await store.setPIN(pin, for: Sample.anna)
    #expect(try await store.tryPIN(pin, for: Sample.boris) == .gone)
    for left in [4, 3, 2, 1] { #expect(try await store.tryPIN(wrong, for: Sample.anna) == .wrong(left: left)) }
    #expect(try await store.tryPIN(wrong, for: Sample.anna) == .gone)
    #expect(try await store.tryPIN(pin, for: Sample.anna) == .gone)
  }

  @Test(arguments: StoreContractTests.Kind.allCases)
  func theRightOneGivesTheTriesBackAndOutlivesARestart(_ kind: StoreContractTests.Kind) async throws {
    let stand = try StoreContractTests.Stand(kind)
    let store = try stand.store()
    _ = try await store.open(for: Sample.anna)
    try await store.setPIN(pin, for: Sample.anna)
    #expect(try await store.tryPIN(wrong, for: Sample.anna) == .wrong(left: 4))
    await store.close()
    let later = try stand.store()
    #expect(try await later.tryPIN(pin, for: Sample.anna) == .right)
    #expect(try await later.tryPIN(wrong, for: Sample.anna) == .wrong(left: 4))
  }

  @Test(arguments: StoreContractTests.Kind.allCases)
  func itGoesWithTheSession(_ kind: StoreContractTests.Kind) async throws {
    let stand = try StoreContractTests.Stand(kind)
    defer { withExtendedLifetime(stand) {} }
    let store = try stand.store()
    _ = try await store.open(for: Sample.anna)
    try await store.commit(StoreCommit(tasks: [Sample.task(1)], rows: [Sample.row(1)]), for: Sample.anna)
    try await store.setPIN(pin, for: Sample.anna)
    _ = try await store.destroyCopy(of: Sample.anna)
    #expect(try await store.tryPIN(pin, for: Sample.anna) == .gone)
  }

  @Test func aTryIsSpentEvenIfTheProgramEndsInTheMiddleOfIt() async throws {
    let stand = try StoreContractTests.Stand(.sqlite)
    let store = try stand.store()
    _ = try await store.open(for: Sample.anna)
    try await store.setPIN(pin, for: Sample.anna)
    _ = try await store.tryPIN(wrong, for: Sample.anna)
    #expect(try await stand.store().tryPIN(wrong, for: Sample.anna) == .wrong(left: 3))
  }

  @Test func noFileHoldsTheDigits() async throws {
    let stand = try StoreContractTests.Stand(.sqlite)
    let store = try stand.store()
    let long = Array("739146285037".utf8)
    _ = try await store.open(for: Sample.anna)
    try await store.setPIN(long, for: Sample.anna)
    await store.close()
    #expect(!String(decoding: try stand.folder.bytes(), as: UTF8.self).contains("739146285037"))
  }
}
