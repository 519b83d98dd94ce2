import StoreModel
import Testing

@testable import TaskSync

/// What the owner of a stopped change can do about it.
@Suite struct CardTests {
  let task = EditKindTests.task

  /// A note that two people changed at the same place.
  private func clashed() -> SyncStand {
    var planner = ModelPlanner()
    planner.write(task, .note("Check the seal number."))
    var stand = EditKindTests.ready(planner)
    stand.planner.write(task, .note("Check the seal number and the temperature."))
    stand.give(.edit(.setNote("Check the seal number. Came short, 2 crates."), task))
    stand.settle()
    return stand
  }

  private func note(_ stand: SyncStand) -> String? { stand.planner.entries[task]?.details.note }

  @Test func theCardShowsWhatBothWrote() {
    let stand = clashed()
    #expect(stand.row(1)?.before == .text("Check the seal number."))
    #expect(
      stand.row(1)?.trouble == .changed(remote: .text("Check the seal number and the temperature."), by: nil))
    #expect(stand.details[task]?.note == "Check the seal number. Came short, 2 crates.")
  }

  @Test func bothIsTheirsThenMine() {
    var stand = clashed()
    stand.give(.decide(1, .both(heading: "Mei, 09:40")))
    stand.settle()
    #expect(
      note(stand)
        == "Check the seal number and the temperature.\nMei, 09:40\nCheck the seal number. Came short, 2 crates.")
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
  }

  @Test func mineGoesOverTheirsAndTheirsDropsMine() {
    var mine = clashed()
    mine.give(.decide(1, .mine))
    mine.settle()
    #expect(note(mine) == "Check the seal number. Came short, 2 crates.")
    var theirs = clashed()
    theirs.give(.decide(1, .theirs))
    theirs.settle()
    #expect(note(theirs) == "Check the seal number and the temperature.")
    #expect(theirs.details[task]?.note == note(theirs))
    #expect(mine.outbox.isEmpty && theirs.outbox.isEmpty)
  }

  /// The worker went on writing on their own version while theirs came in.
  @Test func aLaterNoteOfMineNeverGoesOverTheirs() {
    for decision in [ChangeDecision.theirs, .both(heading: ""), .mine] {
      var stand = clashed()
      stand.give(.edit(.setNote("Check the seal number. Came short, 2 crates.\nTold Omar."), task))
      stand.settle()
      stand.give(.decide(1, decision))
      stand.settle()
      let note = note(stand) ?? ""
      let isAsked = stand.outbox.contains { $0.state == .needsDecision }
      #expect(note.contains("and the temperature") || decision == .mine)
      #expect(isAsked == (decision == .theirs))
      #expect(isAsked || note.contains("Told Omar."))
    }
  }

  /// A note that was joined is what a later one is joined with.
  @Test func aLaterNoteKeepsWhatWasJoined() {
    var planner = ModelPlanner()
    planner.write(task, .note("one\ntwo\nthree"))
    var stand = EditKindTests.ready(planner)
    stand.planner.write(task, .note("zero\none\ntwo\nthree"))
    stand.give(.edit(.setNote("one\ntwo\nthree\nfour"), task))
    stand.write()
    stand.give(.edit(.setNote("one\ntwo\nthree\nfour\nfive"), task))
    stand.settle()
    #expect(note(stand) == "zero\none\ntwo\nthree\nfour\nfive")
    #expect(stand.outbox.isEmpty)
  }

  @Test func whatChangesWhileACardIsOpenIsShownOnIt() {
    var stand = clashed()
    stand.planner.write(task, .note("A third version."))
    stand.wait()
    #expect(stand.row(1)?.trouble == .changed(remote: .text("A third version."), by: nil))
    #expect(note(stand) == "A third version.")
  }

  @Test func mineDoesNotGoOverWhatTheCardDidNotShow() {
    var stand = clashed()
    stand.planner.write(task, .note("A third version."))
    stand.give(.decide(1, .mine))
    stand.settle()
    #expect(note(stand) == "A third version.")
    #expect(stand.row(1)?.trouble == .changed(remote: .text("A third version."), by: nil))
  }

  /// Trying again does not make what was seen at first what was seen last.
  @Test func aConflictIsLookedAtOnceMoreAndNotTriedAgain() {
    var stand = EditKindTests.ready()
    stand.planner.set(task, percent: 100)
    stand.give(.edit(.delete, task))
    stand.settle()
    #expect(stand.row(1)?.state == .needsDecision)
    stand.planner.set(task, percent: 0)
    stand.give(.decide(1, .retry))
    stand.settle()
    guard case .changed(.task(let shown), _) = stand.row(1)?.trouble else {
      Issue.record("no card")
      return
    }
    #expect(shown.percentComplete == 0 && stand.planner.entries[task] != nil)
    stand.give(.decide(1, .mine))
    stand.settle()
    #expect(stand.planner.entries[task] == nil && stand.outbox.isEmpty)
  }

  /// A completion that was seen still counts when what was kept for too long is tried again.
  @Test func tryingAgainForgetsNoCompletion() {
    var stand = EditKindTests.ready()
    stand.give(.syncNow)
    stand.answer(.failed(.offline))
    stand.give(.edit(.setStatus(.complete), task))
    stand.settle()
    stand.disk.outbox[0].sawRemoteComplete = true
    stand.planner.set(task, percent: 30)
    var next = SyncStand(planner: stand.planner)
    next.disk = stand.disk
    next.now = stand.now
    next.now.wall = next.now.wall.advanced(by: .seconds(15 * 86_400))
    next.begin()
    next.settle()
    #expect(next.outbox.map(\.trouble) == [.tooOld])
    next.give(.decide(1, .retry))
    next.settle()
    #expect(next.outbox.map(\.trouble) == [.conflict(remote: .inProgress, remoteCompletedBy: nil)])
    #expect(next.planner.entries[task]?.task.percentComplete == 30)
  }

  @Test func aCardWhoseQuestionIsGoneCloses() {
    var stand = clashed()
    stand.planner.write(task, .note("Check the seal number. Came short, 2 crates."))
    stand.wait()
    #expect(stand.outbox.isEmpty && stand.disk.outbox.isEmpty)
  }

  @Test func aTickOnAnItemThatIsGoneDoesNotBringItBack() {
    var stand = EditKindTests.ready()
    stand.planner.write(task, .noItem("a"))
    stand.give(.edit(.check(item: "a", isChecked: true), task))
    stand.settle()
    stand.give(.decide(1, .mine))
    stand.settle()
    #expect(stand.row(1)?.trouble == .itemConflict(isChecked: nil))
    #expect(stand.planner.entries[task]?.details.checklist.map(\.id) == ["b"])
  }

  /// A completion gate refuses a status until it is met: it is no lock, and the worker may try again.
  @Test func aRefusedStatusIsNotRememberedAsLocked() {
    var stand = EditKindTests.ready()
    stand.planner.locked = [.status]
    stand.give(.edit(.setStatus(.complete), task))
    stand.settle()
    #expect(stand.row(1)?.trouble == .forbidden(limit: nil))
    #expect(stand.screen[task]?.locked == [])
    stand.give(.decide(1, .theirs))
    stand.planner.locked = []
    stand.give(.edit(.setStatus(.complete), task))
    stand.settle()
    #expect(stand.planner.entries[task]?.task.percentComplete == 100)
  }

  @Test func whatHeadOfficeLocksIsRememberedForThatFieldAlone() {
    var stand = EditKindTests.ready()
    stand.planner.locked = [.title]
    stand.give(.edit(.setTitle("mine"), task))
    stand.settle()
    #expect(stand.row(1)?.trouble == .forbidden(limit: nil))
    #expect(stand.screen[task]?.locked == [.title])
    #expect(stand.disk.locks == [task: [.title]])
    stand.give(.decide(1, .theirs))
    stand.give(.edit(.setTitle("again"), task))
    stand.settle()
    #expect(stand.events.contains(.editRefused(task, .setTitle("again"), .locked)))
    stand.give(.edit(.setPriority(1), task))
    stand.settle()
    #expect(stand.planner.entries[task]?.task.priority == 1)
    var next = SyncStand(planner: stand.planner)
    next.disk = stand.disk
    next.begin()
    #expect(next.screen[task]?.locked == [.title])
    next.planner.locked = []
    next.give(.syncNow)
    next.settle()
    next.give(.edit(.setTitle("free"), task))
    next.settle()
    #expect(next.planner.entries[task]?.task.title == "free" && next.disk.locks.isEmpty)
  }

  @Test func aChangeNotSentForFourteenDaysWaitsForItsOwner() {
    var stand = EditKindTests.ready()
    stand.give(.edit(.setTitle("mine"), task))
    stand.write()
    for (days, isAsked) in [(14, false), (15, true)] {
      var next = SyncStand(planner: stand.planner)
      next.disk = stand.disk
      next.now = stand.now
      next.now.wall = next.now.wall.advanced(by: .seconds(days * 86_400))
      next.begin()
      next.settle()
      #expect(next.outbox.map(\.trouble) == (isAsked ? [.tooOld] : []))
      #expect(next.disk.outbox.count == (isAsked ? 1 : 0))
      guard isAsked else { continue }
      next.give(.decide(1, .retry))
      next.settle()
      #expect(next.planner.entries[task]?.task.title == "mine" && next.outbox.isEmpty)
    }
  }
}
