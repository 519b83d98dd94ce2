import PracticeCloud
import StoreModel
import TaskSync
import Testing

@testable import MicrosoftCloud

@Suite(.timeLimit(.minutes(1))) struct ShiftTests {
  @Test func theFirstSyncShowsTheStoresListsAndTasks() async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let seen = log.seen
    #expect(!seen.lists.isEmpty && !seen.tasks.isEmpty)
    #expect(seen.standing.connection == .online && seen.standing.listTrouble == [])
    #expect(!seen.standing.isClockSuspect)
    #expect(seen.lists.contains { !$0.buckets.isEmpty })
    #expect(Set(seen.tasks.values.map(\.task.list)).isSubset(of: Set(seen.lists.map(\.id))))
    await engine.end()
  }

  @Test func completingAndReopeningReachThePlan() async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let task = try stand.openTask(log)
    await engine.edit(.setStatus(.complete), task: task.id)
    let done = await log.wait { $0.isConfirmed(task.id, .complete) }
    #expect(done.tasks[task.id]?.task.completedBy == UserID(rawValue: stand.worker.id.object))
    #expect(try await stand.percent(of: task.id) == 100)
    await engine.edit(.setStatus(.notStarted), task: task.id)
    await log.wait { $0.isConfirmed(task.id, .notStarted) }
    #expect(try await stand.percent(of: task.id) == 0)
    await engine.end()
  }

  @Test func aTickTouchesOneItemOfTheChecklist() async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let task = try #require(log.seen.tasks.values.first { $0.task.openChecklistCount > 1 }).task
    await engine.loadDetails(task.id)
    let before = try #require(await log.wait { $0.details[task.id] != nil }.details[task.id])
    let item = try #require(before.checklist.first { !$0.isChecked })
    await engine.edit(.check(item: item.id, isChecked: true), task: task.id)
    let after = await log.wait {
      $0.outbox.isEmpty && $0.tasks[task.id]?.pending == nil
        && $0.details[task.id]?.checklist.first { $0.id == item.id }?.isChecked == true
    }
    #expect(after.details[task.id]?.checklist.map(\.title) == before.checklist.map(\.title))
    #expect(after.tasks[task.id]?.task.openChecklistCount == task.openChecklistCount - 1)
    await engine.end()
  }

  @Test func aRemoteReopeningIsPutToTheWorker() async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let task = try stand.openTask(log)
    for percent in [100, 0] {
      var change = RemoteChanges()
      change.percentComplete = percent
      _ = try await stand.cloud.remote(change, task: task.id.rawValue, as: stand.username)
    }
    await engine.edit(.setStatus(.complete), task: task.id)
    let asked = await log.wait { $0.outbox.first?.state == .needsDecision }
    #expect(asked.outbox.first?.trouble == .conflict(remote: .notStarted, remoteCompletedBy: nil))
    #expect(try await stand.percent(of: task.id) == 0)
    await engine.decide(change: try #require(asked.outbox.first).id, .mine)
    await log.wait { $0.outbox.isEmpty }
    #expect(try await stand.percent(of: task.id) == 100)
    await engine.end()
  }

  @Test func aRemoteChangeIsSeenAtTheNextPoll() async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let task = try stand.openTask(log)
    var change = RemoteChanges()
    change.title = "Renamed elsewhere"
    _ = try await stand.cloud.remote(change, task: task.id.rawValue, as: stand.username)
    stand.clock.advance(.seconds(60))
    await log.wait { $0.tasks[task.id]?.task.title == "Renamed elsewhere" }
    await engine.end()
  }

  @Test func aRejectedTokenIsRenewedOnTheWay() async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let task = try stand.openTask(log)
    await stand.cloud.inject(Fault(.challenge, match: "PATCH /v1.0/planner"))
    await engine.edit(.setStatus(.complete), task: task.id)
    await log.wait { $0.isConfirmed(task.id, .complete) }
    #expect(await stand.tokens.rejections == 1)
    #expect(try await stand.percent(of: task.id) == 100)
    await engine.end()
  }

  @Test(arguments: Fault.RetryForm.allCases)
  func throttlingIsWaitedOut(_ form: Fault.RetryForm) async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let task = try stand.openTask(log)
    await stand.cloud.inject(Fault(.throttle, match: "PATCH /v1.0/planner", count: 1, seconds: 30, form: form))
    await engine.edit(.setStatus(.complete), task: task.id)
    let until = stand.clock.now().instant.advanced(by: .seconds(30))
    await log.wait { $0.standing.connection == .throttled(until: until) }
    #expect(log.seen.outbox.first?.state == .notSent)
    stand.clock.advance(.seconds(30))
    await log.wait { $0.outbox.isEmpty }
    #expect(try await stand.percent(of: task.id) == 100)
    await engine.end()
  }

  @Test(arguments: [Fault.Kind.truncate, .garbage])
  func aLostAnswerIsFoundOutByReading(_ kind: Fault.Kind) async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let task = try stand.openTask(log)
    await stand.cloud.inject(Fault(kind, match: "PATCH /v1.0/planner", count: 1))
    await engine.edit(.setStatus(.complete), task: task.id)
    await log.wait { $0.outbox.first?.state == .unknown }
    stand.clock.advance(.seconds(60))
    await log.wait { $0.outbox.isEmpty }
    #expect(try await stand.percent(of: task.id) == 100)
    await engine.end()
  }

  @Test func whatWasDoneOfflineSurvivesARestartAndIsSentThen() async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let task = try stand.openTask(log)
    let count = log.seen.tasks.count
    await stand.cloud.inject(Fault(.offline))
    await engine.edit(.setStatus(.complete), task: task.id)
    await log.wait { if case .offline = $0.standing.connection { $0.outbox.count == 1 } else { false } }
    await engine.end()

    let (next, nextLog) = try stand.engine()
    await next.begin(worker: stand.worker)
    let shown = await nextLog.wait {
      if case .offline = $0.standing.connection { $0.tasks[task.id]?.pending == .notSent } else { false }
    }
    #expect(shown.tasks.count == count)
    #expect(shown.tasks[task.id]?.task.status == .complete)
    await stand.cloud.clearFaults()
    #expect(try await stand.percent(of: task.id) == 0)
    stand.clock.advance(.seconds(60))
    await nextLog.wait { $0.outbox.isEmpty && $0.standing.connection == .online }
    #expect(try await stand.percent(of: task.id) == 100)
    await next.end()
  }

  @Test func signOutSendsWhatItCanAndDestroysTheRest() async throws {
    let stand = try await ShiftStand()
    let (engine, log) = try await stand.synced()
    let task = try stand.openTask(log)
    await engine.edit(.setStatus(.complete), task: task.id)
    #expect(await engine.flush(limit: .seconds(2)) == 0)
    #expect(try await stand.percent(of: task.id) == 100)
    let destruction = try await engine.destroyLocalCopy()
    #expect(destruction == CopyDestruction(tasksDestroyed: log.seen.tasks.count, tasksLeft: 0, changesKept: 0))
  }
}
