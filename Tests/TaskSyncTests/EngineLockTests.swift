import StoreModel
import TaskSync
import Testing

/// A worker who is back while the lock before still gives their edits a chance to leave.
@Suite struct EngineLockTests {
  /// A server that never answers.
  private struct Silence: TaskServer {
    func answer(_ request: ServerRequest) async -> ServerReply {
      let (never, lasting) = AsyncStream.makeStream(of: Void.self)
      for await _ in never {}
      lasting.finish()
      return ServerReply(.failed(.cancelled))
    }

    func renewToken() async -> TokenRenewal { .unreachable }
  }

  /// Time that stands still; tells when somebody lies down until a moment.
  private struct StillClock: StoreClock {
    let sleepers = AsyncStream.makeStream(of: Instant.self)

    func now() -> Now { Now(instant: .start, wall: Timestamp(seconds: 1_800_000_000)) }
    func sleep(until moment: Instant) async throws {
      sleepers.continuation.yield(moment)
      let (never, lasting) = AsyncStream.makeStream(of: Void.self)
      for await _ in never {}
      lasting.finish()
      throw CancellationError()
    }
    func beginActivity() {}
    func endActivity() {}
  }

  @Test func whoeverIsBackBeforeTheLastChangeHasLeftGoesOn() async throws {
    let worker = Worker(
      id: PersonID(tenant: "tenant", object: "worker"), username: "worker@contoso.example", displayName: "A Worker")
    let (task, list) = (TaskID(rawValue: "T"), ListID(rawValue: "L"))
    let store = MemoryTaskStore()
    _ = try await store.open(for: worker.id)
    let known = StoreTask(id: task, etag: ETag(rawValue: "1"), list: list, title: "Sweep")
    try await store.commit(
      StoreCommit(
        lists: [TaskList(id: list, etag: ETag(rawValue: "1"), title: "List", teamID: "team")],
        tasks: [ServerTask(known)]), for: worker.id)
    let clock = StillClock()
    let (told, heard) = AsyncStream.makeStream(of: SyncEvent.self)
    let engine = SyncEngine(server: Silence(), store: store, clock: clock, profile: nil) { heard.yield($0) }
    await engine.begin(worker: worker)
    await engine.edit(.setStatus(.inProgress), task: task)
    for await event in told {
      if case .outboxChanged(let changes, _) = event, changes.map(\.state) == [.sending] { break }
    }
    let limit = Instant.start.advanced(by: .seconds(3600))
    async let lock: Void = engine.lock(flushLimit: .seconds(3600))
    for await moment in clock.sleepers.stream where moment == limit { break }
    await engine.begin(worker: worker)
    await lock
    await engine.edit(.setPriority(1), task: task)
    for await event in told {
      if case .outboxChanged(let changes, _) = event, changes.contains(where: { $0.edit == .setPriority(1) }) { break }
      guard case .editRefused = event else { continue }
      Issue.record("the session that began is over")
      break
    }
    await engine.end()
  }
}
