import Glibc
import SessionCore
import StoreModel
import TaskSync
import Terminal
import Testing

@testable import Workspace

/// What locks, what it is told the session, and what happened.
struct SessionTrigger: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let effects: [Effect]
  var needsLetters = false
  let pull: @Sendable (inout AppState) -> [Effect]
}

/// Whatever locks or ends a session, on whatever page the worker is: the screen goes first, then the session, and nothing
/// of the shift is left in the program's state.
@Suite struct LockTriggerTests {
  static let lockTriggers: [SessionTrigger] = [
    SessionTrigger(testDescription: "F9", effects: [.blank, .session(.lock(.worker))]) { $0.work("F9") },
    SessionTrigger(testDescription: "L", effects: [.blank, .session(.lock(.worker))], needsLetters: true) {
      $0.work("L")
    },
    SessionTrigger(testDescription: "the command", effects: [.blank, .session(.lock(.worker))]) {
      update(&$0, .command(.lock))
    },
    SessionTrigger(testDescription: "idle", effects: [.blank, .session(.lock(.idle))]) { $0.pass(.seconds(300)) },
    SessionTrigger(testDescription: "absolute limit", effects: [.blank, .session(.lock(.absoluteLimit))]) { state in
      while state.now.instant.sinceStart < .seconds(12 * 3600 - 240) {
        _ = state.pass(.seconds(240))
        _ = state.press("F12")
      }
      return state.pass(.seconds(240))
    },
    SessionTrigger(testDescription: "stopped and gone on", effects: [.blank, .session(.lock(.resumed)), .repaint]) {
      update(&$0, .terminal(.resumed))
    },
    SessionTrigger(testDescription: "clock set forward", effects: [.blank, .session(.lock(.clockMoved))]) {
      $0.pass(.seconds(1), wall: .seconds(3600))
    },
    SessionTrigger(testDescription: "clock set back", effects: [.blank, .session(.lock(.clockMoved))]) {
      $0.pass(.seconds(1), wall: .seconds(-86_400 * 3650))
    },
    SessionTrigger(
      testDescription: "asked from outside",
      effects: [.blank, .session(.lock(.outside)), .outside(OutsideAnswer(.lock, .locked))]
    ) { update(&$0, .outside(.lock)) },
    SessionTrigger(testDescription: "POS operation 703", effects: [.blank, .session(.lock(.worker))]) { state in
      // Out of whatever takes letters first, as a worker would.
      for _ in 0..<4 where state.overlay != nil || state.page != .tasks { state.work("Escape", "d") }
      guard state.size.holdsPages else { return state.work("F9") }
      state.work("Ctrl+P")
      state.type("703")
      return state.work("Enter")
    },
    SessionTrigger(testDescription: "the session itself", effects: [.blank]) { state in
      let worker = state.session?.worker ?? SampleShift.mei
      return update(&state, .session(.locked(.outside, worker, at: state.now)))
    },
  ]

  static let endTriggers: [SessionTrigger] = [
    SessionTrigger(testDescription: "terminal gone", effects: [.blank, .session(.signOut)]) {
      update(&$0, .terminal(.hangUp))
    },
    SessionTrigger(testDescription: "a sign-out from outside", effects: [.blank, .session(.signOut)]) {
      update(&$0, .outside(.signOut))
    },
    SessionTrigger(testDescription: "SIGHUP", effects: [.blank, .session(.signOut)]) {
      update(&$0, .terminal(.terminate(SIGHUP)))
    },
    SessionTrigger(testDescription: "SIGTERM", effects: [.blank, .session(.signOut)]) {
      update(&$0, .terminal(.terminate(SIGTERM)))
    },
    SessionTrigger(testDescription: "SIGINT", effects: [.blank, .session(.signOut)]) {
      update(&$0, .terminal(.terminate(SIGINT)))
    },
    SessionTrigger(testDescription: "SIGQUIT", effects: [.blank, .session(.signOut)]) {
      update(&$0, .terminal(.terminate(SIGQUIT)))
    },
    SessionTrigger(testDescription: "Ctrl+C twice", effects: [.blank, .session(.signOut)]) { state in
      if case .quit = state.overlay { return state.work("Ctrl+C") }
      return state.work("Ctrl+C", "Ctrl+C")
    },
    SessionTrigger(testDescription: "F10 twice", effects: [.blank, .session(.signOut)]) { state in
      if case .signOut = state.overlay { return state.work("F10") }
      return state.size.holdsPages ? state.work("F10", "F10") : state.work("Ctrl+C", "Ctrl+C")
    },
  ]

  @Test(arguments: LockTriggerTests.lockTriggers, SessionPage.all)
  func locks(trigger: SessionTrigger, page: SessionPage) {
    if trigger.needsLetters, page.takesLetters { return lettersAreTyped(trigger, page) }
    var state = page.state()
    #expect(trigger.pull(&state).withoutPlaces == trigger.effects)
    expectNothingLeft(of: state)
    guard case .locked(let locked) = state.page else {
      Issue.record("not the lock page: \(state.page)")
      return
    }
    #expect(locked.unsent == 2)
    #expect(state.place?.person == page.worker.id)
    #expect(state.place?.drafts == [])
  }

  @Test(arguments: LockTriggerTests.endTriggers, SessionPage.all)
  func ends(trigger: SessionTrigger, page: SessionPage) {
    var state = page.state()
    #expect(trigger.pull(&state).withoutPlaces == trigger.effects)
    expectNothingLeft(of: state)
    guard case .leaving = state.page else {
      Issue.record("not the leaving page: \(state.page)")
      return
    }
    #expect(state.place == nil)
    #expect(state.locked == nil)
  }

  @Test(arguments: SessionPage.all)
  func aKeyThatWokeALateTerminalIsNotActedOn(page: SessionPage) {
    var state = page.state()
    _ = state.pass(.seconds(86_400))
    #expect(state.work("Space") == [])
    #expect(state.shift == nil)
  }

  private func lettersAreTyped(_ trigger: SessionTrigger, _ page: SessionPage) {
    var state = page.state()
    #expect(trigger.pull(&state) == [])
    #expect(state.shift != nil)
  }

  private func expectNothingLeft(of state: AppState) {
    #expect(state.session == nil)
    #expect(state.shift == nil)
    #expect(state.overlay == nil)
    #expect(state.override == nil)
    #expect(state.draft == nil)
    #expect(state.notice == nil)
    var shown = state
    shown.size = .smallest
    let screen = shown.rows.joined(separator: "\n")
    let left = SampleShift.tasks.map(\.task.title).filter(screen.contains)
    #expect(left == [])
    #expect(!screen.contains("seal number"))
  }
}

extension AppState {
  /// Lets time pass; the wall clock may go another way.
  mutating func pass(_ duration: Duration, wall: Duration? = nil) -> [Effect] {
    update(
      &self, .clock(Now(instant: now.instant.advanced(by: duration), wall: now.wall.advanced(by: wall ?? duration))))
  }
}
