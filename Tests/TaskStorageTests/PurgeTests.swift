import StoreModel
import TaskSync
import Testing

@testable import TaskStorage

/// What an administrator removes, and what is left of it.
@Suite struct PurgeTests {
  @Test func itSaysHowMuchAndLeavesNothing() async throws {
    let folder = try TemporaryFolder()
    let store = SQLiteTaskStore(folder: try StateFolder(folder.path))
    try await fill(store, Sample.anna, made: [100, 200])
    try await fill(store, Sample.boris, made: [5_000])
    let kept = try await store.keptForAbsent()
    #expect(kept == KeptForAbsent(workers: 2, changes: 3, oldest: Timestamp(seconds: 100), damagedFiles: 0))
    let left = try await store.purge()
    #expect(left.isEmpty)
    #expect(try await store.open(for: Sample.anna).outbox.isEmpty)
    #expect(await store.unsentOfOthers(than: nil) == UnsentSummary())
  }

  @Test func whoeverChangedSomethingSinceIsLeftAlone() async throws {
    let folder = try TemporaryFolder()
    let store = SQLiteTaskStore(folder: try StateFolder(folder.path))
    try await fill(store, Sample.anna, made: [100, 200])
    try await fill(store, Sample.boris, made: [100, 5_000])
    let moment = Timestamp(seconds: 1_000)
    #expect(try await store.keptForAbsent(before: moment).changes == 2)
    #expect(try await store.purge(before: moment).isEmpty)
    #expect(try await store.open(for: Sample.anna).outbox.isEmpty)
    let jonas = try await store.open(for: Sample.boris)
    #expect(jonas.outbox.map(\.id) == [1, 2])
    #expect(jonas.notices.isEmpty)
  }

  private func fill(_ store: SQLiteTaskStore, _ worker: PersonID, made: [Int64]) async throws {
    _ = try await store.open(for: worker)
    let rows = made.enumerated().map { number, seconds in
      OutboxRow(
        id: Int64(number + 1), task: TaskID(rawValue: "T\(number)"), list: ListID(rawValue: "L"), title: "Task",
        edit: .setStatus(.complete), base: EditBase(etag: ETag(rawValue: "1"), value: .percentComplete(0)),
        made: Timestamp(seconds: seconds))
    }
    try await store.commit(StoreCommit(rows: rows), for: worker)
    await store.close()
  }
}
