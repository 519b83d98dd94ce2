import GRDB
import StoreModel
import TaskSync
import Testing

@testable import TaskStorage

@Suite struct KeptHistoryTests {
  static let now = Timestamp(seconds: 1_772_444_460)
  static let records = ["one", "two", "three"].map { Array($0.utf8) }

  @Test(arguments: StoreContractTests.Kind.allCases)
  func recordsOutliveSignOutAndBelongToTheirWorkerAlone(_ kind: StoreContractTests.Kind) async throws {
    let stand = try StoreContractTests.Stand(kind)
    let store = try stand.store()
    _ = try await store.open(for: Sample.anna)
    try await store.addHistory(Self.records, at: Self.now, for: Sample.anna)
    _ = try await store.destroyCopy(of: Sample.anna)
    let later = try stand.store()
    #expect(await later.keptHistory(of: Sample.anna) == Self.records)
    #expect(await later.keptHistory(of: Sample.boris) == [])
  }

  @Test(arguments: StoreContractTests.Kind.allCases)
  func whatIsOldOrTooMuchGoes(_ kind: StoreContractTests.Kind) async throws {
    let stand = try StoreContractTests.Stand(kind)
    let store = try stand.store()
    try await store.addHistory([Self.records[0]], at: Self.now, for: Sample.anna)
    let later = Self.now.advanced(by: .seconds((historyDays + 1) * 86_400))
    try await store.addHistory([Self.records[1]], at: later, for: Sample.anna)
    #expect(await store.keptHistory(of: Sample.anna) == [Self.records[1]])
    let many = (0..<historyLimit + 5).map { Array("record \($0)".utf8) }
    try await store.addHistory(many, at: later, for: Sample.anna)
    #expect(await store.keptHistory(of: Sample.anna) == Array(many.suffix(historyLimit)))
  }

  @Test func nothingOfItCanBeReadInTheFiles() async throws {
    let stand = try StoreContractTests.Stand(.sqlite)
    let store = try stand.store()
    try await store.addHistory([Array("CANARY in a title".utf8)], at: Self.now, for: Sample.anna)
    await store.close()
    let bytes = try stand.folder.bytes()
    #expect(!bytes.isEmpty)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("CANARY"))
  }

  @Test func aRecordPutElsewhereIsNotRead() async throws {
    let stand = try StoreContractTests.Stand(.sqlite)
    let store = try #require(try stand.store() as? SQLiteTaskStore)
    try await store.addHistory(Self.records, at: Self.now, for: Sample.anna)
    try await store.inspect { try $0.execute(sql: "UPDATE history SET row = row + 10 WHERE row = 2") }
    #expect(await store.keptHistory(of: Sample.anna) == [Self.records[0], Self.records[2]])
  }
}
