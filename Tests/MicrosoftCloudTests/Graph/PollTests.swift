import Foundation
import PracticeCloud
import StoreModel
import TaskSync
import Testing

/// A poll that finds nothing new leaves the disk alone.
@Suite(.timeLimit(.minutes(1))) struct PollTests {
  @Test func nothingNewWritesNothing() async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    for _ in 0..<4 { await poll(stand, log) }
    let before = try files(of: stand)
    for _ in 0..<3 { await poll(stand, log) }
    #expect(try files(of: stand) == before)
    #expect(before.values.reduce(0) { $0 + $1.count } > 10_000)

    var change = RemoteChanges()
    change.percentComplete = 50
    _ = try await stand.cloud.remote(change, task: try stand.openTask(log).id.rawValue, as: stand.username)
    await poll(stand, log)
    await poll(stand, log)
    #expect(try files(of: stand) != before)
    await engine.end()
  }

  private func poll(_ stand: ShiftStand, _ log: EventLog) async {
    let last = log.seen.standing.lastSync
    await log.wait { $0.standing.nextRound != nil }
    stand.clock.advance(.seconds(61))
    await log.wait { $0.standing.lastSync != last }
  }

  private func files(of stand: ShiftStand) throws -> [String: Data] {
    var bytes: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: stand.folder) where !name.hasSuffix("-shm") {
      bytes[name] = FileManager.default.contents(atPath: stand.folder + "/" + name)
    }
    return bytes
  }
}
