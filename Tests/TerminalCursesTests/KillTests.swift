import Glibc
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

/// SIGKILL at any moment, from the first instant of the program on: no task text stays, and the terminal is as before.
@Suite(.serialized) struct KillTests {
  /// `make soak`: 1,000; a short run otherwise.
  static let kills = getenv("TILLSIDE_SOAK") != nil ? 1_000 : 20

  @Test func nothingIsLeftOnTheScreen() throws {
    var random = SystemRandomNumberGenerator()
    var restored: [Duration] = []
    var shown = 0
    for number in 0..<Self.kills {
      let terminal = try ProbeTerminal.start()
      let moment = ContinuousClock.now + .microseconds(Int64.random(in: 0...150_000, using: &random))
      var probe: OtherProcess?
      while probe == nil || ContinuousClock.now < moment {
        probe = probe ?? terminal.probe
        terminal.read(waitingUpTo: .milliseconds(1))
        // Keys keep it drawing, so that some kills fall into the middle of a frame.
        if terminal.screen.isAlternate, Bool.random(using: &random) { try terminal.press(Key(.down)) }
      }
      if terminal.screen.anyRow(contains: "seal number") { shown += 1 }
      let killed = ContinuousClock.now
      try #require(probe).send(SIGKILL)
      let ending = terminal.ending(upTo: ProbeTerminal.limit)
      restored.append(ContinuousClock.now - killed)
      let screen = terminal.screen
      #expect(ending == .exited(128 + SIGKILL), "kill \(number)")
      #expect(!screen.anyRow(contains: "seal number"), "kill \(number)")
      #expect(!screen.isAlternate && screen.cursor != nil, "kill \(number)")
      #expect(terminal.process.isCooked, "kill \(number)")
    }
    restored.sort()
    let slowest = restored[restored.count - 1 - restored.count / 100]
    #expect(shown > 0)
    print("\(Self.kills) kills, \(shown) with text on the screen, restored within \(slowest) in 99 of 100")
  }
}
