import Glibc
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

/// SIGKILL at any moment of a shift: no task text stays on the terminal, and it is as it was before the program.
@Suite(.serialized) struct ProgramKillTests {
  /// `make soak`: 1,000; a short run otherwise.
  static let kills = Soak.count(short: 4, long: 1_000)

  @Test func nothingOfTheShiftIsLeftOnTheTerminal() async throws {
    try await onOwnThread {
      var random = SystemRandomNumberGenerator()
      var restored: [Duration] = []
      var shown = 0
      for number in 1...Self.kills {
        let program = try LedProgram()
        let terminal = program.terminal
        try program.signIn()
        let moment = ContinuousClock.now + .microseconds(Int64.random(in: 0...100_000, using: &random))
        // The first one stays among the tasks: on other pages there may be nothing to leave behind.
        let all = number == 1 ? ["Down", "Up"] : ["Down", "Up", "Enter", "Escape", "3", "F1", "Escape", "F2", "c"]
        let keys = all.compactMap { Key($0) }
        repeat {
          try terminal.press(try #require(keys.randomElement(using: &random)))
          terminal.read(waitingUpTo: .milliseconds(1))
        } while ContinuousClock.now < moment
        if terminal.screen.rows.contains(where: Self.isTaskText) { shown += 1 }
        let child = try #require(program.processes.last)
        let killed = ContinuousClock.now
        try #require(kill(child, SIGKILL) == 0)
        let ending = terminal.ending(upTo: .seconds(20))
        restored.append(ContinuousClock.now - killed)
        let screen = terminal.screen
        let left = screen.rows.filter { row in
          row.contains { $0 != " " } && !row.contains("ended unexpectedly") && !row.contains("tillside")
        }
        #expect(ending == .exited(128 + SIGKILL), "kill \(number)")
        #expect(left.isEmpty, "kill \(number): \(left)")
        #expect(!screen.isAlternate && screen.cursor != nil && terminal.process.isCooked, "kill \(number)")
        #expect(terminal.transcript.suffix(400).contains("\u{1B}[3J".utf8), "kill \(number)")
      }
      restored.sort()
      #expect(shown > 0)
      let slow = restored[restored.count - 1 - restored.count / 100]
      print(
        "\(Self.kills) kills, \(shown) with tasks on the screen; restored: p99 \(slow), slowest \(restored.last ?? slow)"
      )
    }
  }

  private static func isTaskText(_ row: String) -> Bool {
    ["temperature", "float", "delivery", "labels"].contains { row.contains($0) }
  }
}
