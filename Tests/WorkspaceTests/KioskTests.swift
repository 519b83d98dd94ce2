import SessionCore
import Strings
import Terminal
import Testing

@testable import Workspace

/// A kiosk: no key leads out of the program.
@Suite struct KioskTests {
  static func kiosk(_ state: AppState) -> AppState {
    var state = state
    state.isKiosk = true
    return state
  }

  /// A new command belongs into the list or, after some thought, here.
  @Test func whatAKioskDoesNotHave() {
    #expect(
      Set(CommandID.allCases).subtracting(Kiosk.commands) == [
        .quit, .practiceReset, .practiceOffline, .practiceFault, .practiceRemote, .practicePublish,
      ])
  }

  @Test func controlCLocks() {
    var state = Self.kiosk(SampleShift.started())
    #expect(state.work("Ctrl+C").withoutPlaces == [.blank, .session(.lock(.worker))])
    #expect(state.shows("Locked at"))
    #expect(state.work("Ctrl+C", "Ctrl+C") == [])
  }

  @Test func controlCLocksOnEveryPage() {
    for page in SessionPage.all {
      var state = Self.kiosk(page.state())
      #expect(state.work("Ctrl+C").withoutPlaces == [.blank, .session(.lock(.worker))], "\(page.testDescription)")
    }
  }

  @Test func controlCGivesASignInUp() {
    var state = Self.kiosk(.sample())
    state.work("Enter")
    #expect(state.work("Ctrl+C") == [.session(.cancelSignIn)])
    #expect(state.work("Ctrl+C", "Ctrl+C") == [])
  }

  @Test func qIsALetterOnTheStartPageAndAStepBackElsewhere() {
    var state = Self.kiosk(.sample())
    state.work("q", "Escape", "Escape", "Escape")
    #expect(state.overlay == nil)
    state.type("qa")
    #expect(state.shows("qa"))
    state = Self.kiosk(SampleShift.started())
    state.work("Enter", "q")
    #expect(state.page == .tasks)
    #expect(state.work("q") == [])
    #expect(state.overlay == nil)
    #expect(state.shows("This terminal stays on"))
  }

  @Test func noKeyEndsTheProgram() {
    let pages = SessionPage.all.map { $0.state() } + [.sample()]
    let keys = [
      "q", "Q", "Enter", "Escape", "Ctrl+C", "Ctrl+D", "Ctrl+Z", "Ctrl+Q", "F10", "F9", "F1", "F8", "d", "w", "y", "o",
    ]
    var random = SystemRandomNumberGenerator()
    for page in pages {
      var state = Self.kiosk(page)
      for _ in 0..<200 {
        let key = keys.randomElement(using: &random) ?? "q"
        for effect in state.press(key) { if case .end = effect { Issue.record("\(key) ended the program") } }
      }
    }
  }

  @Test func helpDoesNotTellOfTheWayOut() {
    var state = Self.kiosk(SampleShift.started())
    state.work("?")
    state.type("quit")
    #expect(state.shows("No command matches"))
    state = Self.kiosk(SampleShift.started())
    #expect(state.rows.last?.contains("quit") == false)
  }

  @Test func signalsStillEndIt() {
    var state = Self.kiosk(.sample())
    #expect(update(&state, .terminal(.hangUp)) == [.end(.hangUp)])
    #expect(update(&state, .terminal(.terminate(15))) == [.end(.signal(15))])
  }
}
