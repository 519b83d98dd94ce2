import StoreModel
import Testing

@testable import TaskSync

@Suite struct ConnectionTests {
  let task = TaskID(rawValue: "L0T0")

  private func editing() -> SyncStand {
    var stand = SyncStand()
    stand.begin()
    stand.settle()
    stand.give(.edit(.setStatus(.complete), task))
    stand.write()
    return stand
  }

  @Test func offlineWaitsLongerEachTimeAndThenSends() throws {
    var stand = editing()
    var waits: [Duration] = []
    for _ in 0..<4 {
      stand.answer(.failed(.offline))
      let wake = try #require(stand.wake)
      waits.append(stand.now.instant.duration(to: wake))
      guard case .offline = stand.standing.connection else {
        Issue.record("not offline")
        return
      }
      #expect(stand.asks.isEmpty && stand.row(1)?.state == .notSent)
      stand.now.advance(to: wake)
      stand.give(.timer)
    }
    #expect(waits == waits.sorted() && waits[0] >= .seconds(1) && waits[3] > waits[0] * 3)
    stand.settle()
    #expect(stand.standing.connection == .online)
    #expect(stand.planner.entries[task]?.task.percentComplete == 100)
  }

  @Test func retryAfterHoldsEverythingAndOutlivesARestart() {
    var stand = editing()
    stand.answer(.failed(.throttled(wait: .seconds(41))))
    #expect(stand.standing.connection == .throttled(until: stand.now.instant.advanced(by: .seconds(41))))
    stand.settle()
    stand.give(.syncNow)
    #expect(stand.asks.isEmpty)
    var next = SyncStand(planner: stand.planner)
    next.disk = stand.disk
    next.now = stand.now
    next.begin()
    #expect(next.asks.isEmpty)
    #expect(next.wake == next.now.instant.advanced(by: .seconds(41)))
    next.wait()
    #expect(next.planner.entries[task]?.task.percentComplete == 100)
  }

  @Test func aRejectedTokenIsRenewedAndTheEditSentOnce() {
    var stand = editing()
    stand.answer(.failed(.tokenRejected))
    #expect(stand.renewals == 1 && stand.asks.isEmpty && stand.row(1)?.state == .notSent)
    stand.give(.renewed(.renewed))
    stand.settle()
    #expect(stand.planner.entries[task]?.version == 2)
    #expect(stand.outbox.isEmpty)
  }

  @Test func withoutATokenEverythingWaitsAndEditsAreStillTaken() {
    var stand = editing()
    stand.answer(.failed(.tokenRejected))
    stand.give(.renewed(.signInNeeded))
    #expect(stand.standing.connection == .signInNeeded)
    stand.give(.edit(.setStatus(.inProgress), TaskID(rawValue: "L0T1")))
    stand.settle()
    #expect(stand.disk.outbox.count == 2)
    #expect(stand.wake == nil)
    stand.give(.syncNow)
    stand.settle()
    #expect(stand.outbox.isEmpty)
    #expect(stand.planner.entries[TaskID(rawValue: "L0T1")]?.task.percentComplete == 50)
  }

  @Test func anUntrustedCertificateIsNeverTriedAgainBySync() {
    var stand = editing()
    stand.answer(.failed(.notTrusted(host: "graph")))
    #expect(stand.standing.connection == .notTrusted(host: "graph"))
    #expect(stand.wake == nil && stand.asks.isEmpty)
  }

  @Test func aServersClockFarFromOursIsSaid() {
    var stand = SyncStand()
    stand.begin()
    let ask = stand.asks.removeFirst()
    stand.give(
      .answered(
        ask.id, ServerReply(stand.planner.answer(ask.request), date: stand.now.wall.advanced(by: .seconds(301)))))
    #expect(stand.standing.isClockSuspect)
  }

  @Test func nothingOfASessionAnswersInTheNext() {
    var stand = editing()
    let late = stand.asks.removeFirst()
    stand.give(.end)
    #expect(stand.machine.visible(task) == nil && stand.wake == nil)
    stand.begin()
    let asked = stand.asks.count
    stand.give(.answered(late.id, ServerReply(.gone)))
    #expect(stand.asks.count == asked && stand.row(1)?.state != .refused)
    stand.give(.end)
    stand.give(.edit(.setStatus(.complete), task))
    #expect(stand.events.last == .editRefused(task, .setStatus(.complete), .notSignedIn))
  }

  @Test func flushSendsEditsAndReadsNothingMore() {
    var stand = SyncStand()
    stand.begin()
    stand.settle()
    stand.give(.edit(.setStatus(.complete), task))
    stand.write()
    stand.give(.flush)
    #expect(!stand.machine.isDrained)
    stand.settle()
    #expect(stand.machine.isDrained && stand.machine.unsentCount == 0)
    stand.wait(rounds: 2)
    #expect(stand.planner.requests.last?.isWrite == true)
  }
}
